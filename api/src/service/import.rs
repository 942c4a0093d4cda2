//! Imports: the many rows of one sheet, brought in as one step and undone as one step.
//!
//! What would become of each row is planned on a view alone, so that looking at a sheet disturbs
//! nobody; committing plans once more within its write, on exactly what is recorded then, and
//! stores what was planned.

use super::place;
use crate::error::{Error, Result};
use crate::op::{Op, Write};
use crate::snapshot::View;
use domain::identifier::{CommunityId, ImportId};
use domain::policy::{Action, Place, allows};
use domain::refusal::{Refusal, RefusalCode};
use domain::sheet::{DateForm, Decision, Sheet, Table};
use domain::stakeholder::Visibility;
use domain::text::{NAME_LIMIT, optional_line};
use entity::import;
use std::collections::BTreeMap;

mod cell;
mod plan;
mod register;
mod relationship;
mod settings;
mod source;
mod stakeholder;
mod standing;
mod store;
pub use cell::cells;
pub use plan::{Candidate, Column, Counts, Fault, Preview, Row, Verdict, Whom};

pub(super) use store::Sources;

use plan::{Ground, Plan};
use store::store;

/// A sheet to be looked at or to be brought in.
#[derive(Clone, Debug)]
pub struct Request {
    /// Who maintains the new records where a row does not say; none is the shared registry.
    pub community: Option<CommunityId>,
    /// What the rows are about.
    pub table: Table,
    /// The name of the file, for the list of imports; empty for pasted cells.
    pub file_name: String,
    /// The cells as text.
    pub text: String,
    /// What each column means; none to have it guessed from the headings.
    pub columns: Option<Vec<Option<String>>>,
    /// How dates are written; none to have it guessed.
    pub dates: Option<DateForm>,
    /// What a missing cell stands for, by column.
    pub defaults: BTreeMap<String, String>,
    /// What a person decided about single rows.
    pub decisions: Vec<Decision>,
}

/// What an import did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The import, by which it can be undone.
    pub import: ImportId,
    /// How many rows became what.
    pub counts: Counts,
}

/// What would become of each row of a sheet; nothing is changed.
pub async fn preview(op: &Op, request: &Request) -> Result<Preview> {
    place::settle(op, Action::Import, request.community, Visibility::Public).await?;
    let sheet = sheet(&request.text)?;
    let stamp = || op.stamp();
    Ok(plan(&op.view(), &stamp, request, &sheet)?.preview())
}

/// Brings in every row that can be, in one write. Rows that are refused are left out.
pub async fn commit(op: &Op, request: &Request) -> Result<Outcome> {
    place::settle(op, Action::Import, request.community, Visibility::Public).await?;
    let file_name = optional_line(&request.file_name, "fileName", NAME_LIMIT)?;
    let mut write = op.write().await?;
    let import = ImportId(write.id());
    let community_id = keeper(write.view(), request.community)?;
    write.belongs_to(import);
    let counts = bring_in(&mut write, request, &mut Sources::default()).await?.counts;
    record(&mut write, import, community_id, file_name, counts).await?;
    write.commit().await?;
    Ok(Outcome { import, counts })
}

/// What the rows of a text are most probably about, by its headings.
pub fn guess_table(text: &str) -> Result<Table, Refusal> {
    Ok(domain::sheet::guess_table(&sheet(text)?))
}

/// Stores every row that can be within a write that does more; the caller has asked the policy.
pub(super) async fn bring_in(
    write: &mut Write<'_>,
    request: &Request,
    sources: &mut Sources,
) -> Result<Preview> {
    let sheet = sheet(&request.text)?;
    let stamp = || write.stamp();
    let mut plan = plan(write.view(), &stamp, request, &sheet)?;
    let planned = std::mem::take(&mut plan.planned);
    store(write, planned, sources).await?;
    Ok(plan.preview())
}

/// The cells of a text as a sheet of at most so many rows as an import takes.
fn sheet(text: &str) -> Result<Sheet, Refusal> {
    let field = |refusal: Refusal| Refusal { field: "text".to_owned(), ..refusal };
    Sheet::parse(cells(text)).map_err(field)
}

fn plan(
    view: &View,
    stamp: plan::Stamping<'_>,
    request: &Request,
    sheet: &Sheet,
) -> Result<Plan, Vec<Refusal>> {
    let ground = Ground { view, stamp, home: request.community };
    match request.table {
        Table::Stakeholders => {
            let settings = settings::settings(sheet, request)?;
            Ok(stakeholder::plan(&ground, sheet, &settings, &request.decisions))
        }
        Table::Relationships => {
            let settings = settings::settings(sheet, request)?;
            Ok(relationship::plan(&ground, sheet, &settings, &request.decisions))
        }
    }
}

/// The community that lists the import: its own, or for one into the registry the first that the
/// importer may import for.
fn keeper(view: &View, community: Option<CommunityId>) -> Result<CommunityId, Refusal> {
    let may_import = |id: &CommunityId| {
        let place = Place { community: Some(*id), visibility: Visibility::Public };
        allows(view.viewer(), Action::Import, place)
    };
    let mut communities = view.communities().map(|row| row.id);
    community
        .or_else(|| communities.find(may_import))
        .ok_or_else(|| Refusal::new(RefusalCode::Required, "community"))
}

async fn record(
    write: &mut Write<'_>,
    id: ImportId,
    community_id: CommunityId,
    file_name: Option<String>,
    counts: Counts,
) -> Result<()> {
    let count = |rows: usize| i32::try_from(rows).map_err(|_| Error::internal("too many rows"));
    let row = import::Model {
        id,
        community_id,
        account_id: write.view().viewer().account(),
        file_name,
        created: count(counts.create)?,
        matched: count(counts.matched)?,
        rejected: count(counts.reject)?,
        undone_at: None,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await
}
