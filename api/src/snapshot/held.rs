//! How each noun is held in a snapshot: which rows, which derived maps, and what is left out.

use super::{Rows, Snapshot};
use domain::search::Names;
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use entity::{
    account, action, capability, community, engagement, evidence, gain, import, interaction,
    meeting, membership, need, proposal, relationship, requirement, saved_view, source, transition,
};
use std::sync::Arc;
use uuid::Uuid;

/// A noun that a snapshot holds.
pub trait Held: Record + PartialEq + std::fmt::Debug {
    /// Its rows.
    fn rows(snapshot: &Snapshot) -> &Rows<Self>;
    /// Its rows, for patching.
    fn rows_mut(snapshot: &mut Snapshot) -> &mut Rows<Self>;
    /// Keeps the derived maps in step with a row that comes, changes or goes.
    fn reindex(_snapshot: &mut Snapshot, _old: Option<&Self>, _new: Option<&Self>) {}
    /// Keeps the graph in step with a row that comes, changes or goes; the rows are in step by then.
    fn draw(_snapshot: &mut Snapshot, _id: Uuid, _new: Option<&Arc<Self>>) {}
    /// What it is in sight with only: the noun and the id of each.
    fn hangs_on(&self) -> Vec<(&str, Uuid)> {
        Vec::new()
    }
    /// The record without what only the database keeps.
    fn trimmed(self) -> Self {
        self
    }
    /// What full-text search finds it by.
    fn long_text(&self) -> Option<String> {
        None
    }
}

/// One step of the log: which row, and what it is afterwards.
#[derive(Clone, Debug)]
pub struct Patch {
    /// The noun.
    pub noun: String,
    /// The row.
    pub id: Uuid,
    /// The after-image as JSON; none when the row is gone.
    pub after: Option<String>,
}

/// Hands the list of every noun to a macro, so that it stands in one place.
macro_rules! nouns {
    ($callback:ident! { $($arguments:tt)* }) => {
        $callback! {
            [
                ::entity::stakeholder::Stakeholder, ::entity::relationship::Model,
                ::entity::source::Model, ::entity::evidence::Model, ::entity::community::Model,
                ::entity::engagement::Model, ::entity::gain::Model, ::entity::interaction::Model,
                ::entity::transition::Model, ::entity::action::Model, ::entity::import::Model,
                ::entity::account::Model, ::entity::membership::Model, ::entity::capability::Model,
                ::entity::saved_view::Model, ::entity::requirement::Model, ::entity::meeting::Model,
                ::entity::proposal::Model, ::entity::need::Model
            ]
            $($arguments)*
        }
    };
}
pub(crate) use nouns;

/// Runs generic code for the noun of a change: `with_noun!(noun, R => expression, else other)`,
/// where `other` answers for a noun that this release does not know.
macro_rules! with_noun {
    ($noun:expr, $type:ident => $body:expr, else $otherwise:expr) => {
        $crate::snapshot::held::nouns!(match_noun! { $noun, $type, $body, $otherwise })
    };
}
pub(crate) use with_noun;

macro_rules! match_noun {
    ([$($record:ty),+] $noun:expr, $type:ident, $body:expr, $otherwise:expr) => {
        match $noun {
            $(<$record as ::entity::record::Record>::NOUN => { type $type = $record; $body })+
            _ => $otherwise,
        }
    };
}
pub(crate) use match_noun;

macro_rules! fill_nouns {
    ([$($record:ty),+] $snapshot:expr, $db:expr) => {
        $({
            let mut last = None;
            loop {
                let page = <$record as Record>::page($db, last).await?;
                let Some(end) = page.last().map(Record::uuid) else { break };
                last = Some(end);
                $snapshot.put_page(page);
            }
        })+
    };
}

