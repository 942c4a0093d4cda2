//! The fields of the daily work of a community.

use super::super::field::Rule;
use Rule::{Open, Own, WithRecord};

/// As the table that this is a part of.
pub(super) const FIELDS: &[(&str, Rule, &str)] = &[
    // Conversations.
    (
        "Engagement",
        WithRecord,
        "id community party objective stage stageSince why owner nextStep nextStepDue interest \
         influence impact decidingGroup entryPoints proposalText proposalUrl proposalFile \
         cadenceDays endsOn closeReason declinedBy reopens standingSince standingSource \
         lastInteractionOn theyGain weGain interactions transitions actions evidence \
         noDecidingGroup decision commitments onboarding suggestedMove need \
         allowedTransitions debt completeness visibility practice version createdAt updatedAt history",
    ),
    ("AllowedTransition", WithRecord, "to missing"),
    ("EngagementDecision", WithRecord, "outcome by on note source"),
    ("Onboarding", WithRecord, "since steps"),
    ("OnboardingStep", WithRecord, "number text doneOn"),
    ("SuggestedMove", WithRecord, "to reason day"),
    ("EngagementFunnel", WithRecord, "community stages stuckCount stuck"),
    ("FunnelStage", WithRecord, "stage here reached wentOn lost conversion medianDays"),
    ("StuckEngagement", WithRecord, "engagement days reasons missing"),
    ("Gain", WithRecord, "id side text status version"),
    ("Interaction", WithRecord, "id happenedOn channel direction by note version"),
    ("Transition", WithRecord, "id from to at by note"),
    ("Board", WithRecord, "community columns"),
    ("BoardColumn", WithRecord, "stage count engagements"),
    (
        "Action",
        WithRecord,
        "id community engagement owner text dueOn state dropReason recordedOn findsEntryPoint practice \
         version evidence",
    ),
    (
        "Requirement",
        WithRecord,
        "id implementation text disposition decidedBy decidedOn note community visibility version \
         createdAt updatedAt history",
    ),
    ("RequirementPayload", WithRecord, "requirement"),
    ("RemoveRequirementPayload", WithRecord, "removedId"),
    // What a party looks for or offers, and who fits.
    ("Organization Group Implementation", WithRecord, "needs"),
    (
        "Need",
        WithRecord,
        "id community side party service good country language until amount currency text status \
         statusSince metBy closeReason engagements visibility version createdAt updatedAt history",
    ),
    (
        "NeedMatch",
        WithRecord,
        "party score factors sentence counterpart capability relationship engagement",
    ),
    ("MatchFactor", WithRecord, "reason points"),
    ("NeedPayload", WithRecord, "need"),
    ("NeedConnection NeedMatchConnection", WithRecord, "nodes edges pageInfo totalCount"),
    ("NeedEdge NeedMatchEdge", WithRecord, "cursor node"),
    (
        "Dashboard",
        WithRecord,
        "stakeholders relationships engagements byKind byLayer byStage overdue unresolved \
         singleSource",
    ),
    // How one wants to be told.
    ("Me", Own, "mutes digest digestPeriod calendarFeedSince"),
    ("Mutation", Own, "mute unmute setDigest createCalendarFeed revokeCalendarFeed"),
    ("Notice", WithRecord, "muted"),
    ("Mute", Own, "id rule party createdAt"),
    ("MutePayload", Own, "mute"),
    ("UnmutePayload", Own, "removedId"),
    ("Digest", Own, "day period total lines"),
    ("DigestLine", Own, "sentence mine community notice"),
    ("SetDigestPayload", Own, "me"),
    ("CreateCalendarFeedPayload", Own, "path"),
    ("RevokeCalendarFeedPayload", Own, "revoked"),
    // What a community tells everybody.
    ("Query", Open, "publicDigest"),
    ("PublicDigest", Open, "since items html"),
    ("PublicDigestItem", Open, "id kind day sentence"),
];
