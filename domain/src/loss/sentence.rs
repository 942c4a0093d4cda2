//! The words in which a loss is told: whole sentences that can be copied as they are.

use super::{Cause, LossReason, Verdict};
use crate::funding::{Recorded, percent};
use crate::vocabulary::Tongue;

/// What a loss means for a party of this name, as one text: what is lost of how much that is
/// recorded, and what of it is not known.
pub fn sentence<K>(tongue: Tongue, name: &str, verdict: &Verdict<K>) -> String {
    let parts = verdict.causes.iter().filter_map(|cause| {
        Some(match cause.reason {
            LossReason::Funding => {
                format!("{} {}", funding(tongue, name, cause), money(tongue, verdict))
            }
            // What funders that are hit pay is told where no funder is lost outright.
            LossReason::FundingAtRisk if verdict.funders_lost() > 0 => return None,
            LossReason::FundingAtRisk => at_risk(tongue, name, cause),
            LossReason::Orphaned => orphaned(tongue, name),
            LossReason::Seats => seats(tongue, name, cause),
            LossReason::PassedOn => passed_on(tongue, name, cause),
            LossReason::Ties => ties(tongue, name, cause),
        })
    });
    parts.collect::<Vec<_>>().join(" ")
}

fn funding(tongue: Tongue, name: &str, cause: &Cause) -> String {
    let (lost, recorded) = (cause.lost, cause.recorded);
    match (tongue, lost) {
        (Tongue::En, 0) => format!("{name} loses a part of what a recorded funder pays."),
        (Tongue::Fr, 0) => format!("{name} perd une partie de ce que verse un bailleur connu."),
        (Tongue::En, 1) if recorded == 1 => format!("{name} loses its only recorded funder."),
        (Tongue::Fr, 1) if recorded == 1 => format!("{name} perd son seul bailleur connu."),
        (Tongue::En, _) => format!("{name} loses {lost} of its {recorded} recorded funders."),
        (Tongue::Fr, _) if lost == recorded => {
            format!("{name} perd ses {lost} bailleurs connus sur {recorded}.")
        }
        (Tongue::Fr, _) => format!("{name} perd {lost} de ses {recorded} bailleurs connus."),
    }
}

/// The share of the money; unknown stays unknown, and says why.
fn money<K>(tongue: Tongue, verdict: &Verdict<K>) -> String {
    let (of, colon) = match tongue {
        Tongue::En => ("Share of the money", ":"),
        Tongue::Fr => ("Part des montants", "\u{a0}:"),
    };
    let told = match (verdict.share, verdict.recorded, tongue) {
        (Some(share), _, _) => percent(tongue, share),
        (None, Recorded::Nothing, Tongue::En) => "unknown, no amounts are recorded".to_owned(),
        (None, Recorded::Nothing, Tongue::Fr) => "inconnue, aucun montant n’est saisi".to_owned(),
        (None, Recorded::Something, Tongue::En) => {
            "unknown, too few amounts are recorded".to_owned()
        }
        (None, Recorded::Something, Tongue::Fr) => {
            "inconnue, trop peu de montants sont saisis".to_owned()
        }
    };
    format!("{of}{colon} {told}.")
}

fn at_risk(tongue: Tongue, name: &str, cause: &Cause) -> String {
    let (lost, recorded) = (cause.lost, cause.recorded);
    match (tongue, recorded) {
        (Tongue::En, 1) => format!("What {name} gets from its only recorded funder is at risk."),
        (Tongue::Fr, 1) => {
            format!("{name}\u{a0}: ce que verse son seul bailleur connu est menacé.")
        }
        (Tongue::En, _) => {
            format!("What {name} gets from {lost} of its {recorded} recorded funders is at risk.")
        }
        (Tongue::Fr, _) => {
            format!(
                "{name}\u{a0}: ce que versent {lost} de ses {recorded} bailleurs connus est menacé."
            )
        }
    }
}

fn orphaned(tongue: Tongue, name: &str) -> String {
    match tongue {
        Tongue::En => {
            format!("Nobody recorded is left who runs, carries out or supports {name}.")
        }
        Tongue::Fr => {
            format!("Plus personne de connu n’exploite, ne met en œuvre ni ne soutient {name}.")
        }
    }
}

fn seats(tongue: Tongue, name: &str, cause: &Cause) -> String {
    let (lost, recorded) = (cause.lost, cause.recorded);
    match (tongue, recorded) {
        (Tongue::En, 1) => format!("{name} loses its only recorded seat."),
        (Tongue::Fr, 1) => format!("{name} perd son seul siège connu."),
        (Tongue::En, _) => format!("{name} loses {lost} of its {recorded} recorded seats."),
        (Tongue::Fr, _) => format!("{name} perd {lost} de ses {recorded} sièges connus."),
    }
}

fn passed_on(tongue: Tongue, name: &str, cause: &Cause) -> String {
    let (lost, recorded) = (cause.lost, cause.recorded);
    let ends = end(tongue, lost);
    match tongue {
        Tongue::En => {
            format!("{lost} of {recorded} recorded relationships that go through {name} {ends}.")
        }
        Tongue::Fr => {
            format!(
                "{name}\u{a0}: sur {recorded} relations connues qui passent par là, {lost} {ends}."
            )
        }
    }
}

fn ties(tongue: Tongue, name: &str, cause: &Cause) -> String {
    let (lost, recorded) = (cause.lost, cause.recorded);
    let ends = end(tongue, lost);
    match tongue {
        Tongue::En => {
            format!("{lost} of {recorded} other recorded relationships of {name} {ends}.")
        }
        Tongue::Fr => {
            format!("{name}\u{a0}: sur {recorded} autres relations connues, {lost} {ends}.")
        }
    }
}

/// What becomes of so many relationships.
fn end(tongue: Tongue, count: usize) -> &'static str {
    match (tongue, count) {
        (Tongue::En, 1) => "ends or is at risk",
        (Tongue::En, _) => "end or are at risk",
        (Tongue::Fr, 0 | 1) => "prend fin ou est menacée",
        (Tongue::Fr, _) => "prennent fin ou sont menacées",
    }
}
