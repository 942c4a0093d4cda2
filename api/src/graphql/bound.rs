//! The most objects that a list without a page can hold, by the rule that holds it to that. A list
//! that no rule bounds takes a page instead; a test finds those that do neither.

use super::governance::GOODS;
use crate::service::{funding, public_digest};
use domain::attention;
use domain::completeness::{RecordKind, asked};
use domain::country::WorldRegion;
use domain::engagement::{
    COMMITMENTS, ENTRY_POINTS, OPEN, STEPS as STEPS_OF_ONBOARDING, Stage, moves,
};
use domain::graph::feedback;
use domain::loss::LossReason;
use domain::need::FACTORS;
use domain::proposal::CANDIDATES;
use domain::relationship::Layer;
use domain::stakeholder::{ImplementationStage, SizeBand, StakeholderKind};
use domain::text::Locale;
use domain::vocabulary::Word;

/// The widest record has not half as many fields.
pub const FIELDS: usize = 60;
/// The longest ladder of feedback.
const STEPS: usize = feedback::LONGEST as usize;
/// Taking back one change makes one for each record that it was written in.
const REVERSAL: usize = 10;

/// How many objects the list can hold; none when it takes a page, or that of the field around it.
pub fn bound(on: &str, field: &str) -> Option<usize> {
    Some(match (on, field) {
        (_, "names" | "summaries") => Locale::ALL.len(),
        (_, "relationshipCounts") | ("Dashboard", "byLayer") => Layer::ALL.len(),
        ("Digest", "lines") => attention::LINES,
        ("PublicDigest", "items") => public_digest::MOST,
        ("Dashboard", "byKind") => StakeholderKind::ALL.len(),
        ("Dashboard", "byStage") => Stage::ALL.len(),
        ("Board", "columns") => OPEN.len() + 1,
        (_, "allowedTransitions") => most_moves(),
        ("Completeness", "missing") => most_asked(),
        ("LossHit", "causes") => LossReason::ALL.len(),
        ("NeedMatch", "factors") => FACTORS,
        ("FundingPath", "relationships") => funding::LONGEST,
        ("Engagement", "commitments") => COMMITMENTS,
        ("Engagement", "entryPoints") => ENTRY_POINTS,
        ("EngagementFunnel", "stages") => OPEN.len(),
        ("Implementation", "nextStages") => ImplementationStage::ALL.len(),
        ("Onboarding", "steps") => STEPS_OF_ONBOARDING,
        ("FeedbackLadder", "steps" | "rungs") => STEPS,
        ("Proposal", "source" | "target") => CANDIDATES,
        ("Query", "compareGovernance") => GOODS,
        ("Representation", "regions") => WorldRegion::ALL.len() + 1,
        ("Representation", "sizes") => SizeBand::ALL.len() + 1,
        ("Change" | "RecordDiff" | "RelationshipDifference", "fields") => FIELDS,
        ("RevertChangePayload", "changes") => REVERSAL,
        _ => return None,
    })
}

fn most_asked() -> usize {
    RecordKind::ALL.iter().map(|kind| asked(*kind).len()).max().unwrap_or_default()
}

fn most_moves() -> usize {
    let ways = Stage::ALL.iter().flat_map(|from| {
        let slept = [None].into_iter().chain(OPEN.iter().copied().map(Some));
        slept.map(|before| moves(*from, before).len())
    });
    ways.max().unwrap_or_default()
}
