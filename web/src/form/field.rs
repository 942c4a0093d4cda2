//! Every field that a form of Banyan can have: its name in the API, its label, and what it holds.

use super::shape::{self, Shape};
use domain::capability::ServiceKind;
use domain::engagement::{
    Channel, DeclinedBy, Direction, GainSide, GainStatus, Objective, ReviewOutcome, Stage,
};
use domain::evidence::{SourceKind, Stance};
use domain::need::NeedSide;
use domain::relationship::{FundingForm, FundingPurpose, RelationshipKind, RelationshipState};
use domain::requirement::Disposition;
use domain::stakeholder::{
    GroupType, ImplementationScope, ImplementationStage, OrganizationType, PlaceLevel,
    ProgrammeType, SizeBand, StakeholderKind, Visibility,
};
use domain::text::{LINE_LIMIT, NAME_LIMIT, PARAGRAPH_LIMIT};
use domain::vocabulary::Tongue;

macro_rules! fields {
    ($($variant:ident $name:literal $shape:expr, $en:literal | $fr:literal;)+) => {
        /// One field of a form. Its name is the path in the GraphQL input that it fills.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $(#[doc = $en] $variant,)+
        }

        impl Field {
            /// Every field, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The path in the GraphQL input, which refusals name too.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// What it holds, so that one component can draw every field.
            pub fn shape(self) -> Shape {
                match self { $(Self::$variant => $shape),+ }
            }

            /// The label shown to people.
            pub fn label(self, tongue: Tongue) -> &'static str {
                match tongue {
                    Tongue::En => match self { $(Self::$variant => $en),+ },
                    Tongue::Fr => match self { $(Self::$variant => $fr),+ },
                }
            }
        }
    };
}

const STATING: &[StakeholderKind] =
    &[StakeholderKind::Organization, StakeholderKind::Implementation, StakeholderKind::Group];

const BODIES: &[StakeholderKind] =
    &[StakeholderKind::Organization, StakeholderKind::Group, StakeholderKind::Person];