impl Snapshot {
    /// Applies one step of the log.
    pub(super) fn apply(&mut self, patch: &Patch) -> Result<(), serde_json::Error> {
        with_noun!(patch.noun.as_str(), R => {
            let after = patch.after.as_deref().map(serde_json::from_str::<R>);
            self.put::<R>(patch.id, after.transpose()?);
        }, else {
            // A noun of a newer release: this process has no use for it.
            tracing::warn!(noun = patch.noun, "a change of an unknown noun was passed over");
        });
        Ok(())
    }

    /// Takes rows that come after all others. Every other one goes first: those between then fill the
    /// leaves of the ordered maps, which rows in order would leave half empty.
    fn put_page<R: Held>(&mut self, page: Vec<R>) {
        let mut between = Vec::with_capacity(page.len() / 2);
        for (place, record) in page.into_iter().enumerate() {
            match place % 2 {
                0 => self.put(record.uuid(), Some(record)),
                _ => between.push(record),
            }
        }
        between.into_iter().for_each(|record| self.put(record.uuid(), Some(record)));
    }

    /// Reads every noun from the database.
    pub(super) async fn fill<C: sea_orm::ConnectionTrait>(
        &mut self,
        db: &C,
    ) -> Result<(), sea_orm::DbErr> {
        nouns!(fill_nouns! { self, db });
        Ok(())
    }
}

macro_rules! held {
    ($($record:ty => $field:ident { $($method:tt)* })+) => {
        $(impl Held for $record {
            fn rows(snapshot: &Snapshot) -> &Rows<Self> {
                &snapshot.$field
            }
            fn rows_mut(snapshot: &mut Snapshot) -> &mut Rows<Self> {
                &mut snapshot.$field
            }
            $($method)*
        })+
    };
}

