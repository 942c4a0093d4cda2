//! Finding stakeholders by what they are called, and by what is written about them.

use crate::error::Result;
use crate::op::Op;
use crate::service::stakeholder::summaries;
use crate::snapshot::View;
use crate::store::long_text;
use domain::identifier::{EngagementId, RelationshipId, StakeholderId};
use domain::search::Names;
use domain::stakeholder::StakeholderKind;
use domain::text::fold;
use entity::stakeholder::Stakeholder;
use std::collections::HashSet;
use std::sync::Arc;
use uuid::Uuid;

mod excerpt;
use excerpt::excerpt;

/// A stakeholder that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The row.
    pub row: Arc<Stakeholder>,
    /// The name that matched.
    pub matched_name: Option<String>,
    /// Some words around the match in a longer text.
    pub excerpt: Option<String>,
}

/// How many visible records with a matching long text are read at a time, and how often: most of
/// them may be of other kinds, or about somebody who was found already.
const STRETCH: usize = 250;
const STRETCHES: usize = 20;

/// Up to `first` stakeholders, of these kinds or of any: those found by name first, best first,
/// then those about whom something with these words is written.
pub async fn search(
    op: &Op,
    text: &str,
    kinds: Option<&[StakeholderKind]>,
    first: usize,
) -> Result<Vec<Hit>> {
    let view = op.view();
    let wanted = |row: &Stakeholder| {
        row.archived_at.is_none() && kinds.is_none_or(|kinds| kinds.contains(&row.kind))
    };
    let folded = fold(text);
    let named = view.matching(text).into_iter().map(|(_, row)| row).filter(|row| wanted(row));
    let mut hits: Vec<_> = named.take(first).map(|row| by_name(row, &folded)).collect();
    if hits.len() == first {
        return Ok(hits);
    }
    let seen: HashSet<_> = hits.iter().map(|hit| hit.row.id).collect();
    let subjects = texts(op, &view, text, &wanted, seen, first - hits.len()).await?;
    let summaries = summaries(op, subjects.iter().map(|(_, row)| row.id).collect()).await?;
    hits.extend(subjects.into_iter().map(|(subject, row)| {
        let summary = summaries.get(&row.id).into_iter().flat_map(|texts| texts.values().cloned());
        let texts = summary.chain(written(&view, subject));
        let excerpt = texts.filter_map(|text| excerpt(&text, &folded)).next();
        Hit { row, matched_name: None, excerpt }
    }));
    Ok(hits)
}

/// Up to `most` stakeholders about whom something is written, each with the record that tells it.
async fn texts(
    op: &Op,
    view: &View,
    text: &str,
    wanted: &impl Fn(&Stakeholder) -> bool,
    mut seen: HashSet<StakeholderId>,
    most: usize,
) -> Result<Vec<(Uuid, Arc<Stakeholder>)>> {
    let mut subjects = Vec::new();
    let mut behind = None;
    for _ in 0..STRETCHES {
        let found =
            long_text::search(&op.reader(), text, view.scope(), behind, STRETCH as u64).await?;
        for subject in &found {
            let rows = about(view, *subject).into_iter().filter_map(|id| view.stakeholder(id));
            for row in rows.filter(|row| wanted(row) && seen.insert(row.id)) {
                subjects.push((*subject, row.clone()));
            }
        }
        behind = found.last().copied();
        if found.len() < STRETCH || subjects.len() >= most {
            break;
        }
    }
    subjects.truncate(most);
    Ok(subjects)
}

fn by_name(row: &Arc<Stakeholder>, folded: &str) -> Hit {
    let names = row.names.values().chain(&row.acronym).chain(&row.aliases);
    let rank = |name: &String| Names::new([name.as_str()], []).rank(folded);
    // Of equally good ones the first: the name proper before other names.
    let best = names.rev().filter(|name| rank(name).is_some()).max_by_key(|name| rank(name));
    Hit { row: row.clone(), matched_name: best.cloned(), excerpt: None }
}

/// The stakeholders that a long text is about: its own, the ends of a relationship, the party of an
/// engagement. A record that the viewer may not see is about nobody.
fn about(view: &View, subject: Uuid) -> Vec<StakeholderId> {
    if view.stakeholder(StakeholderId(subject)).is_some() {
        return vec![StakeholderId(subject)];
    }
    if let Some(row) = view.relationship(RelationshipId(subject)).filter(|row| view.stands(row)) {
        return vec![row.source_id, row.target_id];
    }
    view.engagement(EngagementId(subject)).map(|row| row.party_id).into_iter().collect()
}

/// The long text of a record that the snapshot keeps.
fn written(view: &View, subject: Uuid) -> Option<String> {
    let note = || view.relationship(RelationshipId(subject))?.note.clone();
    let why = || view.engagement(EngagementId(subject)).map(|row| row.why.clone());
    note().or_else(why)
}
