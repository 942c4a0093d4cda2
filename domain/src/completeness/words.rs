//! The closed words of completeness: what is asked of a record, and which question rests on it.

use crate::vocabulary;

vocabulary! {
    /// What kind of record something is asked of.
    pub enum RecordKind {
        /// An organization.
        Organization = "ORGANIZATION", "organization" | "organisation";
        /// A global good.
        GlobalGood = "GLOBAL_GOOD", "global good" | "bien commun numérique";
        /// A group.
        Group = "GROUP", "group" | "groupe";
        /// An implementation.
        Implementation = "IMPLEMENTATION", "implementation" | "mise en œuvre";
        /// A programme.
        Programme = "PROGRAMME", "programme" | "programme";
        /// A person.
        Person = "PERSON", "person" | "personne";
        /// A place.
        Place = "PLACE", "place" | "lieu";
        /// A category of partners.
        Segment = "SEGMENT", "category of partners" | "catégorie de partenaires";
        /// A relationship of any kind.
        Relationship = "RELATIONSHIP", "relationship" | "relation";
        /// A capability.
        Capability = "CAPABILITY", "capability" | "capacité";
        /// An engagement that is neither declined nor ended.
        Engagement = "ENGAGEMENT", "engagement" | "engagement";
    }
}

vocabulary! {
    /// A fact that is asked of some kind of record.
    pub enum RecordFact {
        /// That nothing is noted as unclear about who or what it is.
        Identity = "IDENTITY", "who or what it is" | "de qui ou de quoi il s’agit";
        /// What kind of body an organization is.
        OrganizationType = "ORGANIZATION_TYPE", "type of organization" | "type d’organisation";
        /// What kind of undertaking a programme is.
        ProgrammeType = "PROGRAMME_TYPE", "type of programme" | "type de programme";
        /// Its seat, or where it is.
        Country = "COUNTRY", "country" | "pays";
        /// In which countries somebody can give a service.
        Countries = "COUNTRIES", "countries covered" | "pays couverts";
        /// The languages that somebody works in, or that a place speaks.
        Languages = "LANGUAGES", "languages" | "langues";
        /// How many people work there.
        Size = "SIZE", "size" | "taille";
        /// Its web address.
        Website = "WEBSITE", "web address" | "adresse web";
        /// Under which licence a good is.
        Licence = "LICENCE", "licence" | "licence";
        /// Where its code is.
        Repository = "REPOSITORY", "code repository" | "dépôt de code";
        /// What a body is for.
        Mandate = "MANDATE", "mandate" | "mandat";
        /// What a body works on.
        Topics = "TOPICS", "topics" | "thèmes";
        /// Who should have a seat.
        RequiredSeats = "REQUIRED_SEATS", "required seats" | "sièges requis";
        /// Whose seat is recorded.
        Seats = "SEATS", "seats" | "sièges";
        /// The language that a body meets in.
        MeetingLanguage = "MEETING_LANGUAGE", "language of its meetings" | "langue des réunions";
        /// How often a body meets.
        Meets = "MEETS", "how often it meets" | "fréquence des réunions";
        /// How far an implementation has come.
        Stage = "STAGE", "stage" | "étape";
        /// How much of the country it covers.
        Scope = "SCOPE", "scope" | "étendue";
        /// When it began.
        Start = "START", "start" | "début";
        /// When what is no longer in use ended.
        End = "END", "end" | "fin";
        /// Who decides about a programme.
        DecidedBy = "DECIDED_BY", "who decides" | "qui décide";
        /// In which role a person is known.
        Role = "ROLE", "role" | "rôle";
        /// For which organization a person works or speaks.
        Employer = "EMPLOYER", "organization of the person" | "organisation de la personne";
        /// That it is related to anything at all.
        Relationship = "RELATIONSHIP", "any relationship" | "une relation quelconque";
        /// That each of its relationships rests on evidence.
        RelationshipEvidence = "RELATIONSHIP_EVIDENCE", "evidence for each relationship" | "une preuve pour chaque relation";
        /// Who takes care of a good.
        Steward = "STEWARD", "steward" | "garant";
        /// Who pays.
        Funder = "FUNDER", "funder" | "bailleur";
        /// Where a good is at work.
        Deployment = "DEPLOYMENT", "where it is at work" | "où il est déployé";
        /// Which good is at work here.
        Good = "GOOD", "global good in use" | "bien commun utilisé";
        /// Who runs it.
        Operator = "OPERATOR", "operator" | "exploitant";
        /// Who carries it out.
        Implementer = "IMPLEMENTER", "implementer" | "intégrateur";
        /// To whom its users are heard.
        Feedback = "FEEDBACK", "to whom feedback goes" | "à qui vont les retours";
        /// What it rests on.
        Evidence = "EVIDENCE", "evidence" | "preuve";
        /// How much money, or which share of the whole.
        AmountOrShare = "AMOUNT_OR_SHARE", "amount or share" | "montant ou part";
        /// What the money is for.
        Purpose = "PURPOSE", "purpose" | "affectation";
        /// Whose seat it is.
        Constituency = "CONSTITUENCY", "constituency" | "collège";
        /// Whether a seat votes.
        Voting = "VOTING", "right to vote" | "droit de vote";
        /// How often feedback flows.
        Cadence = "CADENCE", "how often feedback flows" | "fréquence des retours";
        /// When feedback was last heard.
        LastHeard = "LAST_HEARD", "when feedback was last heard" | "date des derniers retours";
        /// Whether people agreed to be put in touch.
        Consent = "CONSENT", "consent to be introduced" | "accord pour être présenté";
        /// To what degree somebody can give a service.
        Level = "LEVEL", "level" | "niveau";
        /// That a manager has verified it, and that this has not expired.
        Verification = "VERIFICATION", "verification" | "vérification";
        /// Who is in charge.
        Owner = "OWNER", "person in charge" | "responsable";
        /// Whom to talk to.
        EntryPoint = "ENTRY_POINT", "entry point" | "point d’entrée";
        /// What the community gains.
        WeGain = "WE_GAIN", "what we gain" | "ce que nous gagnons";
        /// What the party gains.
        TheyGain = "THEY_GAIN", "what they gain" | "ce que l’autre partie gagne";
        /// What is to be done next.
        NextStep = "NEXT_STEP", "next step" | "prochaine étape";
    }
}

