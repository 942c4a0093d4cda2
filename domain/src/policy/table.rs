//! The policy: what each action needs, who reads what stands where, and on what terms every field
//! of the schema is answered. What is not listed here is nobody's.

mod answer;
mod work;

use super::Action;
use super::field::Rule;
use crate::community::Role;
use crate::stakeholder::Visibility;
use Rule::{Needs, Open, Own, WithRecord};

/// The least role that an action needs, in the community of the record; in the shared registry, in
/// any community.
pub(super) const ACTIONS: &[(Action, Role)] = &[
    (Action::CreateStakeholder, Role::Editor),
    (Action::UpdateStakeholder, Role::Editor),
    (Action::ArchiveStakeholder, Role::Manager),
    (Action::ProposeRelationship, Role::Editor),
    (Action::SettleRelationship, Role::Manager),
    (Action::AddEvidence, Role::Editor),
    (Action::WorkEngagement, Role::Editor),
    (Action::MoveEngagement, Role::Editor),
    (Action::WorkAction, Role::Editor),
    (Action::RecordCapability, Role::Editor),
    (Action::VerifyCapability, Role::Manager),
    (Action::WorkRequirement, Role::Editor),
    (Action::WorkNeed, Role::Editor),
    (Action::SaveView, Role::Editor),
    (Action::RecordMeeting, Role::Editor),
    (Action::DecideProposal, Role::Manager),
    (Action::Import, Role::Manager),
    (Action::ReadContact, Role::Editor),
    (Action::ExportPerson, Role::Admin),
    (Action::ErasePerson, Role::Admin),
    (Action::Revert, Role::Manager),
    (Action::RemovePractice, Role::Manager),
    (Action::ReadMembers, Role::Viewer),
    (Action::ManageMembers, Role::Admin),
];

/// The least role that sees a record of its own community; none is everybody.
pub(super) const READERS: &[(Visibility, Option<Role>)] = &[
    (Visibility::Public, None),
    (Visibility::Community, Some(Role::Viewer)),
    (Visibility::Restricted, Some(Role::Manager)),
];

/// Types, the rule, and the fields of each of these types that the rule is about; types and fields
/// are separated by spaces. Every field of the schema stands in exactly one line.
pub(super) const FIELDS: &[&[(&str, Rule, &str)]] = &[REGISTRY, answer::FIELDS, work::FIELDS];

