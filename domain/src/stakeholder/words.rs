//! The closed words that say what a stakeholder is.

use crate::vocabulary;

vocabulary! {
    /// What a stakeholder is; it never changes.
    pub enum StakeholderKind {
        /// A legal or working body: funder, ministry, NGO, firm, university, hub ...
        Organization = "ORGANIZATION", "organization" | "organisation";
        /// An open-source digital public good for health or social protection.
        GlobalGood = "GLOBAL_GOOD", "global good" | "bien commun numérique";
        /// A body of people or organizations: board, council, committee, working group ...
        Group = "GROUP", "group" | "groupe";
        /// A global good at work in one place.
        Implementation = "IMPLEMENTATION", "implementation" | "mise en œuvre";
        /// A project, fund, notice or bid.
        Programme = "PROGRAMME", "programme" | "programme";
        /// A human being, by role.
        Person = "PERSON", "person" | "personne";
        /// A country or another area.
        Place = "PLACE", "place" | "lieu";
        /// A category of partners, such as pharma groups, when no single organization is meant.
        Segment = "SEGMENT", "category of partners" | "catégorie de partenaires";
    }
}

vocabulary! {
    /// What kind of body an organization is.
    pub enum OrganizationType {
        /// A government that funds abroad, or its agency (USAID, NORAD).
        BilateralFunder = "BILATERAL_FUNDER", "bilateral funder" | "bailleur bilatéral";
        /// A philanthropic foundation.
        Foundation = "FOUNDATION", "foundation" | "fondation";
        /// A pooled fund (Gavi, Global Fund).
        FinancingMechanism = "FINANCING_MECHANISM", "financing mechanism" | "mécanisme de financement";
        /// An organization of states (WHO, UNICEF, ILO).
        Multilateral = "MULTILATERAL", "multilateral" | "organisation multilatérale";
        /// An agency that carries out development cooperation (GIZ).
        DevelopmentAgency = "DEVELOPMENT_AGENCY", "development agency" | "agence de développement";
        /// A ministry or another government body.
        Government = "GOVERNMENT", "government" | "gouvernement";
        /// A body that runs an insurance or protection scheme.
        SchemeOperator = "SCHEME_OPERATOR", "scheme operator" | "gestionnaire de régime";
        /// A non-profit that implements.
        NgoImplementer = "NGO_IMPLEMENTER", "implementing NGO" | "ONG de mise en œuvre";
        /// A firm that implements.
        FirmImplementer = "FIRM_IMPLEMENTER", "implementing firm" | "entreprise de mise en œuvre";
        /// A firm that sells technology.
        TechnologyVendor = "TECHNOLOGY_VENDOR", "technology vendor" | "fournisseur de technologie";
        /// A university or research institute.
        Academia = "ACADEMIA", "academia" | "monde universitaire";
        /// A network that serves a region.
        RegionalHub = "REGIONAL_HUB", "regional hub" | "pôle régional";
        /// A body that coordinates a community or a field.
        CoordinationBody = "COORDINATION_BODY", "coordination body" | "organe de coordination";
        /// A non-profit that stewards a global good.
        StewardFoundation = "STEWARD_FOUNDATION", "steward foundation" | "fondation gestionnaire";
        /// A firm outside technology, such as logistics or pharma.
        Industry = "INDUSTRY", "industry" | "industrie";
        /// A professional or supervisory association.
        Association = "ASSOCIATION", "association" | "association";
        /// None of these, or not known.
        Other = "OTHER", "other" | "autre";
    }
}

vocabulary! {
    /// What kind of body a group is, whatever it calls itself.
    pub enum GroupType {
        /// A board of directors.
        Board = "BOARD", "board" | "conseil d’administration";
        /// A body that steers.
        Steering = "STEERING", "steering group" | "groupe de pilotage";
        /// A body that advises.
        Advisory = "ADVISORY", "advisory body" | "organe consultatif";
        /// A standing committee.
        Committee = "COMMITTEE", "committee" | "comité";
        /// A working group.
        WorkingGroup = "WORKING_GROUP", "working group" | "groupe de travail";
        /// A community of practice.
        CommunityOfPractice = "COMMUNITY_OF_PRACTICE", "community of practice" | "communauté de pratique";
        /// A secretariat.
        Secretariat = "SECRETARIAT", "secretariat" | "secrétariat";
        /// A part of a community with its own language or topic.
        Subcommunity = "SUBCOMMUNITY", "subcommunity" | "sous-communauté";
        /// Organizations that bid or act together.
        Coalition = "COALITION", "coalition" | "coalition";
        /// A team.
        Team = "TEAM", "team" | "équipe";
    }
}