vocabulary! {
    /// A question that is answered from what is recorded.
    pub enum Question {
        /// What stands on a record's own page, and how it is found.
        Profile = "PROFILE", "who or what is it?" | "qui est-ce, ou qu’est-ce\u{a0}?";
        /// `simulateLoss`.
        Loss = "LOSS", "what if they leave?" | "et s’ils partaient\u{a0}?";
        /// `fundingConcentration` and `fundingPaths`.
        Funding = "FUNDING", "who pays, and how much depends on few?" | "qui paie, et combien dépend de quelques-uns\u{a0}?";
        /// `introductionPaths`.
        Introduction = "INTRODUCTION", "who can introduce us?" | "qui peut nous présenter\u{a0}?";
        /// `feedbackPath` and `feedbackDistances`.
        Feedback = "FEEDBACK", "are users heard?" | "les utilisateurs sont-ils entendus\u{a0}?";
        /// `representationGaps` and `groupHealth`.
        Representation = "REPRESENTATION", "who is represented?" | "qui est représenté\u{a0}?";
        /// `compareGovernance`.
        Governance = "GOVERNANCE", "how are goods governed?" | "comment les biens sont-ils gouvernés\u{a0}?";
        /// `groupOverlap`.
        Overlap = "OVERLAP", "which bodies overlap?" | "quelles instances se recoupent\u{a0}?";
        /// `supportDirectory`.
        Support = "SUPPORT", "who can give support?" | "qui peut apporter un appui\u{a0}?";
        /// `coverageGaps`.
        Coverage = "COVERAGE", "where is support missing?" | "où l’appui manque-t-il\u{a0}?";
        /// `peersFor`.
        Peers = "PEERS", "from whom can one learn?" | "de qui apprendre\u{a0}?";
        /// `bridgeScore`.
        Bridge = "BRIDGE", "are English and French bridged?" | "l’anglais et le français sont-ils reliés\u{a0}?";
        /// `networkMeasures`, `networkClusters` and `weakPoints`.
        Network = "NETWORK", "who stands where in the network?" | "qui occupe quelle place dans le réseau\u{a0}?";
        /// What held on a day: `asOf` and `graphDiff`.
        Time = "TIME", "what held when?" | "qu’est-ce qui valait quand\u{a0}?";
        /// `reliability`.
        Reliability = "RELIABILITY", "how far can it be relied on?" | "à quel point s’y fier\u{a0}?";
        /// `board` and `engagements`.
        Pipeline = "PIPELINE", "where does each conversation stand?" | "où en est chaque échange\u{a0}?";
        /// What is promised and delivered both ways.
        Gains = "GAINS", "what does each side gain?" | "que gagne chaque partie\u{a0}?";
    }
}
