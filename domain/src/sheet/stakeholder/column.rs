//! The columns of a table of stakeholders.

use crate::sheet::column::{camel_case, columns, is_dated_evidence};
use crate::sheet::{SheetColumn, Synonyms};
use crate::stakeholder::StakeholderKind;
use crate::vocabulary::Word;

columns! {
    /// What a column of a table of stakeholders can mean.
    pub enum StakeholderColumn {
        /// The short name in addresses.
        Slug = "SLUG", "short name in addresses" | "nom court dans les adresses";
        /// Organization, group, person ...
        Kind = "KIND", "kind" | "nature";
        /// Of an organization, group, programme or place: which type.
        Type = "TYPE", "type" | "type";
        /// The name, in the language of the sheet.
        Name = "NAME", "name" | "nom";
        /// The English name.
        NameEn = "NAME_EN", "name (English)" | "nom (anglais)";
        /// The French name.
        NameFr = "NAME_FR", "name (French)" | "nom (français)";
        /// The short form of the name.
        Acronym = "ACRONYM", "acronym" | "sigle";
        /// Other names.
        Aliases = "ALIASES", "other names" | "autres noms";
        /// The country of its seat, or where it is.
        Country = "COUNTRY", "country" | "pays";
        /// The countries it works in.
        Countries = "COUNTRIES", "countries of work" | "pays d’intervention";
        /// The languages it works in.
        Languages = "LANGUAGES", "languages" | "langues";
        /// Its web address.
        Website = "WEBSITE", "website" | "site web";
        /// A paragraph about it, in the language of the sheet.
        Summary = "SUMMARY", "summary" | "résumé";
        /// A paragraph about it in English.
        SummaryEn = "SUMMARY_EN", "summary (English)" | "résumé (anglais)";
        /// A paragraph about it in French.
        SummaryFr = "SUMMARY_FR", "summary (French)" | "résumé (français)";
        /// Why it is not clear who or what this is.
        Unresolved = "UNRESOLVED", "what is unclear" | "ce qui n’est pas clair";
        /// Its ids in other registries, each as registry:id.
        ExternalIds = "EXTERNAL_IDS", "ids in other registries" | "identifiants externes";
        /// Who may see it.
        Visibility = "VISIBILITY", "visibility" | "visibilité";
        /// Which community maintains it; none is the shared registry.
        Community = "COMMUNITY", "community" | "communauté";
        /// Of an organization: what else it is.
        SecondaryTypes = "SECONDARY_TYPES", "other types" | "autres types";
        /// Of an organization: how many people work in it.
        SizeBand = "SIZE_BAND", "size" | "taille";
        /// Of an organization: whether it is at home where it works.
        IsLocal = "IS_LOCAL", "local" | "local (oui/non)";
        /// Of a global good: its licence.
        Licence = "LICENCE", "licence" | "licence du logiciel";
        /// Of a global good: where its code is.
        Repository = "REPOSITORY", "repository" | "dépôt du code";
        /// Of a group: what it calls itself.
        LocalName = "LOCAL_NAME", "own name" | "nom d’usage";
        /// Of a group: what it is for.
        Mandate = "MANDATE", "mandate" | "mandat";
        /// Of a group: what it works on.
        Topics = "TOPICS", "topics" | "sujets";
        /// Of a group: the language it meets in.
        Language = "LANGUAGE", "meeting language" | "langue des réunions";
        /// Of a group: how often it meets.
        Meets = "MEETS", "meets" | "fréquence des réunions";
        /// Of a group: which constituencies should have a seat.
        RequiredConstituencies = "REQUIRED_CONSTITUENCIES", "required constituencies" | "collèges requis";
        /// Of an implementation: how far it has come.
        Stage = "STAGE", "stage" | "étape";
        /// Of an implementation: how much of the country it covers.
        Scope = "SCOPE", "scope" | "couverture";
        /// Of an implementation: the scheme or system that it serves.
        Scheme = "SCHEME", "scheme" | "régime servi";
        /// Of an implementation: its start.
        StartedOn = "STARTED_ON", "started on" | "date de début";
        /// Of an implementation: its end.
        EndedOn = "ENDED_ON", "ended on" | "date de fin";
        /// Of a programme: who decides about it.
        DecidedBy = "DECIDED_BY", "decided by" | "décidé par";
        /// Of a person: the role in which the person is known.
        Role = "ROLE", "role" | "rôle";
    }
}

