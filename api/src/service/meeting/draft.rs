//! Drafts of meetings: what is recorded as it may be edited, and what was typed as it is kept.

use super::{Model, lexicon};
use crate::snapshot::View;
use domain::identifier::StakeholderId;
use domain::meeting::{AttendeeDraft, DecisionDraft, MeetingDraft};
use domain::mention::{self, Target};
use domain::notes::{self, Setting};
use domain::text::Locale;
use std::ops::Range;

/// A text that replaces another one; what is absent leaves it, nothing empties it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NewText {
    /// It stays.
    #[default]
    Same,
    /// It becomes this, as somebody typed it.
    Typed(String),
}

impl NewText {
    pub(super) fn take(self, text: &mut String) {
        if let Self::Typed(typed) = self {
            *text = typed;
        }
    }
}

/// Who stands where a name is hidden, in texts that are to be written over.
const SOMEBODY: &str = "somebody";

/// The draft of what is recorded, as the actor may read it.
pub(super) fn draft_of(view: &View, row: &Model) -> MeetingDraft {
    let attendees = row.attendees.0.iter().filter(|row| is_seen(view, row.stakeholder_id));
    let written = |text: &Option<String>| text.as_deref().map(|text| typed(view, text));
    MeetingDraft {
        title: row.title.clone(),
        held_on: row.held_on.to_string(),
        location: row.location.clone().unwrap_or_default(),
        link: row.link.clone().unwrap_or_default(),
        attendees: attendees
            .map(|row| AttendeeDraft {
                stakeholder: row.stakeholder_id,
                name: row.name.clone().unwrap_or_default(),
                organization: row.organization.clone().unwrap_or_default(),
                presence: row.presence,
            })
            .collect(),
        agenda: written(&row.agenda).unwrap_or_default(),
        notes: written(&row.notes).unwrap_or_default(),
        decisions: row
            .decisions
            .0
            .iter()
            .map(|row| DecisionDraft {
                text: row.text.clone(),
                decided_by: row.decided_by_id.filter(|id| is_seen(view, Some(*id))),
                decided_on: row.decided_on.map(|day| day.to_string()).unwrap_or_default(),
            })
            .collect(),
    }
}

fn is_seen(view: &View, id: Option<StakeholderId>) -> bool {
    id.is_none_or(|id| view.stakeholder(id).is_some())
}

/// A kept text as the actor may write over it.
pub fn typed(view: &View, kept: &str) -> String {
    mention::written(kept, |id| view.name_of(id, Locale::En), SOMEBODY)
}

/// The draft with ids for names, and with everybody in it whom the actor does not see and so cannot
/// have taken out.
pub(super) fn with_ids(view: &View, before: Option<&Model>, draft: MeetingDraft) -> MeetingDraft {
    let mut draft = draft;
    let kept = |text: Option<&String>| text.map(String::as_str).unwrap_or_default().to_owned();
    let old_agenda = kept(before.and_then(|row| row.agenda.as_ref()));
    let old_notes = kept(before.and_then(|row| row.notes.as_ref()));
    draft.agenda = with_ids_in(view, before, &old_agenda, &draft.agenda);
    draft.notes = with_ids_in(view, before, &old_notes, &draft.notes);
    let Some(before) = before else { return draft };
    let hidden = before.attendees.0.iter().filter(|row| !is_seen(view, row.stakeholder_id));
    draft.attendees.extend(hidden.map(|row| AttendeeDraft {
        stakeholder: row.stakeholder_id,
        name: String::new(),
        organization: row.organization.clone().unwrap_or_default(),
        presence: row.presence,
    }));
    for decision in draft.decisions.iter_mut().filter(|row| row.decided_by.is_none()) {
        let same = before.decisions.0.iter().find(|row| row.text == decision.text);
        let hidden = same.and_then(|row| row.decided_by_id);
        decision.decided_by = hidden.filter(|id| !is_seen(view, Some(*id)));
    }
    draft
}

/// What was typed over `old`, with ids for all names that are mentioned. Whom the actor neither sees nor
/// was shown as somebody is named by nothing but what was typed.
fn with_ids_in(view: &View, before: Option<&Model>, old: &str, typed: &str) -> String {
    if typed.is_empty() {
        return String::new();
    }
    let hidden = mention::hidden(old, |id| view.name_of(id, Locale::En).is_some());
    let text = marked(view, typed);
    let known = |id| {
        view.stakeholder(id).is_some() || before.is_some_and(|row| row.mentions.0.contains(&id))
    };
    let kept = mention::replaced(&text, |mention| match mention.target {
        Target::Known(id, written) if known(id) => format!("@[{written}]"),
        Target::Known(..) => mention.label.to_owned(),
        Target::Hidden(_) => text[mention.range.clone()].to_owned(),
    });
    mention::stored(&kept, &hidden)
}

/// The text with `@Name` written as a mention, where exactly one has the name.
fn marked(view: &View, text: &str) -> String {
    let day = chrono::NaiveDate::default();
    let bare = text.match_indices('@').any(|(place, _)| !text[place..].starts_with("@["));
    if !bare {
        return text.to_owned();
    }
    let noted = notes::read(text, &lexicon(view), Setting { day, tongue: None });
    let mut marks: Vec<(Range<usize>, StakeholderId)> = Vec::new();
    for party in noted.map(|noted| noted.mentions).unwrap_or_default() {
        let written = party.span.of(text);
        if let Some(end) = party.certain().filter(|_| !written.starts_with("@[")) {
            marks.push((party.span.start..party.span.end, end.id));
        }
    }
    let mut marked = text.to_owned();
    for (range, id) in marks.into_iter().rev() {
        if let Some(row) = view.stakeholder(id) {
            let id = row.kind.noun().format(id.0);
            marked.replace_range(range, &format!("@[{id}]"));
        }
    }
    marked
}
