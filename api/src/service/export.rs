//! Exports: what the viewer sees of the graph, in files of Banyan's own form, which imports read
//! back as the same facts.
//!
//! What is put away and what is for practice stays here. The files are those of RFC 4180, in UTF-8
//! with a mark of the byte order, without which spreadsheets misread accents.

use crate::error::{Error, Result};
use crate::op::Op;
use crate::snapshot::View;
use csv::{Terminator, WriterBuilder};
use domain::identifier::{CommunityId, StakeholderId};
use domain::sheet::{capability_heading, relationship_heading, stakeholder_heading};
use std::collections::{BTreeSet, HashMap};

mod capability;
mod evidence;
mod relationship;
mod stakeholder;

/// The stakeholders that the viewer sees, each with its evidence.
pub async fn stakeholders(op: &Op) -> Result<String> {
    let export = Export::of(op.view());
    let rows = stakeholder::rows(op, &export).await?;
    written(&stakeholder_heading(), &rows)
}

/// The relationships that the viewer sees, each with its evidence.
pub async fn relationships(op: &Op) -> Result<String> {
    let export = Export::of(op.view());
    let rows = relationship::rows(op, &export).await?;
    written(&relationship_heading(), &rows)
}

/// The capabilities that the viewer sees, each with its evidence. Who verified them stays here: in
/// another instance that is a decision anew.
pub async fn capabilities(op: &Op) -> Result<String> {
    let export = Export::of(op.view());
    let rows = capability::rows(op, &export).await?;
    written(&capability_heading(), &rows)
}

/// What the files share: everybody's short name, and every source's key.
struct Export {
    view: View,
    slugs: HashMap<StakeholderId, String>,
    keys: evidence::Keys,
}

impl Export {
    fn of(view: View) -> Self {
        let (slugs, keys) = (slugs(&view), evidence::Keys::of(&view));
        Self { view, slugs, keys }
    }

    /// The short name of somebody who is exported.
    fn slug(&self, id: StakeholderId) -> Option<&str> {
        self.slugs.get(&id).map(String::as_str)
    }

    /// The name of a maintainer; empty for the shared registry.
    fn community(&self, id: Option<CommunityId>) -> &str {
        let row = id.and_then(|id| self.view.community(id));
        row.map_or("", |row| row.name.as_str())
    }
}

/// A short name for everybody who is exported. Communities that do not see each other's records
/// may have given the same one: then the later record has a number behind it in the files.
fn slugs(view: &View) -> HashMap<StakeholderId, String> {
    let exported = view.stakeholders().filter(|row| row.archived_at.is_none() && !row.practice);
    let mut taken = BTreeSet::new();
    let mut slugs = HashMap::new();
    for row in exported {
        let slug = free(&row.slug, &taken);
        taken.insert(slug.clone());
        slugs.insert(row.id, slug);
    }
    slugs
}

/// A text that is not taken: the wish itself, or with a number behind it.
fn free(wish: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|number: u32| format!("{wish}-{number}"));
    let mut candidates = std::iter::once(wish.to_owned()).chain(numbered);
    candidates.find(|candidate| !taken.contains(candidate)).unwrap_or_else(|| wish.to_owned())
}

pub(super) fn written(heading: &[String], rows: &[Vec<String>]) -> Result<String> {
    let failed = |error: csv::Error| Error::Internal(error.into());
    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::from("\u{feff}"));
    writer.write_record(heading).map_err(failed)?;
    for row in rows {
        writer.write_record(row).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| Error::Internal(error.into_error().into()))?;
    String::from_utf8(bytes).map_err(|error| Error::Internal(error.into()))
}

/// Ids in stretches that one statement takes.
const STRETCH: usize = 500;