vocabulary! {
    /// How far an implementation has come.
    pub enum ImplementationStage {
        /// Interest exists.
        Exploring = "EXPLORING", "exploring" | "exploration";
        /// Being studied.
        Feasibility = "FEASIBILITY", "feasibility" | "faisabilité";
        /// Tried in a small area.
        Pilot = "PILOT", "pilot" | "pilote";
        /// Spreading.
        Rollout = "ROLLOUT", "rollout" | "déploiement";
        /// In use across its scope.
        Scaled = "SCALED", "scaled" | "passage à l’échelle";
        /// Carried by its owners.
        Sustained = "SUSTAINED", "sustained" | "pérennisé";
        /// No longer in use.
        Retired = "RETIRED", "retired" | "retiré";
        /// Standing still.
        Paused = "PAUSED", "paused" | "suspendu";
    }
}

vocabulary! {
    /// How much of a country an implementation covers.
    pub enum ImplementationScope {
        /// A trial.
        Pilot = "PILOT", "pilot" | "pilote";
        /// A part of the country.
        SubNational = "SUB_NATIONAL", "sub-national" | "infranational";
        /// The whole country.
        National = "NATIONAL", "national" | "national";
    }
}

vocabulary! {
    /// What kind of undertaking a programme is.
    pub enum ProgrammeType {
        /// A project.
        Project = "PROJECT", "project" | "projet";
        /// A fund that others can draw on.
        Fund = "FUND", "fund" | "fonds";
        /// A call for proposals.
        Notice = "NOTICE", "notice" | "appel à propositions";
        /// A bid.
        Bid = "BID", "bid" | "offre";
    }
}

vocabulary! {
    /// What kind of area a place is.
    pub enum PlaceLevel {
        /// A region of the world.
        WorldRegion = "WORLD_REGION", "world region" | "région du monde";
        /// A country.
        Country = "COUNTRY", "country" | "pays";
        /// A part of a country.
        Subdivision = "SUBDIVISION", "part of a country" | "subdivision";
    }
}

vocabulary! {
    /// How many people work in an organization.
    pub enum SizeBand {
        /// Up to 9.
        Micro = "MICRO", "up to 9 people" | "jusqu’à 9 personnes";
        /// 10 to 49.
        Small = "SMALL", "10 to 49 people" | "10 à 49 personnes";
        /// 50 to 249.
        Medium = "MEDIUM", "50 to 249 people" | "50 à 249 personnes";
        /// 250 and more.
        Large = "LARGE", "250 people and more" | "250 personnes et plus";
    }
}

vocabulary! {
    /// A registry that gives stakeholders ids of its own.
    pub enum Registry {
        /// Research Organization Registry.
        Ror = "ROR", "ROR" | "ROR";
        /// IATI organization identifier.
        Iati = "IATI", "IATI" | "IITA";
        /// Digital Public Goods Alliance registry.
        Dpga = "DPGA", "DPGA" | "DPGA";
        /// Global Goods Guidebook.
        Guidebook = "GUIDEBOOK", "Global Goods Guidebook" | "Guide des biens communs";
        /// Wikidata.
        Wikidata = "WIKIDATA", "Wikidata" | "Wikidata";
        /// DIAL catalogue.
        Dial = "DIAL", "DIAL catalogue" | "catalogue DIAL";
    }
}

vocabulary! {
    /// Who may see a record.
    pub enum Visibility {
        /// Everybody, signed in or not.
        Public = "PUBLIC", "public" | "public";
        /// Members of the record's community.
        Community = "COMMUNITY", "community" | "communauté";
        /// Managers and admins of the record's community.
        Restricted = "RESTRICTED", "restricted" | "restreint";
    }
}
