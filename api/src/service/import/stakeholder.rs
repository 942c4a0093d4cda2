//! A sheet of stakeholders.

use super::plan::{
    Attempt, Candidate, Ground, Plan, Planned, Planning, Row, Verdict, Whom, plan as attempts,
    refusals, refused,
};
use super::{register, standing};
use crate::service::stakeholder::{stamped, unique};
use crate::snapshot::View;
use domain::refusal::Refusal;
use domain::sheet::{
    Choice, Decision, Found, Outcome, Settings, Sheet, StakeholderColumn, StakeholderRow, Stopped,
    Who, plan_stakeholders,
};
use domain::text::{Locale, slug};
use domain::vocabulary::Word;
use entity::stakeholder::Stakeholder;
use std::collections::BTreeMap;

/// What would become of every row.
pub(in crate::service) fn plan(
    ground: &Ground<'_>,
    sheet: &Sheet,
    settings: &Settings<StakeholderColumn>,
    decisions: &[Decision],
) -> Result<Plan, Stopped> {
    let known = register::known(ground.view);
    // Rows to be skipped are told by name too, so they are planned first like the others.
    let chosen: Vec<Decision> =
        decisions.iter().copied().filter(|decision| decision.choice != Choice::Skip).collect();
    attempts(sheet, settings, decisions, |rest| {
        let mut register = known.clone();
        let rows = plan_stakeholders(rest, settings, &chosen, &mut register, ground.waiting)?;
        attempt(ground, settings, rows)
    })
}

fn attempt(
    ground: &Ground<'_>,
    settings: &Settings<StakeholderColumn>,
    rows: Vec<StakeholderRow>,
) -> Result<Attempt, Stopped> {
    let mut attempt = Attempt::default();
    let mut view = ground.view.clone();
    let names: BTreeMap<usize, String> = rows.iter().map(|row| (row.number, name(row))).collect();
    for row in rows {
        (ground.waiting)()?;
        attempt.rows.insert(row.number, told(ground, &names, &row));
        match &row.outcome {
            Outcome::Create => match record(ground, &view, &row) {
                Ok(record) => {
                    view = view.with(record.clone());
                    let record = Planning::Stakeholder(Box::new(record));
                    attempt.planned.push(Planned { record, evidence: row.evidence });
                }
                Err(faults) => {
                    let faults = refused(settings, row.number, &faults);
                    attempt.refused.insert(row.number, faults);
                }
            },
            // What leans on a row that cannot be is wrong in the same way.
            Outcome::Match { who: Who::Row(earlier), .. } => {
                if let Some(faults) = attempt.refused.get(earlier).cloned() {
                    attempt.refused.insert(row.number, faults);
                }
            }
            Outcome::Reject { refusals } => {
                for refusal in refusals {
                    attempt.refused.entry(refusal.row).or_default().push(refusal.clone());
                }
            }
            Outcome::Match { .. } | Outcome::Skip => {}
        }
    }
    Ok(attempt)
}

/// The record that a row makes beside what the view shows.
fn record(
    ground: &Ground<'_>,
    view: &View,
    row: &StakeholderRow,
) -> Result<Stakeholder, Vec<Refusal>> {
    let said = &row.record;
    let place = standing::place(ground, &said.community, said.visibility);
    let place = place.map_err(|refusal| vec![refusal])?;
    let facts = said.draft.clone().parse()?;
    let wish = match said.slug.as_str() {
        "" => slug(facts.name(Locale::En)),
        said => slug(said),
    };
    let record = stamped(view, (ground.stamp)(), place, facts, &wish);
    unique(view, &record).map_err(|error| refusals(&error))?;
    Ok(record)
}

fn told(ground: &Ground<'_>, names: &BTreeMap<usize, String>, row: &StakeholderRow) -> Row {
    let candidate = |found: &Found| candidate(ground, names, found);
    let (verdict, found) = match row.outcome {
        Outcome::Create => (Verdict::Create, None),
        Outcome::Match { who, why } => {
            let found = Found { who, kind: row.record.kind(), why };
            (Verdict::Match, Some(candidate(&found)))
        }
        Outcome::Reject { .. } | Outcome::Skip => (Verdict::Reject, None),
    };
    Row {
        number: row.number,
        verdict,
        name: name(row),
        found,
        suggestions: row.suggestions.iter().map(candidate).collect(),
        faults: Vec::new(),
        assumed: row.assumed.iter().map(|column| column.code()).collect(),
    }
}

fn name(row: &StakeholderRow) -> String {
    let named = row.record.main_names().next();
    named.unwrap_or(&row.record.slug).to_owned()
}

fn candidate(ground: &Ground<'_>, names: &BTreeMap<usize, String>, found: &Found) -> Candidate {
    let (whom, name) = match found.who {
        Who::Stored(id) => {
            let known = ground.view.stakeholder(id);
            let name = known.map(|known| known.name(ground.locale).to_owned());
            (Whom::Stakeholder(found.kind, id), name)
        }
        Who::Row(number) => (Whom::Row(number), names.get(&number).cloned()),
    };
    Candidate { whom, name: name.unwrap_or_default(), why: found.why }
}
