//! Whom to call, and why: the partners in conversation of whom most wants attention, with the last
//! sentence spoken.

use super::{Asked, Muted, Notice, Subject, notices};
use crate::error::Result;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::attention::{AttentionRule, Mute};
use domain::identifier::{CommunityId, StakeholderId};
use domain::stakeholder::StakeholderKind;
use entity::stakeholder::Stakeholder;
use entity::{engagement, interaction};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Somebody to call.
#[derive(Clone, Debug)]
pub struct Call {
    /// Within which conversation.
    pub engagement: Arc<engagement::Model>,
    /// Whom: the person among the entry points, else the unit, else the partner as a whole.
    pub whom: Arc<Stakeholder>,
    /// Why, the most urgent first.
    pub reasons: Vec<Arc<Notice>>,
    /// The last contact, in whichever conversation with the partner it was.
    pub last: Option<Arc<interaction::Model>>,
}

/// The rules that a call can answer.
const CALLING: [AttentionRule; 4] = [
    AttentionRule::Overdue,
    AttentionRule::Silent,
    AttentionRule::Due,
    AttentionRule::FundingEnding,
];

/// The partners to call on a day, one conversation each: whose most urgent reason is the most urgent comes
/// first, then whoever has the greater influence. What is muted is a reason all the same, and is marked.
pub fn calls(
    view: &View,
    community: CommunityId,
    mutes: &[Mute],
    today: NaiveDate,
) -> Result<Vec<Call>> {
    let rules = CALLING.to_vec();
    let asked = Asked { community, rules, owner: None, mutes, muted: Muted::Told };
    let mut by_party: BTreeMap<StakeholderId, Vec<Arc<Notice>>> = BTreeMap::new();
    for notice in notices(view, &asked, today)? {
        if let Some(party) = notice.party {
            by_party.entry(party).or_default().push(notice);
        }
    }
    let calls = by_party.into_iter();
    let mut calls: Vec<_> =
        calls.filter_map(|(party, reasons)| call(view, community, party, reasons)).collect();
    calls.sort_by_cached_key(|call| {
        let first = call.reasons.first().map(|notice| notice.reason.urgency());
        let influence = Reverse(call.engagement.influence.unwrap_or_default());
        let party = call.engagement.party_id;
        (first, influence, view.name_key(party).to_owned(), party)
    });
    Ok(calls)
}

fn call(
    view: &View,
    community: CommunityId,
    party: StakeholderId,
    reasons: Vec<Arc<Notice>>,
) -> Option<Call> {
    let open: Vec<_> = view
        .engagements_of(party)
        .filter(|row| row.community_id == community && row.stage.is_open())
        .collect();
    let named = reasons.iter().find_map(|notice| match &notice.subject {
        Subject::NextStep(row) | Subject::Contact(row, _) => Some(row.clone()),
        Subject::Action(row) => view.engagement(row.engagement_id?).cloned(),
        _ => None,
    });
    let engagement = named.or_else(|| open.first().map(|row| Arc::clone(row)))?;
    let contacts = open.iter().flat_map(|row| view.interactions_of(row.id));
    let last = contacts.max_by_key(|row| (row.happened_on, row.id)).cloned();
    let points: Vec<_> =
        engagement.entry_points.0.iter().filter_map(|id| view.stakeholder(*id)).collect();
    let person = points.iter().find(|row| row.kind == StakeholderKind::Person);
    let whom = person.or(points.first()).copied().or_else(|| view.stakeholder(party))?;
    Some(Call { whom: whom.clone(), engagement, reasons, last })
}
