//! The words that people write for what is given and to what degree, in English and French.

use crate::capability::{CapabilityLevel, ServiceKind};
use crate::sheet::word::{read_other, read_word};
use crate::vocabulary::Word;

/// The service that a text names.
pub(super) fn read_service(text: &str) -> Option<ServiceKind> {
    use ServiceKind::{
        Data, Development, Helpdesk, Hosting, Implementation, Integration, Localisation,
        Maintenance, PolicyAdvice, ProjectManagement, Training,
    };
    #[rustfmt::skip]
    let others: &[(ServiceKind, &[&str])] = &[
        (Implementation, &["deployment", "deploiement", "installation", "rollout", "integrateur", "implementer"]),
        (Hosting, &["host", "cloud", "hebergeur"]),
        (Training, &["trainer", "capacity building", "renforcement de capacites", "renforcement des capacites", "formateur"]),
        (Development, &["development", "developpement", "software", "programming", "developer", "developpeur"]),
        (Helpdesk, &["helpdesk", "user support", "support", "assistance", "appui aux utilisateurs"]),
        (Maintenance, &["operations", "exploitation", "upkeep"]),
        (Integration, &["interoperability", "interoperabilite", "interface"]),
        (Localisation, &["localization", "translation", "traduction", "traducteur"]),
        (Data, &["analytics", "data analytics", "data migration", "donnees", "migration", "analyse de donnees"]),
        (ProjectManagement, &["management", "gestion", "pilotage", "pmo"]),
        (PolicyAdvice, &["policy", "advice", "advisory", "conseil", "politiques publiques"]),
    ];
    read_other(text, others)
}

/// The level that a text gives as a number or names; whether the number is one is checked with the
/// draft.
pub(super) fn read_level(text: &str) -> Option<i32> {
    let number = text.trim().parse().ok();
    number.or_else(|| read_word::<CapabilityLevel>(text).map(CapabilityLevel::number))
}

/// What a cell of levels may hold.
pub(super) fn levels() -> Vec<String> {
    let all = CapabilityLevel::ALL.iter();
    all.map(|level| level.number().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Tongue;

    /// No other name takes the place of a word of the list itself.
    #[test]
    fn words_stand_for_themselves() {
        for service in ServiceKind::ALL {
            for name in [service.code(), service.label(Tongue::En), service.label(Tongue::Fr)] {
                assert_eq!(read_service(name), Some(*service), "{name}");
            }
        }
        assert_eq!(read_service("catering"), None);
    }

    /// A level is a number or a word; a number that is no level is left to the rule that refuses it.
    #[test]
    fn levels_are_numbers_or_words() {
        for (text, level) in [
            ("0", Some(0)),
            (" 4 ", Some(4)),
            ("7", Some(7)),
            ("Formé", Some(1)),
            ("LEADS", Some(4)),
        ] {
            assert_eq!(read_level(text), level, "{text}");
        }
        assert_eq!((read_level("2.5"), read_level("expert")), (None, None));
    }
}
