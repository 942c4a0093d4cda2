//! The columns of a table of capabilities.

use crate::sheet::column::{camel_case, columns, is_dated_evidence};
use crate::sheet::{SheetColumn, Synonyms};
use crate::vocabulary::Word;

columns! {
    /// What a column of a table of capabilities can mean.
    pub enum CapabilityColumn {
        /// Who can give it, an organization or a group: short name, name, alias or acronym.
        Provider = "PROVIDER", "provider" | "prestataire";
        /// For which good.
        Good = "GOOD", "global good" | "bien commun";
        /// What is given; several are split as in a list.
        Service = "SERVICE", "service" | "prestation";
        /// To what degree, 0 to 4; an empty cell is not recorded, which is not 0.
        Level = "LEVEL", "level (0 to 4)" | "niveau (0 à 4)";
        /// In which countries; an empty cell is not recorded.
        Countries = "COUNTRIES", "countries" | "pays";
        /// In which languages; an empty cell is not recorded.
        Languages = "LANGUAGES", "languages" | "langues";
        /// Until which day it may be relied on.
        ExpiresOn = "EXPIRES_ON", "may be relied on until" | "valable jusqu’au";
        /// A remark.
        Note = "NOTE", "note" | "remarque";
        /// Who may see it.
        Visibility = "VISIBILITY", "visibility" | "visibilité";
        /// Which community maintains it; none is the shared registry.
        Community = "COMMUNITY", "community" | "communauté";
    }
}

impl SheetColumn for CapabilityColumn {
    #[rustfmt::skip]
    fn synonyms(self) -> Synonyms {
        let (en, fr): (&[&str], &[&str]) = match self {
            Self::Provider => (&["organization", "partner", "who", "supplier", "support provider"], &["organisation", "organisme", "partenaire", "qui", "fournisseur", "structure"]),
            Self::Good => (&["digital public good", "product", "software", "for which good"], &["bien public numerique", "produit", "logiciel", "pour quel bien commun"]),
            Self::Service => (&["services", "what", "capability", "capabilities"], &["prestations", "capacite", "capacites", "type de service"]),
            Self::Level => (&["level", "degree", "experience"], &["niveau", "degre"]),
            Self::Countries => (&["country", "where", "in which countries"], &["dans quels pays", "pays couverts"]),
            Self::Languages => (&["language", "in which languages"], &["langue", "dans quelles langues"]),
            Self::ExpiresOn => (&["expires", "expiry", "expiry date", "valid until", "until"], &["expiration", "date dexpiration", "echeance", "jusquau"]),
            Self::Note => (&["notes", "comment", "comments", "remarks"], &["remarques", "commentaire", "commentaires"]),
            Self::EvidenceSource => (&["evidence", "reference", "document"], &["preuve"]),
            Self::EvidenceLocator => (&["page", "line"], &["ligne"]),
            Self::SourceUrl => (&["url", "link"], &["adresse"]),
            _ => (&[], &[]),
        };
        Synonyms { en, fr }
    }

    fn fills(self, field: &str) -> bool {
        camel_case(self.code()) == field
    }

    fn holds_dates(self) -> bool {
        self == Self::ExpiresOn || is_dated_evidence(self)
    }
}
