//! The closed words as they are at this step: a later step that adds a word rebuilds its CHECK.

use sea_orm_migration::prelude::*;

/// A required column that holds one of these words.
pub(super) fn word(name: &'static str, words: &'static [&'static str]) -> ColumnDef {
    ColumnDef::new(name)
        .text()
        .not_null()
        .check(Expr::col(name).is_in(words.iter().copied()))
        .take()
}

/// As `word`, or nothing.
pub(super) fn optional_word(name: &'static str, words: &'static [&'static str]) -> ColumnDef {
    ColumnDef::new(name).text().null().check(Expr::col(name).is_in(words.iter().copied())).take()
}

pub(super) const ACTION_STATES: &[&str] = &["OPEN", "DONE", "DROPPED"];
pub(super) const CHANNELS: &[&str] =
    &["CALL", "EMAIL", "MEETING", "CHAT", "LETTER", "EVENT", "OTHER"];
pub(super) const DECLINERS: &[&str] = &["US", "THEM"];
pub(super) const DIRECTIONS: &[&str] = &["OUTGOING", "INCOMING", "MUTUAL"];
pub(super) const FUNDING_FORMS: &[&str] = &["CASH", "IN_KIND", "STAFF"];
pub(super) const FUNDING_PURPOSES: &[&str] = &["CORE", "IMPLEMENTATION", "BOTH", "UNKNOWN"];
pub(super) const GAIN_SIDES: &[&str] = &["WE_GAIN", "THEY_GAIN"];
pub(super) const GAIN_STATUS: &[&str] = &["PROMISED", "DELIVERED"];
pub(super) const GROUP_TYPES: &[&str] = &[
    "BOARD",
    "STEERING",
    "ADVISORY",
    "COMMITTEE",
    "WORKING_GROUP",
    "COMMUNITY_OF_PRACTICE",
    "SECRETARIAT",
    "SUBCOMMUNITY",
    "COALITION",
    "TEAM",
];
pub(super) const IMPLEMENTATION_SCOPES: &[&str] = &["PILOT", "SUB_NATIONAL", "NATIONAL"];
pub(super) const IMPLEMENTATION_STAGES: &[&str] =
    &["EXPLORING", "FEASIBILITY", "PILOT", "ROLLOUT", "SCALED", "SUSTAINED", "RETIRED", "PAUSED"];
pub(super) const LOCALES: &[&str] = &["EN", "FR"];
pub(super) const OBJECTIVES: &[&str] = &[
    "FUND",
    "CO_FUND",
    "IMPLEMENT",
    "LOCAL_SUPPORT",
    "CAPACITY",
    "ACADEMIC_KNOWHOW",
    "TEACHING_TESTING",
    "POLICY_MEDIATION",
    "FRANCOPHONE_GROWTH",
    "USER_VOICE",
    "INTEROPERABILITY",
    "ADVOCACY",
    "BID_PARTNER",
    "DATA_SHARING",
    "CLARIFY_MANDATE",
    "OTHER",
];
pub(super) const ORGANIZATION_TYPES: &[&str] = &[
    "BILATERAL_FUNDER",
    "FOUNDATION",
    "FINANCING_MECHANISM",
    "MULTILATERAL",
    "DEVELOPMENT_AGENCY",
    "GOVERNMENT",
    "SCHEME_OPERATOR",
    "NGO_IMPLEMENTER",
    "FIRM_IMPLEMENTER",
    "TECHNOLOGY_VENDOR",
    "ACADEMIA",
    "REGIONAL_HUB",
    "COORDINATION_BODY",
    "STEWARD_FOUNDATION",
    "INDUSTRY",
    "ASSOCIATION",
    "OTHER",
];
pub(super) const PLACE_LEVELS: &[&str] = &["WORLD_REGION", "COUNTRY", "SUBDIVISION"];
pub(super) const PROGRAMME_TYPES: &[&str] = &["PROJECT", "FUND", "NOTICE", "BID"];
pub(super) const REGISTRIES: &[&str] = &["ROR", "IATI", "DPGA", "GUIDEBOOK", "WIKIDATA", "DIAL"];
pub(super) const RELATIONSHIP_KINDS: &[&str] = &[
    "FUNDS",
    "CONTRACTS",
    "DEPLOYS",
    "OPERATES",
    "OWNS_DATA",
    "IMPLEMENTS",
    "SUPPORTS",
    "DEVELOPS",
    "CONTRIBUTES_TO",
    "HOSTS_INFRA",
    "STEWARDS",
    "SEAT_ON",
    "ADVISES",
    "GOVERNS",
    "PART_OF",
    "MEMBER_OF",
    "EMPLOYED_BY",
    "REPRESENTS",
    "KNOWS",
    "TRAINS",
    "REPORTS_FEEDBACK_TO",
    "PEER_OF",
    "RECOGNISES",
    "RECOMMENDS",
    "INTEROPERATES_WITH",
    "DEPENDS_ON",
    "ACTIVE_IN",
    "LOCATED_IN",
    "SUCCEEDS",
    "RELATED_TO",
];
pub(super) const RELATIONSHIP_STATES: &[&str] =
    &["PROPOSED", "CONFIRMED", "DISPUTED", "ENDED", "RETRACTED"];
pub(super) const ROLES: &[&str] = &["VIEWER", "EDITOR", "MANAGER", "ADMIN"];
pub(super) const SIZE_BANDS: &[&str] = &["MICRO", "SMALL", "MEDIUM", "LARGE"];
pub(super) const SOURCE_KINDS: &[&str] = &["DOCUMENT", "WEB_PAGE", "MEETING", "DATASET", "MESSAGE"];
pub(super) const STAGES: &[&str] = &[
    "IDENTIFIED",
    "QUALIFIED",
    "CONTACTED",
    "IN_DIALOGUE",
    "PROPOSAL_SENT",
    "UNDER_REVIEW",
    "COMMITTED",
    "ACTIVE",
    "RENEWING",
    "DORMANT",
    "DECLINED",
    "ENDED",
];
pub(super) const STAKEHOLDER_KINDS: &[&str] = &[
    "ORGANIZATION",
    "GLOBAL_GOOD",
    "GROUP",
    "IMPLEMENTATION",
    "PROGRAMME",
    "PERSON",
    "PLACE",
    "SEGMENT",
];
pub(super) const STANCES: &[&str] = &["SUPPORTS", "DISPUTES"];
pub(super) const TEXT_FIELDS: &[&str] = &["NAME", "SUMMARY"];
pub(super) const TRANSLATION_STATUS: &[&str] = &["ORIGINAL", "REVIEWED", "DRAFT"];
pub(super) const VISIBILITIES: &[&str] = &["PUBLIC", "COMMUNITY", "RESTRICTED"];