impl StakeholderColumn {
    /// The one kind that has this column; none when every kind has it or several do.
    pub(super) fn only_kind(self) -> Option<StakeholderKind> {
        match self {
            Self::SecondaryTypes | Self::SizeBand | Self::IsLocal => {
                Some(StakeholderKind::Organization)
            }
            Self::Licence | Self::Repository => Some(StakeholderKind::GlobalGood),
            Self::LocalName
            | Self::Mandate
            | Self::Topics
            | Self::Language
            | Self::Meets
            | Self::RequiredConstituencies => Some(StakeholderKind::Group),
            Self::Stage | Self::Scope | Self::Scheme | Self::StartedOn | Self::EndedOn => {
                Some(StakeholderKind::Implementation)
            }
            Self::DecidedBy => Some(StakeholderKind::Programme),
            Self::Role => Some(StakeholderKind::Person),
            _ => None,
        }
    }
}

impl SheetColumn for StakeholderColumn {
    #[rustfmt::skip]
    fn synonyms(self) -> Synonyms {
        let (en, fr): (&[&str], &[&str]) = match self {
            Self::Kind => (&["stakeholder kind"], &["nature de la partie prenante"]),
            Self::Type => (&["organization type", "organisation type", "category", "partner type"], &["type dorganisation", "type dorganisme", "type de partenaire", "type de structure", "categorie"]),
            Self::Name => (&["label", "organization", "partner", "partner name", "stakeholder", "organization name", "organisation name", "full name"], &["organisation", "organisme", "partenaire", "nom du partenaire", "nom de lorganisation", "denomination", "structure", "intitule", "partie prenante"]),
            Self::NameEn => (&["english name", "name en"], &["nom anglais", "nom en anglais", "nom en"]),
            Self::NameFr => (&["french name", "name fr"], &["nom francais", "nom en francais", "nom fr"]),
            Self::Acronym => (&["abbreviation", "short name"], &["acronyme", "abreviation", "nom court"]),
            Self::Aliases => (&["alias", "also known as", "aka", "alternative names"], &["autre nom", "autre denomination", "autres denominations", "aussi connu comme"]),
            Self::Country => (&["headquarters", "hq", "hq country", "country of origin"], &["siege", "pays du siege", "pays dorigine"]),
            Self::Countries => (&["active in", "countries active", "working countries"], &["pays couverts", "intervient en", "pays dactivite", "zones dintervention"]),
            Self::Languages => (&["working languages", "working language"], &["langue", "langues de travail", "langue de travail"]),
            Self::Website => (&["url", "web site", "web", "homepage", "web address"], &["site", "site internet", "adresse web", "lien"]),
            Self::Summary => (&["description", "about"], &["presentation", "descriptif"]),
            Self::SummaryEn => (&["description en", "english description"], &["description anglaise", "description en anglais"]),
            Self::SummaryFr => (&["description fr", "french description"], &["description francaise", "description en francais"]),
            Self::ExternalIds => (&["external id"], &["identifiant externe"]),
            Self::SizeBand => (&["number of staff", "staff"], &["effectif", "effectifs"]),
            Self::IsLocal => (&["is local", "local organization"], &["organisation locale"]),
            Self::Licence => (&["license"], &[]),
            Self::Repository => (&["repo", "source code"], &["code source"]),
            Self::Mandate => (&["purpose"], &["mission"]),
            Self::Topics => (&["topic", "tags"], &["sujet", "themes", "thematiques"]),
            Self::RequiredConstituencies => (&["required seats", "seats required"], &["sieges requis", "sieges prevus"]),
            Self::StartedOn => (&["start date", "start"], &["debut", "demarrage"]),
            Self::EndedOn => (&["end date", "end"], &["fin"]),
            Self::Role => (&["position", "job title"], &["fonction", "poste"]),
            _ => (&[], &[]),
        };
        Synonyms { en, fr }
    }

    fn fills(self, field: &str) -> bool {
        match self {
            Self::Name => matches!(field, "name" | "nameEn" | "nameFr"),
            Self::NameEn => matches!(field, "name" | "nameEn"),
            Self::Summary => matches!(field, "summaryEn" | "summaryFr"),
            Self::Country => matches!(field, "country" | "countries"),
            _ => camel_case(self.code()) == field,
        }
    }

    fn holds_dates(self) -> bool {
        matches!(self, Self::StartedOn | Self::EndedOn) || is_dated_evidence(self)
    }
}
