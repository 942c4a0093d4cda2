//! A relationship as the form that would have made it, so that a change is checked as a whole.

use super::{End, Model, Refusal, StakeholderId, View, end};
use domain::interval::DatePoint;
use domain::relationship::{ExtraDraft, RelationshipDraft};
use domain::stakeholder::StakeholderKind;

/// The draft of what is recorded.
pub fn draft_of(view: &View, record: &Model) -> Result<RelationshipDraft, Refusal> {
    Ok(RelationshipDraft {
        kind: record.kind,
        source: end(view, record.source_id, "source")?,
        target: end(view, record.target_id, "target")?,
        valid_from: date(record.valid_from),
        valid_to: date(record.valid_to),
        state: record.state,
        strength: record.strength,
        note: text(&record.note),
        extra: ExtraDraft {
            role: text(&record.role),
            topic: text(&record.topic),
            constituency: text(&record.constituency),
            voting: record.voting,
            cadence: text(&record.cadence),
            last_heard: date(record.last_heard),
            blocked_by: kept(view, record.blocked_by_id),
            amount: record.amount,
            currency: text(&record.currency),
            share_min: record.share_min,
            share_max: record.share_max,
            purpose: record.purpose,
            form: record.form,
            via: kept(view, record.via_id),
            consent: record.consent,
        },
    })
}

/// Somebody named by the relationship. One who is hidden from the actor stays as recorded; it was
/// checked then, and an organization may be named anywhere.
fn kept(view: &View, id: Option<StakeholderId>) -> Option<End> {
    let id = id?;
    let kind = view.stakeholder(id).map_or(StakeholderKind::Organization, |row| row.kind);
    Some(End { id, kind })
}

fn text(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

fn date(date: Option<DatePoint>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
