//! The closed words of the schema, which are `domain`'s: no word is declared twice.

/// Uses the import of these words where an operation happens to have none of them.
pub struct Words;

pub use domain::account::MemberStatus;
pub use domain::action::ActionState;
pub use domain::api_token::TokenScope;
pub use domain::attention::{AttentionRule, DigestPeriod};
pub use domain::capability::{CoverageAcross, ServiceKind, SupportReason};
pub use domain::community::Role;
pub use domain::completeness::{Question, RecordFact, RecordKind};
pub use domain::confidence::Freshness;
pub use domain::country::WorldRegion;
pub use domain::dating::DatingBasis;
pub use domain::duplicate::Likeness;
pub use domain::engagement::{
    Channel, DeclinedBy, Direction, GainSide, GainStatus, Missing, Objective, ReviewOutcome, Stage,
    StuckReason, SuggestionReason,
};
pub use domain::evidence::{SourceKind, Stance};
pub use domain::feedback::FeedbackSilence;
pub use domain::introduction::{IntroductionConsent, IntroductionRanking};
pub use domain::line::LineState;
pub use domain::loss::{LossMode, LossReason, LossSeverity};
pub use domain::measure::NetworkMeasure;
pub use domain::need::{MatchReason, NeedSide, NeedStatus};
pub use domain::news::NewsKind;
pub use domain::notes::{Presence, ProposalKind};
pub use domain::peer::PeerReason;
pub use domain::proposal::{ProposalOrigin, ProposalState};
pub use domain::relationship::{
    FundingForm, FundingPurpose, Layer, RelationshipKind, RelationshipState,
};
pub use domain::representation::SeatRecord;
pub use domain::requirement::Disposition;
pub use domain::review::{ReviewReason, ReviewStep};
pub use domain::saved_view::{SavedViewKind, SavedViewVisibility};
pub use domain::stakeholder::{
    GroupType, ImplementationScope, ImplementationStage, OrganizationType, PlaceLevel,
    ProgrammeType, Registry, SizeBand, StakeholderKind, Visibility,
};
pub use domain::text::Locale;