/// The fields of what is recorded, beside the daily work.
const REGISTRY: &[(&str, Rule, &str)] = &[
    // What is asked first.
    ("Query", Open, "communities"),
    ("Query", Own, "me"),
    (
        "Query",
        WithRecord,
        "node nodes stakeholder stakeholders organization organizations globalGood globalGoods group groups \
         implementation implementations programme programmes person people place places segment \
         segments relationships sources neighborhood search engagements allowedTransitions board \
         actions dashboard changes engagementFunnel requirements imports capabilities savedViews graphDiff recordDiff",
    ),
    ("Query", WithRecord, "meeting meetings proposals reviewQueue"),
    ("Query", WithRecord, "need needs needMatches"),
    // What follows from what is recorded.
    (
        "Query",
        WithRecord,
        "feedbackPath feedbackDistances representationGaps groupHealth compareGovernance groupOverlap \
         simulateLoss fundingConcentration fundingRanking fundingPaths introductionPaths \
         supportDirectory coverageGaps peersFor bridgeScore knownUnknowns networkMeasures networkClusters weakPoints notices callList brief readContact",
    ),
    // What is told while a client stays connected.
    ("Subscription", WithRecord, "changed boardChanged neighborhoodChanged"),
    ("Changed", WithRecord, "changes appeared removed readAgain"),
    ("BoardChanged", WithRecord, "engagements removed readAgain"),
    ("NeighborhoodChanged", WithRecord, "nodes edges removed readAgain"),
    // What is done: the least action; the record's own state may ask for more (`op/governed.rs`).
    (
        "Mutation",
        Needs(Action::CreateStakeholder),
        "createOrganization createGlobalGood createGroup createImplementation createProgramme \
         createPerson createPlace createSegment",
    ),
    (
        "Mutation",
        Needs(Action::UpdateStakeholder),
        "updateOrganization updateGlobalGood updateGroup updateImplementation updateProgramme \
         updatePerson updatePlace updateSegment transitionImplementation",
    ),
    ("Mutation", Needs(Action::ArchiveStakeholder), "archiveStakeholder restoreStakeholder"),
    ("Mutation", Needs(Action::ProposeRelationship), "addRelationship updateRelationship"),
    (
        "Mutation",
        Needs(Action::SettleRelationship),
        "confirmRelationship disputeRelationship endRelationship retractRelationship",
    ),
    ("Mutation", Needs(Action::AddEvidence), "addEvidence addSource verifyRelationship"),
    (
        "Mutation",
        Needs(Action::WorkEngagement),
        "openEngagement updateEngagement addGain updateGain removeGain logInteraction \
         recordCommitment recordEngagementDecision setOnboardingStep startOnboarding tieCommitment \
         openEngagementFromMatch",
    ),
    ("Mutation", Needs(Action::MoveEngagement), "transitionEngagement"),
    ("Mutation", Needs(Action::WorkAction), "addAction completeAction dropAction reopenAction"),
    ("Mutation", Needs(Action::RecordCapability), "addCapability updateCapability"),
    ("Mutation", Needs(Action::VerifyCapability), "verifyCapability"),
    (
        "Mutation",
        Needs(Action::WorkRequirement),
        "addRequirement decideRequirement removeRequirement updateRequirement",
    ),
    ("Mutation", Needs(Action::WorkNeed), "stateNeed updateNeed closeNeed reopenNeed"),
    ("Mutation", Needs(Action::SaveView), "saveView updateView removeView"),
    (
        "Mutation",
        Needs(Action::RecordMeeting),
        "recordMeeting updateMeeting removeMeeting readNotes",
    ),
    ("Mutation", Needs(Action::DecideProposal), "acceptProposal rejectProposal forgetContact"),
    ("Mutation", Open, "suggestCorrection"),
    ("Mutation", Needs(Action::ReadContact), "recordContact withdrawConsent"),
    ("Mutation", Needs(Action::ErasePerson), "erasePerson"),
    ("Mutation", Needs(Action::Revert), "revertChange revertRevision"),
    ("Mutation", Needs(Action::Import), "undoImport"),
    ("Mutation", Needs(Action::RemovePractice), "removePracticeData"),
    ("Mutation", Own, "createApiToken revokeApiToken updateProfile endSession endAllSessions"),
    (
        "Mutation",
        Needs(Action::ManageMembers),
        "inviteMember resendInvitation changeMemberRole removeMember setOnboardingTemplate",
    ),
    // Parties.
    ("Node", WithRecord, "id"),
    (
        "Stakeholder Organization GlobalGood Group Implementation Programme Person Place Segment",
        WithRecord,
        "id kind slug name nameLocale names acronym aliases summary summaries country countries \
         languages website externalIds community visibility practice unresolved version createdAt \
         updatedAt archivedAt relationships relationshipCounts completeness evidence engagements history",
    ),
    ("Organization", WithRecord, "organizationType secondaryTypes sizeBand isLocal"),
    ("GlobalGood", WithRecord, "licence repository"),
    (
        "Group",
        WithRecord,
        "groupType language localName mandate meets requiredConstituencies topics",
    ),
    (
        "Implementation",
        WithRecord,
        "scheme scope stage startedOn endedOn stageSince stageNote beforePaused nextStages",
    ),
    ("AllowedStage", WithRecord, "to needs"),
    ("Programme", WithRecord, "programmeType decidedBy"),
    ("Person", WithRecord, "role erasedAt"),
    ("Person", Needs(Action::ReadContact), "contact"),
    (
        "Contact",
        WithRecord,
        "email phone lawfulBasis consentedOn consentNote withdrawnOn retainUntil",
    ),
    ("Place", WithRecord, "level"),
    ("LocalizedText", WithRecord, "locale value"),
    ("ExternalId", WithRecord, "registry value"),
    ("KindCount", WithRecord, "kind count"),
    ("LayerCount", WithRecord, "layer count"),
    ("StageCount", WithRecord, "stage count"),
    ("SearchHit", WithRecord, "stakeholder matchedName excerpt"),
    // What is between them.
    (
        "Relationship",
        WithRecord,
        "id kind layer source target via state nextStates validFrom validTo dating amount currency \
         purpose form shareMin shareMax role voting constituency consent cadence lastHeard topic \
         blockedBy strength reliability completeness inferred note community visibility practice version createdAt \
         updatedAt evidence evidenceCount history",
    ),
    ("Reliability", WithRecord, "confidence freshness lastEvidencedOn sourceCount disputed"),
    ("RelationshipDating", WithRecord, "basis since evidence"),
    ("Neighborhood", WithRecord, "focus nodes edges edgeCount omitted truncated"),
    (
        "NeighborhoodNode",
        WithRecord,
        "id kind name acronym country organizationType hop degree unresolved",
    ),
    (
        "NeighborhoodEdge",
        WithRecord,
        "id kind source target state strength inferred evidenceCount validFrom validTo \
         since sinceBasis",
    ),
    // On what evidence.
    (
        "Evidence",
        WithRecord,
        "id subject source stance locator note assertedOn inferred visibility version createdAt",
    ),
    (
        "Source",
        WithRecord,
        "id kind title url licence publishedOn revisionTag community visibility version",
    ),
    // Who can give which service.
    (
        "Capability",
        WithRecord,
        "id provider good service level countries languages expiresOn expired note verified \
         verifiedAt verifiedBy completeness community visibility version createdAt updatedAt evidence \
         history",
    ),
    ("CapabilityPayload", WithRecord, "capability"),
    ("SupportDirectory", WithRecord, "asOf provider total verified unverified notRecorded"),
    (
        "SupportOffer",
        WithRecord,
        "provider good service level countries languages reasons capability relationship",
    ),
    ("CoverageRow", WithRecord, "country implementations isCovered columnCount cells"),
    (
        "CoverageCell",
        WithRecord,
        "language good service implementations enough unverified below unknown isGap candidates",
    ),
    ("Completeness", WithRecord, "recorded asked missing"),
    ("MissingFact", WithRecord, "field name questions why form"),
    ("KnownUnknown", WithRecord, "record kind title completeness questions"),
    ("Peer", WithRecord, "implementation reasons relationships"),
    (
        "BridgeScore",
        WithRecord,
        "one other asOf score expected known crossing unknown partiesOne partiesOther \
         partiesBoth partiesUnknown relationships",
    ),
    // What is kept to be looked at again.
    (
        "SavedView",
        WithRecord,
        "id kind title query community owner visibility version createdAt updatedAt history",
    ),
    ("SavedViewPayload", WithRecord, "savedView"),
    ("RemoveViewPayload", WithRecord, "removedId"),
    // What was said, and what follows from it once somebody has accepted it.
    ("Group", WithRecord, "meetings lastMet"),
    (
        "Meeting",
        WithRecord,
        "id community group title heldOn location link attendees agenda agendaHtml notes notesHtml decisions \
         actions carriedOver proposals source visibility version createdAt updatedAt history",
    ),
    ("Attendee", WithRecord, "stakeholder name organization presence"),
    ("Decision", WithRecord, "text decidedBy decidedOn"),
    ("Action", WithRecord, "meeting group"),
    (
        "Proposal",
        WithRecord,
        "id community kind state origin meeting quote kinds source target via validFrom validTo \
         relationship objective stage known text owner ownerName dueOn attendees missing result reason \
         decidedBy decidedAt visibility version createdAt updatedAt history",
    ),
    ("MeetingPayload ReadNotesPayload", WithRecord, "meeting"),
    ("ReadNotesPayload", WithRecord, "proposed"),
    ("RemoveMeetingPayload", WithRecord, "removedId"),
    ("Proposal", Needs(Action::DecideProposal), "contact"),
    ("ProposalPayload ForgetContactPayload", WithRecord, "proposal"),
    ("ReviewItem", WithRecord, "reason since record other likeness steps"),
    ("SuggestCorrectionPayload", Open, "received"),
    (
        "MeetingConnection ProposalConnection ReviewItemConnection",
        WithRecord,
        "nodes edges pageInfo totalCount",
    ),
    ("MeetingEdge ProposalEdge ReviewItemEdge", WithRecord, "cursor node"),
    ("SavedViewConnection", WithRecord, "nodes edges pageInfo totalCount"),
    ("SavedViewEdge", WithRecord, "cursor node"),
    // Who, and what was done.
    ("Community", Open, "id name slug onboardingSteps version"),
    ("Community", WithRecord, "globalGood"),
    ("Community", Needs(Action::ReadMembers), "members"),
    ("Member", WithRecord, "id account role status version"),
    ("Member", Needs(Action::ManageMembers), "login lastSeenAt"),
    ("Invitation", WithRecord, "link sent"),
    ("InviteMemberPayload", WithRecord, "member invitation"),
    ("MemberPayload", WithRecord, "member"),
    ("RemoveMemberPayload", WithRecord, "community"),
    ("Account", WithRecord, "id displayName"),
    ("Me", Own, "account locale memberships apiTokens login verified sessions version"),
    ("Session", Own, "id createdAt seenAt current userAgent"),
    ("UpdateProfilePayload", Own, "me"),
    ("EndSessionPayload", Own, "ended"),
    ("Membership", Own, "community role"),
    ("ApiToken", Own, "id name prefix scope community createdAt expiresAt lastUsedAt"),
    ("CreateApiTokenPayload", Own, "apiToken secret"),
    ("RevokeApiTokenPayload", Own, "revokedId"),
    ("Change", WithRecord, "id at actor operation noun node title fields import"),
    ("FieldChange", WithRecord, "field before after"),
    ("GraphDiff", WithRecord, "added ended changed retracted undated engagements"),
    ("RelationshipDifference", WithRecord, "id kind title relationship replaces fields"),
    ("RecordDiff", WithRecord, "node title from to fields lines"),
    ("FieldDiff", WithRecord, "field before after changes"),
    ("LineDiff", WithRecord, "field state text change"),
    ("Import", WithRecord, "id community actor at fileName created matched rejected undoneAt"),
    // Pages of lists, and what a mutation answers.
    (
        "ActionConnection CapabilityConnection CoverageRowConnection EngagementConnection FeedbackDistanceConnection FundingPathConnection \
         GlobalGoodConnection GroupConnection LineDiffConnection LossHitConnection NetworkRankConnection PeerConnection SupportOfferConnection \
         ImplementationConnection ImportConnection InteractionConnection FundingConcentrationConnection \
         KnownUnknownConnection NoticeConnection OrganizationConnection \
         PersonConnection PlaceConnection ProgrammeConnection RelationshipConnection RequirementConnection \
         RelationshipDifferenceConnection RepresentationConnection \
         SegmentConnection SourceConnection StakeholderConnection",
        WithRecord,
        "nodes edges pageInfo totalCount",
    ),
    ("ChangeConnection", WithRecord, "nodes edges pageInfo"),
    (
        "ActionEdge CapabilityEdge ChangeEdge CoverageRowEdge EngagementEdge FeedbackDistanceEdge FundingPathEdge GlobalGoodEdge \
         GroupEdge ImplementationEdge LineDiffEdge LossHitEdge NetworkRankEdge PeerEdge SupportOfferEdge \
         FundingConcentrationEdge ImportEdge InteractionEdge KnownUnknownEdge NoticeEdge OrganizationEdge PersonEdge PlaceEdge ProgrammeEdge \
         RelationshipDifferenceEdge RelationshipEdge RequirementEdge RepresentationEdge SegmentEdge SourceEdge StakeholderEdge",
        WithRecord,
        "cursor node",
    ),
    ("PageInfo", WithRecord, "hasNextPage hasPreviousPage startCursor endCursor"),
    ("ActionPayload", WithRecord, "action"),
    ("AddEvidencePayload", WithRecord, "evidence"),
    ("AddSourcePayload", WithRecord, "source"),
    ("SetOnboardingTemplatePayload", WithRecord, "community"),
    ("EngagementPayload", WithRecord, "engagement"),
    ("RelationshipPayload", WithRecord, "relationship"),
    ("StakeholderPayload", WithRecord, "stakeholder"),
    ("CreateOrganizationPayload UpdateOrganizationPayload", WithRecord, "organization"),
    ("CreateGlobalGoodPayload UpdateGlobalGoodPayload", WithRecord, "globalGood"),
    ("CreateGroupPayload UpdateGroupPayload", WithRecord, "group"),
    ("CreateImplementationPayload UpdateImplementationPayload", WithRecord, "implementation"),
    ("CreateProgrammePayload UpdateProgrammePayload", WithRecord, "programme"),
    (
        "CreatePersonPayload UpdatePersonPayload RecordContactPayload WithdrawConsentPayload \
         ErasePersonPayload",
        WithRecord,
        "person",
    ),
    ("CreatePlacePayload UpdatePlacePayload", WithRecord, "place"),
    ("CreateSegmentPayload UpdateSegmentPayload", WithRecord, "segment"),
    ("RemovePracticeDataPayload", WithRecord, "change removed"),
    ("RevertChangePayload", WithRecord, "changes"),
    ("RevertRevisionPayload", WithRecord, "change reverted"),
    ("UndoImportPayload", WithRecord, "import kept"),
    // What every error carries; no field leads there.
    ("Costliest", Open, "cost path"),
    ("ErrorExtensions", Open, "code requestId refusals retryAfter costliest"),
    ("Refusal", Open, "code field missing"),
];
