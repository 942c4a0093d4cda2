//! The columns of a table of relationships.

use crate::sheet::column::{camel_case, columns, is_dated_evidence};
use crate::sheet::{SheetColumn, Synonyms};
use crate::vocabulary::Word;

columns! {
    /// What a column of a table of relationships can mean.
    pub enum RelationshipColumn {
        /// The stakeholder that it starts from: short name, name, alias or acronym.
        From = "FROM", "from" | "de";
        /// What joins the two.
        Kind = "KIND", "relationship" | "relation";
        /// The stakeholder that it goes to; several are split by bars.
        To = "TO", "to" | "vers";
        /// How far it is settled.
        State = "STATE", "state" | "état";
        /// Since when it holds.
        ValidFrom = "VALID_FROM", "since" | "depuis";
        /// Until when it holds.
        ValidTo = "VALID_TO", "until" | "jusqu’à";
        /// In what capacity.
        Role = "ROLE", "role" | "rôle";
        /// About what.
        Topic = "TOPIC", "topic" | "sujet";
        /// Which constituency a seat belongs to.
        Constituency = "CONSTITUENCY", "constituency" | "collège";
        /// Whether a seat votes.
        Voting = "VOTING", "voting" | "droit de vote";
        /// How often feedback flows.
        Cadence = "CADENCE", "cadence" | "fréquence";
        /// When feedback was last heard.
        LastHeard = "LAST_HEARD", "last heard" | "dernières nouvelles";
        /// Who stands in the way.
        BlockedBy = "BLOCKED_BY", "blocked by" | "bloqué par";
        /// How much money, in whole units.
        Amount = "AMOUNT", "amount" | "montant";
        /// Of which currency.
        Currency = "CURRENCY", "currency" | "devise";
        /// At least which share of the whole, in percent.
        ShareMin = "SHARE_MIN", "share at least (%)" | "part minimale (%)";
        /// At most which share of the whole, in percent.
        ShareMax = "SHARE_MAX", "share at most (%)" | "part maximale (%)";
        /// What funding is meant for.
        Purpose = "PURPOSE", "purpose" | "affectation";
        /// In what form funding comes.
        Form = "FORM", "form" | "forme";
        /// Through whom.
        Via = "VIA", "via" | "par l’intermédiaire de";
        /// Whether the people agreed to be put in touch.
        Consent = "CONSENT", "consent" | "consentement";
        /// How strong it is, 1 to 5.
        Strength = "STRENGTH", "strength" | "force";
        /// A remark.
        Note = "NOTE", "note" | "remarque";
        /// Who may see it.
        Visibility = "VISIBILITY", "visibility" | "visibilité";
        /// Which community maintains it; none is the shared registry.
        Community = "COMMUNITY", "community" | "communauté";
    }
}

impl SheetColumn for RelationshipColumn {
    #[rustfmt::skip]
    fn synonyms(self) -> Synonyms {
        let (en, fr): (&[&str], &[&str]) = match self {
            Self::From => (&["source", "source label", "from label"], &["origine", "partenaire source"]),
            Self::Kind => (&["type", "relationship type", "kind"], &["type de relation", "lien", "nature du lien"]),
            Self::To => (&["target", "target label", "to label"], &["cible", "destination", "partenaire cible"]),
            Self::State => (&["status"], &["statut"]),
            Self::ValidFrom => (&["start", "start date", "from date", "valid since"], &["debut", "date de debut"]),
            Self::ValidTo => (&["end", "end date", "to date", "valid until"], &["fin", "date de fin"]),
            Self::Role => (&["capacity"], &["fonction", "qualite"]),
            Self::Topic => (&["subject", "about"], &["theme", "objet"]),
            Self::Cadence => (&["frequency", "how often"], &["periodicite"]),
            Self::LastHeard => (&["last feedback", "last contact", "last heard on"], &["dernier retour", "dernier contact"]),
            Self::Amount => (&["budget", "funding"], &["financement", "somme"]),
            Self::Via => (&["through"], &["intermediaire"]),
            Self::Strength => (&["weight"], &["poids"]),
            Self::Note => (&["notes", "comment", "comments", "remarks"], &["remarques", "commentaire", "commentaires"]),
            Self::EvidenceSource => (&["evidence", "reference", "document"], &["preuve"]),
            Self::EvidenceLocator => (&["page", "line"], &["ligne"]),
            Self::SourceUrl => (&["url", "link"], &["adresse"]),
            _ => (&[], &[]),
        };
        Synonyms { en, fr }
    }

    fn fills(self, field: &str) -> bool {
        match self {
            Self::From => field == "source",
            Self::To => field == "target",
            _ => camel_case(self.code()) == field,
        }
    }

    fn holds_dates(self) -> bool {
        matches!(self, Self::ValidFrom | Self::ValidTo | Self::LastHeard) || is_dated_evidence(self)
    }
}
