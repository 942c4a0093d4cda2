//! What an erasure takes out of meetings: whoever is erased, and the lines that tell of them. The rest of
//! what a community noted stays.

use super::{GONE, Write};
use crate::error::Result;
use domain::identifier::{EvidenceId, MeetingId, StakeholderId};
use domain::mention;
use domain::text::fold;
use entity::record::{List, Record};
use entity::stakeholder::Stakeholder;
use entity::{evidence, meeting, proposal};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The person who is erased, and what is known of how people call them.
pub(super) struct Known {
    pub(super) id: StakeholderId,
    names: Vec<String>,
}

impl Known {
    /// Of a person who is not erased yet.
    pub(super) fn of(row: &Stakeholder) -> Self {
        let names = row.names.values().chain(&row.aliases).chain(&row.acronym);
        let folded = names.flat_map(|name| {
            let folded = fold(name);
            let words = folded.split(' ').filter(|word| word.chars().count() > 2);
            words.map(str::to_owned).collect::<Vec<_>>()
        });
        Self { id: row.id, names: folded.map(|name| format!(" {name} ")).collect() }
    }

    /// Whether a text names the person, by id or by name.
    fn is_told(&self, text: &str) -> bool {
        let folded = format!(" {} ", fold(text));
        mention::named(text).contains(&self.id)
            || self.names.iter().any(|name| folded.contains(name.as_str()))
    }

    /// The text without the lines that tell of the person.
    fn without(&self, text: Option<String>) -> Option<String> {
        let line = |line: &str| if self.is_told(line) { GONE.to_owned() } else { line.to_owned() };
        text.map(|text| text.split('\n').map(line).collect::<Vec<_>>().join("\n"))
    }
}

/// What came out of a meeting and tells of the person without naming the record.
pub(super) async fn around(
    write: &Write<'_>,
    id: MeetingId,
    known: &Known,
) -> Result<BTreeSet<(String, Uuid)>> {
    let view = write.view();
    let mut found = BTreeSet::new();
    let actions = view.actions_from(id).filter(|row| known.is_told(&row.text));
    found.extend(actions.map(|row| ("action".to_owned(), row.id.0)));
    let proposals = view.proposals_of(id).filter(|row| known.is_told(&row.quote));
    found.extend(proposals.map(|row| ("proposal".to_owned(), row.id.0)));
    let source = view.meeting(id).and_then(|row| row.source_id);
    let Some(source) = source else { return Ok(found) };
    if view.source(source).is_some_and(|row| known.is_told(&row.title)) {
        found.insert(("source".to_owned(), source.0));
    }
    let cited: Vec<EvidenceId> = view.evidence_from(source).collect();
    for id in cited {
        let row: Option<evidence::Model> = write.find(id.0).await?;
        if row.and_then(|row| row.note).is_some_and(|note| known.is_told(&note)) {
            found.insert((evidence::Model::NOUN.to_owned(), id.0));
        }
    }
    Ok(found)
}

/// Takes the person out of a meeting.
pub(super) async fn scrub_meeting(write: &mut Write<'_>, id: Uuid, known: &Known) -> Result<()> {
    let Some(before) = write.find::<meeting::Model>(id).await? else {
        write.erase_gone(meeting::Model::NOUN, id);
        return Ok(());
    };
    let mut after = before.clone();
    let told = |text: &Option<String>| text.as_deref().is_some_and(|text| known.is_told(text));
    if known.is_told(&after.title) {
        GONE.clone_into(&mut after.title);
    }
    after.location = after.location.filter(|text| !known.is_told(text));
    after.link = after.link.filter(|text| !known.is_told(text));
    after.agenda = known.without(after.agenda);
    after.notes = known.without(after.notes);
    after.attendees.0.retain(|row| row.stakeholder_id != Some(known.id) && !told(&row.name));
    for decision in after.decisions.0.iter_mut().filter(|row| known.is_told(&row.text)) {
        GONE.clone_into(&mut decision.text);
    }
    after.find_mentions();
    write.erase(before, after).await
}

/// Takes the person out of a proposal, with the sentence that tells of them.
pub(super) async fn scrub_proposal(write: &mut Write<'_>, id: Uuid, known: &Known) -> Result<()> {
    let Some(before) = write.find::<proposal::Model>(id).await? else {
        write.erase_gone(proposal::Model::NOUN, id);
        return Ok(());
    };
    write.erase_correction_contact(before.id).await?;
    let before: proposal::Model = write.find(id).await?.unwrap_or(before);
    let mut after = before.clone();
    GONE.clone_into(&mut after.quote);
    after.reason = after.reason.map(|_| GONE.to_owned());
    after.named = List(after.named.0.into_iter().filter(|id| *id != known.id).collect());
    let draft = &mut after.draft.0;
    draft.text = draft.text.take().map(|_| GONE.to_owned());
    draft.owner_name = None;
    draft.via = draft.via.filter(|id| *id != known.id);
    for list in [&mut draft.source, &mut draft.target] {
        list.retain(|id| *id != known.id);
    }
    let told = |name: &Option<String>| name.as_deref().is_some_and(|name| known.is_told(name));
    draft.attendees.retain(|row| row.stakeholder_id != Some(known.id) && !told(&row.name));
    write.erase(before, after).await
}
