//! The words in which the best introduction is told.

use crate::vocabulary::Tongue;

/// The best way that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way<'a> {
    /// By relationships that are confirmed, through these.
    Confirmed(Vec<&'a str>),
    /// No confirmed one; with relationships that are only proposed, through these.
    Proposed(Vec<&'a str>),
    /// None.
    None,
}

/// Who can introduce those who ask to those whom they want to meet, as one text.
pub fn sentence(tongue: Tongue, asks: &str, wanted: &str, way: &Way<'_>) -> String {
    let nobody = match tongue {
        Tongue::En => format!("Nobody recorded can introduce {asks} to {wanted}"),
        Tongue::Fr => format!("Personne de connu ne peut présenter {asks} à {wanted}"),
    };
    match (tongue, way) {
        (Tongue::En, Way::Confirmed(through)) if through.is_empty() => {
            format!("{asks} and {wanted} are related directly; nobody has to introduce them.")
        }
        (Tongue::Fr, Way::Confirmed(through)) if through.is_empty() => {
            format!(
                "{asks} et {wanted} sont en relation directe\u{a0}; personne n’a à les présenter."
            )
        }
        (Tongue::En, Way::Confirmed(through)) => {
            format!("{asks} can be introduced to {wanted} through {}.", chain(tongue, through))
        }
        (Tongue::Fr, Way::Confirmed(through)) => {
            format!("Présentation de {asks} à {wanted}\u{a0}: par {}.", chain(tongue, through))
        }
        (Tongue::En, Way::Proposed(through)) => format!(
            "{nobody} by confirmed relationships. With proposed ones: {}.",
            match through.is_empty() {
                true => "they are related directly".to_owned(),
                false => format!("through {}", chain(tongue, through)),
            }
        ),
        (Tongue::Fr, Way::Proposed(through)) => format!(
            "{nobody} par des relations confirmées. Avec des relations proposées\u{a0}: {}.",
            match through.is_empty() {
                true => "ils sont en relation directe".to_owned(),
                false => format!("par {}", chain(tongue, through)),
            }
        ),
        (Tongue::En, Way::None) => {
            format!("{nobody}: no path of relationships is recorded, not even a proposed one.")
        }
        (Tongue::Fr, Way::None) => {
            format!("{nobody}\u{a0}: aucun chemin de relations n’est enregistré, pas même proposé.")
        }
    }
}

fn chain(tongue: Tongue, through: &[&str]) -> String {
    let then = match tongue {
        Tongue::En => ", then ",
        Tongue::Fr => ", puis ",
    };
    through.join(then)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tongue: Tongue, way: Way<'_>, expected: &str) {
        assert_eq!(sentence(tongue, "Us", "Them", &way), expected);
    }

    /// What is only proposed is never told as an introduction that there is.
    #[test]
    fn the_best_way_is_told_with_what_it_rests_on() {
        let through = || vec!["A", "B"];
        check(
            Tongue::En,
            Way::Confirmed(through()),
            "Us can be introduced to Them through A, then B.",
        );
        check(
            Tongue::Fr,
            Way::Confirmed(through()),
            "Présentation de Us à Them\u{a0}: par A, puis B.",
        );
        check(
            Tongue::En,
            Way::Proposed(vec!["A"]),
            "Nobody recorded can introduce Us to Them by confirmed relationships. With proposed ones: through A.",
        );
        check(
            Tongue::Fr,
            Way::Proposed(vec![]),
            "Personne de connu ne peut présenter Us à Them par des relations confirmées. Avec des relations \
             proposées\u{a0}: ils sont en relation directe.",
        );
        check(
            Tongue::En,
            Way::None,
            "Nobody recorded can introduce Us to Them: no path of relationships is recorded, not even a \
             proposed one.",
        );
    }
}
