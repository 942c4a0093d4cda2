//! The GraphQL schema, one noun a file: a type over a visible row, the queries and mutations of the
//! noun, its inputs. Resolvers turn input into drafts, ask a service or a view, and wrap the answer.

use async_graphql::{MergedObject, SDLExportOptions};

mod apart;
pub mod context;
pub mod contract;
pub mod filter;
pub mod identifier;
pub mod loader;
pub mod page;
pub mod patch;
pub mod scalar;

pub mod capability;
pub mod contact;
pub mod evidence;
pub mod feedback;
pub mod funding;
pub mod global_good;
pub mod governance;
pub mod group;
pub mod implementation;
pub mod introduction;
pub mod loss;
pub mod measure;
pub mod need;
pub mod neighborhood;
pub mod node;
pub mod organization;
pub mod overlap;
pub mod person;
pub mod place;
pub mod programme;
pub mod relationship;
pub mod representation;
pub mod requirement;
pub mod saved_view;
pub mod search;
pub mod segment;
pub mod source;
pub mod stakeholder;

pub mod account;
pub mod action;
pub mod api_token;
pub mod attention;
pub mod board;
pub mod bound;
pub mod bridge;
pub mod brief;
pub mod calendar;
pub mod change;
pub mod community;
pub mod completeness;
pub mod coverage;
pub mod dashboard;
pub mod diff;
pub mod digest;
pub mod engagement;
pub mod gain;
pub mod import;
pub mod interaction;
pub mod live;
pub mod meeting;
pub mod member;
pub mod mute;
pub mod peer;
pub mod practice;
pub mod proposal;
pub mod public_digest;
pub mod review;
pub mod session;
pub mod support;
pub mod transition;

use apart::Apart;
pub use context::with_op;
pub use live::Subscription;

// Roots are merged in groups: the members of one are asked in a chain, each link of which takes its
// part of the stack.

/// Everything that can be read.
#[derive(Default, MergedObject)]
pub struct Query(
    Apart<PartyQuery>,
    Apart<RecordQuery>,
    Apart<VoiceQuery>,
    Apart<AnswerQuery>,
    Apart<AbilityQuery>,
    Apart<WorkQuery>,
);

/// Reading parties.
#[derive(Default, MergedObject)]
struct PartyQuery(
    node::NodeQuery,
    stakeholder::StakeholderQuery,
    organization::OrganizationQuery,
    global_good::GlobalGoodQuery,
    group::GroupQuery,
    implementation::ImplementationQuery,
    programme::ProgrammeQuery,
    person::PersonQuery,
    place::PlaceQuery,
    segment::SegmentQuery,
);

/// Reading what is between them, and who did what.
#[derive(Default, MergedObject)]
struct RecordQuery(
    relationship::RelationshipQuery,
    source::SourceQuery,
    neighborhood::NeighborhoodQuery,
    search::SearchQuery,
    community::CommunityQuery,
    account::AccountQuery,
    engagement::EngagementQuery,
    engagement::FunnelQuery,
    transition::TransitionQuery,
    board::BoardQuery,
    action::ActionQuery,
    dashboard::DashboardQuery,
    change::ChangeQuery,
    diff::DiffQuery,
    import::ImportQuery,
    saved_view::SavedViewQuery,
    requirement::RequirementQuery,
);

/// Reading who is heard, and who sits where.
#[derive(Default, MergedObject)]
struct VoiceQuery(
    feedback::FeedbackQuery,
    representation::RepresentationQuery,
    governance::GovernanceQuery,
    overlap::OverlapQuery,
);
/// Asking what follows from what is recorded.
#[derive(Default, MergedObject)]
struct AnswerQuery(
    loss::LossQuery,
    funding::FundingQuery,
    introduction::IntroductionQuery,
    measure::MeasureQuery,
);

/// Asking who can give which support.
#[derive(Default, MergedObject)]
struct AbilityQuery(
    capability::CapabilityQuery,
    support::SupportQuery,
    coverage::CoverageQuery,
    attention::AttentionQuery,
    brief::BriefQuery,
    interaction::InteractionQuery,
    peer::PeerQuery,
    completeness::CompletenessQuery,
    bridge::BridgeQuery,
);

/// Reading what was said, and what follows from it.
#[derive(Default, MergedObject)]
struct WorkQuery(
    meeting::MeetingQuery,
    proposal::ProposalQuery,
    review::ReviewQuery,
    public_digest::PublicDigestQuery,
    need::NeedQuery,
);

/// Everything that can be done.
#[derive(Default, MergedObject)]
pub struct Mutation(
    Apart<PartyMutation>,
    Apart<RecordMutation>,
    Apart<AccountsMutation>,
    Apart<WorkMutation>,
);

/// Working on parties.
#[derive(Default, MergedObject)]
struct PartyMutation(
    stakeholder::StakeholderMutation,
    organization::OrganizationMutation,
    global_good::GlobalGoodMutation,
    group::GroupMutation,
    implementation::ImplementationMutation,
    implementation::ImplementationTransitionMutation,
    programme::ProgrammeMutation,
    person::PersonMutation,
    contact::ContactMutation,
    place::PlaceMutation,
    segment::SegmentMutation,
);

/// Working on what is between them, and on engagements.
#[derive(Default, MergedObject)]
struct RecordMutation(
    relationship::RelationshipMutation,
    capability::CapabilityMutation,
    evidence::EvidenceMutation,
    source::SourceMutation,
    engagement::EngagementMutation,
    engagement::CommitmentMutation,
    engagement::DecisionMutation,
    engagement::OnboardingMutation,
    gain::GainMutation,
    interaction::InteractionMutation,
    transition::TransitionMutation,
);

/// Actions, undoing, and deciding who may.
#[derive(Default, MergedObject)]
struct AccountsMutation(
    action::ActionMutation,
    change::ChangeMutation,
    import::ImportMutation,
    saved_view::SavedViewMutation,
    requirement::RequirementMutation,
    practice::PracticeMutation,
    api_token::ApiTokenMutation,
    member::MemberMutation,
    account::AccountMutation,
    session::SessionMutation,
);

/// Recording what was said, and deciding what follows from it.
#[derive(Default, MergedObject)]
struct WorkMutation(
    meeting::MeetingMutation,
    proposal::ProposalMutation,
    review::ReviewMutation,
    mute::MuteMutation,
    digest::DigestMutation,
    calendar::CalendarMutation,
    need::NeedMutation,
);

/// The schema. It holds no data of its own: a request brings its operation, see [`with_op`].
pub type Schema = async_graphql::Schema<Query, Mutation, Subscription>;

/// The schema, ready to execute what the door admitted.
pub fn schema() -> Schema {
    Schema::build(Query::default(), Mutation::default(), Subscription)
        .register_output_type::<contract::Contract>()
        .disable_suggestions()
        .finish()
}

/// The contract as text, in an order that does not depend on the code's.
pub fn sdl() -> String {
    let options = SDLExportOptions::new()
        .sorted_fields()
        .sorted_arguments()
        .sorted_enum_items()
        .prefer_single_line_descriptions()
        .use_space_ident();
    schema().sdl_with_options(options)
}

#[cfg(test)]
mod tests;
