//! The words that people write for what joins two stakeholders, in English and French.

use crate::relationship::{RelationshipKind, RelationshipState};
use crate::sheet::word::read_other;
use crate::text::fold;
use crate::vocabulary::{Tongue, Word};

/// Which way a relationship cell reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// From the first end to the second.
    Forward,
    /// From the second to the first: "is funded by".
    Backward,
}

/// The kind of relationship that a text names, and which way it reads.
pub(super) fn read_relationship(text: &str) -> Option<(RelationshipKind, Reading)> {
    use RelationshipKind::{
        ActiveIn, ContributesTo, Funds, Implements, InteroperatesWith, LocatedIn, MemberOf, PartOf,
        SeatOn, Supports, Trains,
    };
    #[rustfmt::skip]
    let others: &[(RelationshipKind, &[&str])] = &[
        (Funds, &["funder", "funder of", "fund", "funding", "bailleur", "bailleur de", "financement", "donor"]),
        (Implements, &["implementer", "implementer of", "implement", "met en oeuvre", "integrateur"]),
        (Supports, &["support", "supporter", "appui", "appuie", "partner of", "partenaire de"]),
        (ContributesTo, &["contributor", "contributeur", "contribute"]),
        (SeatOn, &["seat", "seat on", "siege", "siege a", "siege au"]),
        (PartOf, &["part of", "unit of", "parent", "unite de", "sous groupe de", "subgroup of"]),
        (MemberOf, &["member", "member of", "membre", "membre de"]),
        (Trains, &["trainer", "train", "formation"]),
        (InteroperatesWith, &["interoperates", "interoperability", "interoperabilite"]),
        (ActiveIn, &["active in", "works in", "intervient en", "intervient a"]),
        (LocatedIn, &["located in", "based in", "base a", "siege social a"]),
    ];
    if let Some(kind) = read_other(text, others) {
        return Some((kind, Reading::Forward));
    }
    let folded = fold(text);
    let inverse = RelationshipKind::ALL.iter().copied().find(|kind| {
        [Tongue::En, Tongue::Fr].iter().any(|tongue| {
            let label = fold(kind.inverse_label(*tongue));
            label == folded
                || label.strip_prefix("is ").or(label.strip_prefix("est ")) == Some(&folded)
        })
    });
    inverse.map(|kind| (kind, Reading::Backward))
}

/// The state of a relationship that a text names.
pub(super) fn read_state(text: &str) -> Option<RelationshipState> {
    use RelationshipState::{Confirmed, Ended, Proposed};
    read_other(
        text,
        &[
            (
                Proposed,
                &["potential", "potentiel", "potentielle", "planned", "prevu", "prevue", "propose"],
            ),
            (Confirmed, &["active", "actif", "current", "en cours", "confirme"]),
            (Ended, &["closed", "past", "former", "clos", "termine", "ancien"]),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relationships are understood by code, by label and backwards.
    #[test]
    fn relationships_read_both_ways() {
        use Reading::{Backward, Forward};
        for (text, kind, reading) in [
            ("FUNDS", RelationshipKind::Funds, Forward),
            ("Finance", RelationshipKind::Funds, Forward),
            ("is funded by", RelationshipKind::Funds, Backward),
            ("financé par", RelationshipKind::Funds, Backward),
            ("siège à", RelationshipKind::SeatOn, Forward),
            ("Membre de", RelationshipKind::MemberOf, Forward),
        ] {
            assert_eq!(read_relationship(text), Some((kind, reading)), "{text}");
        }
        assert_eq!(read_relationship("likes"), None);
    }

    /// No other name takes the place of a word of the list itself.
    #[test]
    fn words_stand_for_themselves() {
        for kind in RelationshipKind::ALL {
            for name in [kind.code(), kind.label(Tongue::En), kind.label(Tongue::Fr)] {
                assert_eq!(read_relationship(name), Some((*kind, Reading::Forward)), "{name}");
            }
        }
    }
}
