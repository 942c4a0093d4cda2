//! The two letters that stand for a relationship's kind where its words do not fit.

use domain::relationship::RelationshipKind;
use domain::vocabulary::Tongue;

/// Two letters, taken from the words of the kind in the language shown; the legend explains them.
pub fn mark(kind: RelationshipKind, tongue: Tongue) -> &'static str {
    let (english, french) = letters(kind);
    match tongue {
        Tongue::En => english,
        Tongue::Fr => french,
    }
}

fn letters(kind: RelationshipKind) -> (&'static str, &'static str) {
    match kind {
        RelationshipKind::Funds => ("Fu", "Fi"),
        RelationshipKind::Contracts => ("Ct", "St"),
        RelationshipKind::Deploys => ("De", "Dé"),
        RelationshipKind::Operates => ("Op", "Ex"),
        RelationshipKind::OwnsData => ("Ow", "Do"),
        RelationshipKind::Implements => ("Im", "Mo"),
        RelationshipKind::Supports => ("Su", "So"),
        RelationshipKind::Develops => ("Dv", "Dv"),
        RelationshipKind::ContributesTo => ("Cb", "Cb"),
        RelationshipKind::HostsInfra => ("Ho", "Hé"),
        RelationshipKind::Stewards => ("Sw", "Ga"),
        RelationshipKind::SeatOn => ("Se", "Si"),
        RelationshipKind::Advises => ("Ad", "Cs"),
        RelationshipKind::Governs => ("Go", "Go"),
        RelationshipKind::PartOf => ("Pa", "Pa"),
        RelationshipKind::MemberOf => ("Me", "Me"),
        RelationshipKind::EmployedBy => ("Em", "Em"),
        RelationshipKind::Represents => ("Re", "Re"),
        RelationshipKind::Knows => ("Kn", "Cn"),
        RelationshipKind::Trains => ("Tr", "Fo"),
        RelationshipKind::ReportsFeedbackTo => ("Fb", "Rt"),
        RelationshipKind::PeerOf => ("Pe", "Pr"),
        RelationshipKind::Recognises => ("Rg", "Rn"),
        RelationshipKind::Recommends => ("Rc", "Rd"),
        RelationshipKind::InteroperatesWith => ("In", "In"),
        RelationshipKind::DependsOn => ("Dp", "Dp"),
        RelationshipKind::ActiveIn => ("Ac", "Ac"),
        RelationshipKind::LocatedIn => ("Lo", "Sé"),
        RelationshipKind::Succeeds => ("Sc", "Sc"),
        RelationshipKind::RelatedTo => ("Rl", "Li"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::vocabulary::Word;

    /// Within one language no two kinds share a mark.
    #[test]
    fn marks_are_distinct() {
        for tongue in [Tongue::En, Tongue::Fr] {
            let marks: Vec<&str> =
                RelationshipKind::ALL.iter().map(|kind| mark(*kind, tongue)).collect();
            for (place, letters) in marks.iter().enumerate() {
                assert_eq!(letters.chars().count(), 2);
                assert!(!marks[..place].contains(letters), "{letters} twice in {tongue:?}");
            }
        }
    }
}
