//! One row of a table of relationships, read into records: one for each target that it names.

use super::word::{Reading, read_relationship, read_state};
use super::{RelationshipColumn as Column, RelationshipRecord};
use crate::refusal::{Refusal, RefusalCode};
use crate::relationship::{ExtraDraft, RelationshipKind, RelationshipState};
use crate::sheet::reader::Reader;
use crate::stakeholder::codes;

pub(super) fn read(reader: &mut Reader<Column>) -> Option<Vec<RelationshipRecord>> {
    let named = reader.word_read(Column::Kind, read_relationship, codes::<RelationshipKind>);
    let (from, to) = (reader.name(Column::From), reader.names(Column::To));
    for (empty, field) in
        [(from.is_empty(), "source"), (to.is_empty(), "target"), (named.is_none(), "kind")]
    {
        if empty && !(field == "kind" && reader.says(Column::Kind)) {
            reader.refusals.push(Refusal::new(RefusalCode::Required, field));
        }
    }
    let state = reader.word_by(Column::State, read_state);
    let extra = read_extra(reader);
    let (kind, reading) = named?;
    let record = RelationshipRecord {
        from,
        to: String::new(),
        via: reader.name(Column::Via),
        blocked_by: reader.name(Column::BlockedBy),
        kind,
        state: reader.or_assume(Column::State, state, RelationshipState::Proposed),
        valid_from: reader.date(Column::ValidFrom),
        valid_to: reader.date(Column::ValidTo),
        strength: reader.small_number(Column::Strength),
        note: reader.text(Column::Note),
        extra,
        visibility: reader.word(Column::Visibility),
        community: reader.text(Column::Community),
    };
    let joined = |to: String| match reading {
        Reading::Forward => RelationshipRecord { to, ..record.clone() },
        Reading::Backward => {
            RelationshipRecord { from: to, to: record.from.clone(), ..record.clone() }
        }
    };
    Some(to.into_iter().map(joined).collect())
}

fn read_extra(reader: &mut Reader<Column>) -> ExtraDraft {
    ExtraDraft {
        role: reader.text(Column::Role),
        topic: reader.text(Column::Topic),
        constituency: reader.text(Column::Constituency),
        voting: reader.yes_or_no(Column::Voting),
        cadence: reader.text(Column::Cadence),
        last_heard: reader.date(Column::LastHeard),
        blocked_by: None,
        amount: reader.number(Column::Amount),
        currency: reader.text(Column::Currency),
        share_min: reader.small_number(Column::ShareMin),
        share_max: reader.small_number(Column::ShareMax),
        purpose: reader.word(Column::Purpose),
        form: reader.word(Column::Form),
        via: None,
        consent: reader.yes_or_no(Column::Consent),
    }
}
