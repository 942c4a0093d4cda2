//! The closed words of support: what is given, and why somebody is named.

use crate::vocabulary;

vocabulary! {
    /// What can be given for a good.
    pub enum ServiceKind {
        /// Putting it into use.
        Implementation = "IMPLEMENTATION", "implementation" | "mise en œuvre";
        /// Running it on servers.
        Hosting = "HOSTING", "hosting" | "hébergement";
        /// Teaching people to use or run it.
        Training = "TRAINING", "training" | "formation";
        /// Changing its code.
        Development = "DEVELOPMENT", "software development" | "développement logiciel";
        /// Answering those who use it.
        Helpdesk = "HELPDESK", "help desk" | "assistance aux utilisateurs";
        /// Keeping it running and up to date.
        Maintenance = "MAINTENANCE", "maintenance" | "maintenance";
        /// Joining it with other systems.
        Integration = "INTEGRATION", "integration and interoperability" | "intégration et interopérabilité";
        /// Bringing it into a language and a country's usage.
        Localisation = "LOCALISATION", "localisation and translation" | "localisation et traduction";
        /// Moving and analysing its data.
        Data = "DATA", "data migration and analytics" | "migration et analyse de données";
        /// Guiding the work.
        ProjectManagement = "PROJECT_MANAGEMENT", "project management" | "gestion de projet";
        /// Advising those who decide.
        PolicyAdvice = "POLICY_ADVICE", "policy advice" | "conseil en politiques publiques";
    }
}

vocabulary! {
    /// Why somebody is named as support, and what is not known of it.
    pub enum SupportReason {
        /// A manager has verified it, and it has not expired.
        Verified = "VERIFIED", "verified" | "vérifiée";
        /// It was verified, and the day until which it could be relied on is over.
        Expired = "EXPIRED", "verified once, and expired" | "vérifiée, puis expirée";
        /// It is recorded, and nobody has verified it.
        NotVerified = "NOT_VERIFIED", "not verified" | "non vérifiée";
        /// Nothing but a relationship hints at it.
        RelationshipOnly = "RELATIONSHIP_ONLY", "only a relationship hints at it" | "seule une relation le laisse penser";
        /// The relationship is a proposal so far.
        ProposedOnly = "PROPOSED_ONLY", "an offer or a proposal so far" | "une offre ou une proposition à ce stade";
        /// There is evidence against the relationship.
        Disputed = "DISPUTED", "disputed" | "contestée";
        /// It is recorded for the good's community as a whole.
        CommunityWide = "COMMUNITY_WIDE", "recorded for the community as a whole" | "saisi pour la communauté dans son ensemble";
        /// There is an implementation, and nobody is recorded who implements it.
        ImplementersNotNamed = "IMPLEMENTERS_NOT_NAMED", "its implementers are not recorded by name" | "ses intégrateurs ne sont pas saisis nommément";
        /// It covers the country that is asked for.
        InCountry = "IN_COUNTRY", "in this country" | "dans ce pays";
        /// It is not recorded for which countries.
        CountryNotRecorded = "COUNTRY_NOT_RECORDED", "country not recorded" | "pays non saisi";
        /// It is for other countries.
        OtherCountry = "OTHER_COUNTRY", "in another country" | "dans un autre pays";
        /// It covers the language that is asked for.
        InLanguage = "IN_LANGUAGE", "in this language" | "dans cette langue";
        /// It is not recorded in which languages.
        LanguageNotRecorded = "LANGUAGE_NOT_RECORDED", "language not recorded" | "langue non saisie";
        /// It is in other languages.
        OtherLanguage = "OTHER_LANGUAGE", "in another language" | "dans une autre langue";
        /// It is the service that is asked for.
        SameService = "SAME_SERVICE", "this service" | "ce service";
        /// It is not recorded which service.
        ServiceNotRecorded = "SERVICE_NOT_RECORDED", "service not recorded" | "service non saisi";
        /// It is another service.
        OtherService = "OTHER_SERVICE", "another service" | "un autre service";
        /// It is at the level that is asked for, or above.
        AtLevel = "AT_LEVEL", "at this level or above" | "à ce niveau ou au-dessus";
        /// It is not recorded at which level.
        LevelNotRecorded = "LEVEL_NOT_RECORDED", "level not recorded" | "niveau non saisi";
        /// It is below the level that is asked for.
        BelowLevel = "BELOW_LEVEL", "below this level" | "en dessous de ce niveau";
    }
}

vocabulary! {
    /// By what the columns of the coverage are told apart.
    pub enum CoverageAcross {
        /// By language.
        Language = "LANGUAGE", "language" | "langue";
        /// By global good.
        Good = "GOOD", "global good" | "bien commun numérique";
        /// By service.
        Service = "SERVICE", "service" | "service";
    }
}
