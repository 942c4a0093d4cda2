//! The fields of what follows from what is recorded.

use super::super::field::Rule;
use Rule::WithRecord;

/// As the table that this is a part of.
pub(super) const FIELDS: &[(&str, Rule, &str)] = &[
    // Who is heard, and who sits where.
    ("FeedbackPath", WithRecord, "of ladders ladderCount complete breaks breakCount"),
    ("FeedbackLadder", WithRecord, "steps rungs silent proposed"),
    ("SilentRung", WithRecord, "step reason stakeholder relationship"),
    ("FeedbackBreak", WithRecord, "from to"),
    (
        "FeedbackDistance",
        WithRecord,
        "good voices steps implementations heard countries countryCount",
    ),
    ("CountryFeedback", WithRecord, "country implementations heard steps"),
    ("StepCount", WithRecord, "shortest median longest"),
    (
        "Representation",
        WithRecord,
        "group required vacant filled proposed disputed seat constituencies regions languages \
         sizes seats",
    ),
    ("ConstituencySeatCount", WithRecord, "constituency required vacant filled proposed disputed"),
    ("RegionSeatCount", WithRecord, "region seats"),
    ("LanguageSeatCount", WithRecord, "language seats"),
    ("SizeSeatCount", WithRecord, "size seats"),
    ("GroupHealth", WithRecord, "group required filled lastMet"),
    ("GoodGovernance", WithRecord, "good bodies bodyCount"),
    ("GoverningBody", WithRecord, "relationship representation"),
    ("GroupOverlap", WithRecord, "groups groupCount omitted pairs pairCount contested"),
    ("GroupOverlapPair", WithRecord, "one other topics members memberCount"),
    ("SharedMember", WithRecord, "stakeholder one other"),
    ("ContestedGroup", WithRecord, "group between"),
    // What follows from it.
    (
        "Loss",
        WithRecord,
        "mode at stakeholders hits ended atRisk hopes actions piecesBefore piecesAfter apart",
    ),
    (
        "LossHit",
        WithRecord,
        "stakeholder order severity sentence causes funders fundersLost shareLost remaining because",
    ),
    ("LossCause", WithRecord, "reason lost recorded relationships"),
    ("LossPiece", WithRecord, "size stakeholders"),
    ("Bounds", WithRecord, "min max"),
    (
        "FundingConcentration",
        WithRecord,
        "stakeholder sentence funderCount hhi topOne topThree funders",
    ),
    (
        "Brief",
        WithRecord,
        "party engagements contacts weGain theyGain seats entryPoints openQuestions actions",
    ),
    ("Notice", WithRecord, "rule sentence day days subject practice party"),
    (
        "ContactReading",
        WithRecord,
        "parties engagements channel direction happenedOn note nextStep nextStepDue",
    ),
    ("ContactParty", WithRecord, "text candidates"),
    ("Call", WithRecord, "engagement whom reasons lastInteraction"),
    ("FundingRanking", WithRecord, "ranking unrecordedCount"),
    ("FunderShare", WithRecord, "stakeholder share relationships"),
    ("FundingPaths", WithRecord, "stakeholder paths truncated"),
    ("FundingPath", WithRecord, "state relationships"),
    (
        "NetworkMeasures",
        WithRecord,
        "measure explanation errorBound stakeholderCount relationshipCount ranking",
    ),
    ("NetworkRank", WithRecord, "stakeholder value relationships"),
    ("NetworkClusters", WithRecord, "modularity clusterCount clusters"),
    ("NetworkCluster", WithRecord, "around label continues size members"),
    ("WeakPoints", WithRecord, "partners links partnerCount linkCount"),
    ("WeakPartner", WithRecord, "stakeholder cutOffCount cutOff relationships"),
    ("WeakLink", WithRecord, "relationship cutOffEnd stayingEnd cutOffCount cutOff"),
    ("Introductions", WithRecord, "from to toCount sentence paths proposed"),
    ("IntroductionPath", WithRecord, "cost weakest state hops hopCount through people askFirst"),
    ("IntroductionPerson", WithRecord, "person consent"),
    (
        "IntroductionHop",
        WithRecord,
        "from to relationship direction since freshness confidence cost",
    ),
    ("IntroductionCost", WithRecord, "total kind freshness strength confidence proposal"),
];
