//! The closed words about relationships.

use crate::vocabulary;

vocabulary! {
    /// A family of relationship kinds, shown or hidden together on the map.
    pub enum Layer {
        /// Who pays.
        Money = "MONEY", "money" | "argent";
        /// Who builds, runs and supports.
        Delivery = "DELIVERY", "delivery" | "réalisation";
        /// Who decides.
        Governance = "GOVERNANCE", "governance" | "gouvernance";
        /// Who belongs to whom.
        Affiliation = "AFFILIATION", "affiliation" | "appartenance";
        /// Who learns from whom.
        Knowledge = "KNOWLEDGE", "knowledge" | "savoir";
        /// Who speaks for whom.
        Advocacy = "ADVOCACY", "advocacy" | "plaidoyer";
        /// What works with what.
        Technical = "TECHNICAL", "technical" | "technique";
        /// Where.
        Place = "PLACE", "place" | "lieu";
        /// What followed what.
        Life = "LIFE", "life" | "évolution";
        /// Not yet said how.
        Other = "OTHER", "other" | "autre";
    }
}

vocabulary! {
    /// What joins two stakeholders, read from source to target.
    pub enum RelationshipKind {
        /// Gives money, staff or goods to.
        Funds = "FUNDS", "funds" | "finance";
        /// Pays for work by.
        Contracts = "CONTRACTS", "contracts" | "sous-traite à";
        /// Puts this global good to use.
        Deploys = "DEPLOYS", "deploys" | "déploie";
        /// Runs.
        Operates = "OPERATES", "operates" | "exploite";
        /// Is the owner of its data.
        OwnsData = "OWNS_DATA", "owns the data of" | "possède les données de";
        /// Carries out.
        Implements = "IMPLEMENTS", "implements" | "met en œuvre";
        /// Helps with services.
        Supports = "SUPPORTS", "supports" | "soutient";
        /// Builds its software.
        Develops = "DEVELOPS", "develops" | "développe";
        /// Gives code, texts or time to.
        ContributesTo = "CONTRIBUTES_TO", "contributes to" | "contribue à";
        /// Hosts the servers of.
        HostsInfra = "HOSTS_INFRA", "hosts" | "héberge";
        /// Takes care of as its steward.
        Stewards = "STEWARDS", "stewards" | "est garant de";
        /// Has a seat on.
        SeatOn = "SEAT_ON", "has a seat on" | "siège à";
        /// Advises.
        Advises = "ADVISES", "advises" | "conseille";
        /// Governs.
        Governs = "GOVERNS", "governs" | "gouverne";
        /// Is a part of.
        PartOf = "PART_OF", "is part of" | "fait partie de";
        /// Is a member of.
        MemberOf = "MEMBER_OF", "is a member of" | "est membre de";
        /// Works for.
        EmployedBy = "EMPLOYED_BY", "is employed by" | "est employé par";
        /// Speaks for.
        Represents = "REPRESENTS", "represents" | "représente";
        /// Knows personally; both ways.
        Knows = "KNOWS", "knows" | "connaît";
        /// Trains.
        Trains = "TRAINS", "trains" | "forme";
        /// Passes on the feedback of users to.
        ReportsFeedbackTo = "REPORTS_FEEDBACK_TO", "reports feedback to" | "transmet les retours à";
        /// Learns side by side with; both ways.
        PeerOf = "PEER_OF", "is a peer of" | "est pair de";
        /// Officially recognises.
        Recognises = "RECOGNISES", "recognises" | "reconnaît";
        /// Recommends.
        Recommends = "RECOMMENDS", "recommends" | "recommande";
        /// Exchanges data with; both ways.
        InteroperatesWith = "INTEROPERATES_WITH", "interoperates with" | "interopère avec";
        /// Cannot work without.
        DependsOn = "DEPENDS_ON", "depends on" | "dépend de";
        /// Works in.
        ActiveIn = "ACTIVE_IN", "is active in" | "est actif en";
        /// Is located in.
        LocatedIn = "LOCATED_IN", "is located in" | "est situé en";
        /// Came after and took over from.
        Succeeds = "SUCCEEDS", "succeeds" | "succède à";
        /// Has to do with, in a way that the note tells; a debt to be paid by a better kind.
        RelatedTo = "RELATED_TO", "is related to" | "est lié à";
    }
}

vocabulary! {
    /// How far a relationship is settled.
    pub enum RelationshipState {
        /// Somebody says so, or wishes so; nobody with the right to has confirmed it.
        Proposed = "PROPOSED", "proposed" | "proposée";
        /// Holds, on evidence.
        Confirmed = "CONFIRMED", "confirmed" | "confirmée";
        /// There is evidence against it.
        Disputed = "DISPUTED", "disputed" | "contestée";
        /// Held once, and has an end date.
        Ended = "ENDED", "ended" | "terminée";
        /// Was recorded by mistake.
        Retracted = "RETRACTED", "retracted" | "retirée";
    }
}

vocabulary! {
    /// What funding is meant for.
    pub enum FundingPurpose {
        /// The core product.
        Core = "CORE", "core" | "noyau";
        /// Country implementations.
        Implementation = "IMPLEMENTATION", "implementation" | "mise en œuvre";
        /// Both.
        Both = "BOTH", "both" | "les deux";
        /// Not recorded.
        Unknown = "UNKNOWN", "not recorded" | "non saisi";
    }
}

vocabulary! {
    /// In what form funding comes.
    pub enum FundingForm {
        /// Money.
        Cash = "CASH", "cash" | "espèces";
        /// Goods or services.
        InKind = "IN_KIND", "in kind" | "en nature";
        /// People's time.
        Staff = "STAFF", "staff" | "personnel";
    }
}

vocabulary! {
    /// A field that only some kinds of relationship have.
    pub enum RelationshipField {
        /// In what capacity: role, tier, mandate, basis, scope.
        Role = "ROLE", "role" | "rôle";
        /// About what: topic, standard, service, scheme.
        Topic = "TOPIC", "topic" | "sujet";
        /// Which constituency a seat belongs to.
        Constituency = "CONSTITUENCY", "constituency" | "collège";
        /// Whether a seat votes.
        Voting = "VOTING", "voting" | "droit de vote";
        /// How often feedback flows, in words.
        Cadence = "CADENCE", "cadence" | "fréquence";
        /// When feedback was last heard.
        LastHeard = "LAST_HEARD", "last heard" | "dernières nouvelles";
        /// Who stands in the way.
        BlockedBy = "BLOCKED_BY", "blocked by" | "bloqué par";
        /// How much money.
        Amount = "AMOUNT", "amount" | "montant";
        /// Which share of the whole, as a range.
        Share = "SHARE", "share" | "part";
        /// What funding is meant for.
        Purpose = "PURPOSE", "purpose" | "affectation";
        /// In what form funding comes.
        Form = "FORM", "form" | "forme";
        /// Through whom.
        Via = "VIA", "via" | "via";
        /// Whether the people agreed to be put in touch.
        Consent = "CONSENT", "consent" | "consentement";
    }
}