fields! {
    NameEn "nameEn" Shape::Line(NAME_LIMIT), "Name in English" | "Nom en anglais";
    NameFr "nameFr" Shape::Line(NAME_LIMIT), "Name in French" | "Nom en français";
    SummaryEn "summaryEn" Shape::Paragraph(PARAGRAPH_LIMIT), "Summary in English" | "Résumé en anglais";
    SummaryFr "summaryFr" Shape::Paragraph(PARAGRAPH_LIMIT), "Summary in French" | "Résumé en français";
    Acronym "acronym" Shape::Line(40), "Acronym" | "Sigle";
    Aliases "aliases" Shape::Lines, "Other names" | "Autres noms";
    Country "country" Shape::Country, "Country" | "Pays";
    Countries "countries" Shape::Countries, "Countries it works in" | "Pays d’activité";
    Languages "languages" Shape::Languages, "Working languages" | "Langues de travail";
    Website "website" Shape::Url, "Website" | "Site web";
    ExternalIds "externalIds" Shape::ExternalIds, "Ids in other registries" | "Identifiants dans d’autres registres";
    Unresolved "unresolved" Shape::Line(LINE_LIMIT), "What is not clear about it" | "Ce qui reste à éclaircir";
    Visibility "visibility" Shape::Choice(shape::options::<Visibility>), "Who may see it" | "Qui peut la voir";
    Community "community" Shape::Community, "Kept by" | "Tenue par";

    OrganizationType "organizationType" Shape::Choice(shape::options::<OrganizationType>), "Type of organization" | "Type d’organisation";
    SecondaryTypes "secondaryTypes" Shape::Choices(shape::options::<OrganizationType>), "It is also" | "C’est aussi";
    SizeBand "sizeBand" Shape::Choice(shape::options::<SizeBand>), "Size" | "Taille";
    IsLocal "isLocal" Shape::Truth, "At home where it works" | "Ancrée là où elle travaille";
    Licence "licence" Shape::Line(100), "Licence" | "Licence";
    Repository "repository" Shape::Url, "Code repository" | "Dépôt de code";
    GroupType "groupType" Shape::Choice(shape::options::<GroupType>), "Type of group" | "Type de groupe";
    LocalName "localName" Shape::Line(NAME_LIMIT), "What it calls itself" | "Comment il se nomme";
    Mandate "mandate" Shape::Paragraph(PARAGRAPH_LIMIT), "Mandate" | "Mandat";
    Topics "topics" Shape::Lines, "Topics" | "Sujets";
    Language "language" Shape::Language, "Language of its meetings" | "Langue des réunions";
    Meets "meets" Shape::Line(NAME_LIMIT), "How often it meets" | "Fréquence des réunions";
    RequiredConstituencies "requiredConstituencies" Shape::Lines, "Constituencies that should have a seat" | "Collèges qui devraient siéger";
    ImplementationStage "stage" Shape::Choice(shape::options::<ImplementationStage>), "How far it has come" | "État d’avancement";
    StageNote "stageNote" Shape::Paragraph(PARAGRAPH_LIMIT), "Why it stands there" | "Pourquoi elle en est là";
    Scope "scope" Shape::Choice(shape::options::<ImplementationScope>), "Coverage" | "Couverture";
    Scheme "scheme" Shape::Line(NAME_LIMIT), "Scheme or system it serves" | "Régime ou système desservi";
    StartedOn "startedOn" Shape::PartialDate, "Started" | "Début";
    EndedOn "endedOn" Shape::PartialDate, "Ended" | "Fin";
    ProgrammeType "programmeType" Shape::Choice(shape::options::<ProgrammeType>), "Type of programme" | "Type de programme";
    DecidedBy "decidedBy" Shape::Line(LINE_LIMIT), "Who decides about it" | "Qui en décide";
    Role "role" Shape::Line(NAME_LIMIT), "Role" | "Rôle";
    Level "level" Shape::Choice(shape::options::<PlaceLevel>), "Kind of place" | "Type de lieu";

    Source "source" Shape::Party(shape::ANY_KIND), "From" | "De";
    Kind "kind" Shape::Choice(shape::options::<RelationshipKind>), "Relationship" | "Relation";
    Target "target" Shape::Party(shape::ANY_KIND), "To" | "À";
    ValidFrom "validFrom" Shape::PartialDate, "Since" | "Depuis";
    ValidTo "validTo" Shape::PartialDate, "Until" | "Jusqu’à";
    State "state" Shape::Choice(shape::options::<RelationshipState>), "State" | "État";
    Strength "strength" Shape::Whole(1, 5), "Strength, 1 to 5" | "Force, de 1 à 5";
    Note "note" Shape::Paragraph(PARAGRAPH_LIMIT), "Note" | "Note";
    Topic "topic" Shape::Line(LINE_LIMIT), "Topic" | "Sujet";
    Constituency "constituency" Shape::Line(NAME_LIMIT), "Constituency" | "Collège";
    Voting "voting" Shape::Truth, "Has a vote" | "Droit de vote";
    Cadence "cadence" Shape::Line(NAME_LIMIT), "How often" | "Fréquence";
    LastHeard "lastHeard" Shape::PartialDate, "Last heard" | "Dernières nouvelles";
    BlockedBy "blockedBy" Shape::Party(shape::ANY_KIND), "Blocked by" | "Bloqué par";
    Amount "amount" Shape::Amount, "Amount, whole units" | "Montant, en unités entières";
    Currency "currency" Shape::Currency, "Currency" | "Devise";
    ShareMin "shareMin" Shape::Whole(0, 100), "Share, at least (%)" | "Part, au moins (%)";
    ShareMax "shareMax" Shape::Whole(0, 100), "Share, at most (%)" | "Part, au plus (%)";
    Purpose "purpose" Shape::Choice(shape::options::<FundingPurpose>), "Meant for" | "Affectation";
    FundingForm "form" Shape::Choice(shape::options::<FundingForm>), "Form" | "Forme";
    Via "via" Shape::Party(&[StakeholderKind::Organization, StakeholderKind::Programme]), "Through" | "Par l’intermédiaire de";
    Consent "consent" Shape::Truth, "They agreed to be put in touch" | "Accord pour une mise en relation";

    Stance "evidence.stance" Shape::Choice(shape::options::<Stance>), "This evidence" | "Cette preuve";
    EvidenceSource "evidence.source" Shape::Source, "Source already recorded" | "Source déjà saisie";
    SourceKind "evidence.newSource.kind" Shape::Choice(shape::options::<SourceKind>), "Kind of source" | "Type de source";
    SourceTitle "evidence.newSource.title" Shape::Line(NAME_LIMIT), "Title of the new source" | "Titre de la nouvelle source";
    SourceUrl "evidence.newSource.url" Shape::Url, "Web address" | "Adresse web";
    PublishedOn "evidence.newSource.publishedOn" Shape::PartialDate, "Published" | "Publiée";
    SourceLicence "evidence.newSource.licence" Shape::Line(NAME_LIMIT), "Licence of the source" | "Licence de la source";
    RevisionTag "evidence.newSource.revisionTag" Shape::Line(NAME_LIMIT), "Which version of it" | "Quelle version";
    Locator "evidence.locator" Shape::Line(LINE_LIMIT), "Where in it: page, line, minute" | "Où : page, ligne, minute";
    EvidenceNote "evidence.note" Shape::Paragraph(PARAGRAPH_LIMIT), "What it says, in your words" | "Ce qu’elle dit, en vos mots";
    AssertedOn "evidence.assertedOn" Shape::PartialDate, "Said or written on" | "Dit ou écrit le";
    Inferred "evidence.inferred" Shape::Flag, "Inferred, not stated" | "Déduit, non énoncé";

    Provider "provider" Shape::Party(&[StakeholderKind::Organization, StakeholderKind::Group]), "Who can do it" | "Qui sait le faire";
    Good "good" Shape::Party(&[StakeholderKind::GlobalGood]), "For which global good" | "Pour quel bien commun numérique";
    Service "service" Shape::Choice(shape::options::<ServiceKind>), "Service" | "Service";
    CapabilityLevel "level" Shape::Whole(0, 4), "Level, 0 to 4" | "Niveau, de 0 à 4";
    ExpiresOn "expiresOn" Shape::Day, "May be relied on until" | "Valable jusqu’au";

    Party "party" Shape::Party(shape::ANY_KIND), "With whom" | "Avec qui";
    Objective "objective" Shape::Choice(shape::options::<Objective>), "Objective" | "Objectif";
    Why "why" Shape::Line(LINE_LIMIT), "Why this partner" | "Pourquoi ce partenaire";
    Owner "owner" Shape::Account, "Owner" | "Responsable";
    EntryPoints "entryPoints" Shape::Parties(BODIES), "Entry points" | "Points d’entrée";
    NextStep "nextStep" Shape::Line(LINE_LIMIT), "Next step" | "Prochaine étape";
    NextStepDue "nextStepDue" Shape::Day, "Due" | "Échéance";
    Influence "influence" Shape::Whole(1, 5), "Influence, 1 to 5" | "Influence, de 1 à 5";
    Interest "interest" Shape::Whole(1, 5), "Interest, 1 to 5" | "Intérêt, de 1 à 5";
    Impact "impact" Shape::Whole(1, 5), "Impact, 1 to 5" | "Impact, de 1 à 5";
    CadenceDays "cadenceDays" Shape::Whole(1, 3_650), "In touch every (days)" | "Contact tous les (jours)";
    ProposalUrl "proposalUrl" Shape::Url, "Proposal: link" | "Proposition : lien";
    ProposalFile "proposalFile" Shape::Line(NAME_LIMIT), "Proposal: file name" | "Proposition : nom du fichier";
    ProposalText "proposalText" Shape::Paragraph(PARAGRAPH_LIMIT), "Proposal: text" | "Proposition : texte";
    DecidingGroup "decidingGroup" Shape::Party(&[StakeholderKind::Group]), "Group that decides" | "Groupe qui décide";
    NoDecidingGroup "noDecidingGroup" Shape::Flag, "No group decides on their side" | "Aucun groupe ne décide de leur côté";
    StandingStage "standing.stage" Shape::Choice(shape::options::<Stage>), "Stage it already has" | "Étape déjà atteinte";
    StandingSince "standing.since" Shape::PartialDate, "Since" | "Depuis";
    StandingSource "standing.source" Shape::Line(LINE_LIMIT), "Where that is written" | "Où cela est écrit";

    Outcome "outcome" Shape::Choice(shape::options::<ReviewOutcome>), "What they said" | "Ce qui a été dit";
    DecidingBody "decidedBy" Shape::Party(&[StakeholderKind::Group]), "Group that decided" | "Groupe qui a décidé";
    DecidedOn "decidedOn" Shape::Day, "Decided on" | "Décidé le";
    DecisionSource "source" Shape::Line(LINE_LIMIT), "Where that is written" | "Où cela est écrit";
    Implementation "implementation" Shape::Party(&[StakeholderKind::Implementation]), "Implementation" | "Mise en œuvre";
    Disposition "disposition" Shape::Choice(shape::options::<Disposition>), "Where it belongs" | "À quoi elle appartient";
    Decider "decidedBy" Shape::Party(&[StakeholderKind::Group, StakeholderKind::Person]), "Who decided" | "Qui a décidé";
    Commitment "relationship" Shape::Account, "Relationship already recorded" | "Relation déjà saisie";
    Steps "steps" Shape::Lines, "Steps" | "Étapes";

    To "to" Shape::Choice(shape::options::<Stage>), "New stage" | "Nouvelle étape";
    EndsOn "endsOn" Shape::Day, "End date" | "Date de fin";
    Reason "reason" Shape::Line(LINE_LIMIT), "Reason" | "Raison";
    DeclinedBy "declinedBy" Shape::Choice(shape::options::<DeclinedBy>), "Who declined" | "Qui a décliné";

    HappenedOn "happenedOn" Shape::Day, "Date" | "Date";
    Channel "channel" Shape::Choice(shape::options::<Channel>), "Channel" | "Canal";
    Direction "direction" Shape::Choice(shape::options::<Direction>), "Direction" | "Sens";
    Remark "note" Shape::Line(LINE_LIMIT), "What was said" | "Ce qui s’est dit";
    Side "side" Shape::Choice(shape::options::<GainSide>), "Side" | "Côté";
    Text "text" Shape::Line(LINE_LIMIT), "Text" | "Texte";
    Status "status" Shape::Choice(shape::options::<GainStatus>), "Status" | "Statut";
    DueOn "dueOn" Shape::Day, "Due" | "Échéance";
    NeedSide "side" Shape::Choice(shape::options::<NeedSide>), "Need or offer" | "Besoin ou offre";
    Stating "party" Shape::Party(STATING), "Who looks for it or offers it" | "Qui le cherche ou l’offre";
    InCountry "country" Shape::Country, "In which country" | "Dans quel pays";
    InLanguage "language" Shape::Language, "In which language" | "Dans quelle langue";
    NeedUntil "until" Shape::Day, "By when, or until when" | "Pour quand, ou jusqu’à quand";
    MetBy "metBy" Shape::Party(STATING), "Who met it" | "Qui l’a satisfait";
    FindsEntryPoint "findsEntryPoint" Shape::Flag, "It is about finding the entry point" | "Il s’agit de trouver le point d’entrée";
}