held! {
    Stakeholder => stakeholders {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let slug = |row: &Self| row.slug.clone();
            let ids = |row: &Self| row.external_ids.clone();
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.by_slug.repost(id.0, old.map(slug), new.map(slug));
            let old_ids = old.map(ids).unwrap_or_default();
            snapshot.by_external_id.repost(id.0, old_ids, new.map(ids).unwrap_or_default());
            let old_names = match new {
                Some(row) => snapshot.names.insert(id, Arc::new(names(row))),
                None => snapshot.names.remove(&id),
            };
            if let Some(names) = old_names {
                snapshot.by_name.remove(names, id.0);
            }
        }
        fn draw(snapshot: &mut Snapshot, id: Uuid, new: Option<&Arc<Self>>) {
            let named = new.and_then(|row| Some((snapshot.names.get(&row.id)?.clone(), row)));
            if let Some((names, row)) = named {
                snapshot.by_name.insert(names, row);
            }
            snapshot.draw_node(id, new);
        }
        fn trimmed(mut self) -> Self {
            self.summaries.clear();
            self
        }
        fn long_text(&self) -> Option<String> {
            let text: Vec<_> = self.summaries.values().map(String::as_str).collect();
            (!text.is_empty()).then(|| text.join("\n"))
        }
    }
    relationship::Model => relationships {
        fn draw(snapshot: &mut Snapshot, id: Uuid, new: Option<&Arc<Self>>) {
            snapshot.draw_edge(id, new);
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            vec![("stakeholder", self.source_id.0), ("stakeholder", self.target_id.0)]
        }
        fn long_text(&self) -> Option<String> {
            self.note.clone()
        }
    }
    source::Model => sources {}
    evidence::Model => evidence {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let subject = |row: &Self| row.subject_id;
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.evidence_of.repost(id.0, old.map(subject), new.map(subject));
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            vec![("source", self.source_id.0), (&self.subject_noun, self.subject_id)]
        }
        fn trimmed(mut self) -> Self {
            self.note = None;
            self
        }
    }
    community::Model => communities {}
    engagement::Model => engagements {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let party = |row: &Self| row.party_id;
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.engagements_of.repost(id.0, old.map(party), new.map(party));
            let need = |row: &Self| row.need_id;
            snapshot.engagements_from.repost(id.0, old.and_then(need), new.and_then(need));
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            vec![("stakeholder", self.party_id.0)]
        }
        fn long_text(&self) -> Option<String> {
            Some(self.why.clone())
        }
    }
    gain::Model => gains {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let whole = |row: &Self| row.engagement_id;
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.parts_of.repost(id.0, old.map(whole), new.map(whole));
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            vec![("engagement", self.engagement_id.0)]
        }
    }
    interaction::Model => interactions {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let whole = |row: &Self| row.engagement_id;
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.parts_of.repost(id.0, old.map(whole), new.map(whole));
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            vec![("engagement", self.engagement_id.0)]
        }
    }
    transition::Model => transitions {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let whole = |row: &Self| row.engagement_id;
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.parts_of.repost(id.0, old.map(whole), new.map(whole));
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            vec![("engagement", self.engagement_id.0)]
        }
    }
    action::Model => actions {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let whole = |row: &Self| row.engagement_id;
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.parts_of.repost(id.0, old.and_then(whole), new.and_then(whole));
            let met = |row: &Self| row.meeting_id;
            snapshot.outcomes_of.repost(id.0, old.and_then(met), new.and_then(met));
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            let whole = self.engagement_id.map(|id| ("engagement", id.0));
            let met = self.meeting_id.map(|id| ("meeting", id.0));
            whole.into_iter().chain(met).collect()
        }
    }
    capability::Model => capabilities {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let named = |row: &Self| vec![row.provider_id, row.good_id];
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            let old = old.map(named).unwrap_or_default();
            snapshot.capabilities_of.repost(id.0, old, new.map(named).unwrap_or_default());
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            vec![("stakeholder", self.provider_id.0), ("stakeholder", self.good_id.0)]
        }
    }
    requirement::Model => requirements {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let whole = |row: &Self| row.implementation_id;
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.requirements_of.repost(id.0, old.map(whole), new.map(whole));
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            vec![("stakeholder", self.implementation_id.0)]
        }
    }
    need::Model => needs {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let named = |row: &Self| [Some(row.party_id), row.good_id].into_iter().flatten();
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            let (old, new) = (old.into_iter().flat_map(named), new.into_iter().flat_map(named));
            snapshot.needs_of.repost(id.0, old, new);
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            let named = [Some(self.party_id), self.good_id].into_iter().flatten();
            named.map(|id| ("stakeholder", id.0)).collect()
        }
    }
    saved_view::Model => saved_views {
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            self.named.0.iter().map(|id| ("stakeholder", id.0)).collect()
        }
    }
    meeting::Model => meetings {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let group = |row: &Self| row.group_id;
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.meetings_of.repost(id.0, old.and_then(group), new.and_then(group));
        }
        fn trimmed(mut self) -> Self {
            self.notes = None;
            self
        }
        fn long_text(&self) -> Option<String> {
            let texts = [Some(self.title.as_str()), self.agenda.as_deref(), self.notes.as_deref()];
            Some(texts.into_iter().flatten().collect::<Vec<_>>().join("\n"))
        }
    }
    proposal::Model => proposals {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let met = |row: &Self| row.meeting_id;
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.outcomes_of.repost(id.0, old.and_then(met), new.and_then(met));
        }
        fn hangs_on(&self) -> Vec<(&str, Uuid)> {
            let met = self.meeting_id.map(|id| ("meeting", id.0));
            let named = self.named.0.iter().map(|id| ("stakeholder", id.0));
            met.into_iter().chain(named).collect()
        }
    }
    import::Model => imports {}
    account::Model => accounts {}
    membership::Model => memberships {
        fn reindex(snapshot: &mut Snapshot, old: Option<&Self>, new: Option<&Self>) {
            let account = |row: &Self| row.account_id;
            let Some(id) = new.or(old).map(|row| row.id) else { return };
            snapshot.memberships_of.repost(id.0, old.map(account), new.map(account));
        }
    }
}

fn names(row: &Stakeholder) -> Names {
    let other = row.aliases.iter().chain(&row.acronym).map(String::as_str);
    Names::new(row.names.values().map(String::as_str), other)
}