impl Field {
    /// The first field of this name, wherever it belongs: for showing changes.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.name() == name)
    }

    /// A sentence that helps to fill it in, for the fields whose label is not enough.
    pub fn help(self, tongue: Tongue) -> Option<&'static str> {
        let (en, fr) = match (self, self.shape()) {
            (_, Shape::PartialDate) => {
                ("2024, 2024-05 or 2024-05-31", "2024, 2024-05 ou 2024-05-31")
            }
            (Self::Unresolved, _) => (
                "Leave empty when it is clear who or what this is.",
                "Laissez vide si l’identité ne fait aucun doute.",
            ),
            (_, Shape::Lines) => ("One per line.", "Une valeur par ligne."),
            (Self::Countries | Self::Languages, _) => (
                "One per line: a code or a name in English or French.",
                "Une valeur par ligne : un code ou un nom en français ou en anglais.",
            ),
            (_, Shape::Url) => ("Starts with https://", "Commence par https://"),
            (Self::Country, _) => (
                "Of its seat, or where it is: a code or a name.",
                "Du siège, ou du lieu : un code ou un nom.",
            ),
            (Self::NameEn, _) => (
                "A name in one of the two languages is enough.",
                "Un nom dans une des deux langues suffit.",
            ),
            (Self::Owner, _) => ("Somebody of the community.", "Un membre de la communauté."),
            _ => return None,
        };
        Some(match tongue {
            Tongue::En => en,
            Tongue::Fr => fr,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names that have two readings, by the form in which they stand.
    const AGAIN: [&str; 8] =
        ["note", "level", "decidedBy", "source", "side", "party", "country", "language"];

    /// No two fields of one name differ in label by accident.
    #[test]
    fn names_are_told_apart() {
        for (position, field) in Field::ALL.iter().enumerate() {
            assert!(!field.label(Tongue::En).is_empty() && !field.label(Tongue::Fr).is_empty());
            for other in &Field::ALL[position + 1..] {
                assert!(
                    field.name() != other.name() || AGAIN.contains(&field.name()),
                    "{field:?} {other:?}"
                );
            }
        }
        assert_eq!(Field::find("note"), Some(Field::Note));
    }

    /// French labels keep their space before a colon from breaking the line.
    #[test]
    fn french_colons_follow_a_space() {
        for field in Field::ALL {
            let label = field.label(Tongue::Fr);
            assert!(!label.contains(':') || label.contains("\u{a0}:"), "{label}");
        }
    }
}
