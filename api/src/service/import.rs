//! Imports: the many rows of one sheet, brought in as one step and undone as one step.
//!
//! What would become of each row is planned on a view alone, so that looking at a sheet disturbs
//! nobody. Committing plans before its write begins, while others go on writing, and once more
//! within it only when something was recorded meanwhile that the plan rests on; then it stores what
//! was planned.

use super::place;
use crate::error::{Error, Result};
use crate::op::{Op, Stamp, Write};
use crate::snapshot::View;
use domain::identifier::{CommunityId, ImportId};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::sheet::{DateForm, Decision, Sheet, Table, Waiting};
use domain::stakeholder::Visibility;
use domain::text::{Locale, NAME_LIMIT, optional_line};
use entity::import;
use std::collections::BTreeMap;

mod capability;
mod cell;
mod moved;
mod plan;
mod register;
mod relationship;
mod settings;
mod source;
mod stakeholder;
mod standing;
mod statement;
mod store;
mod workroom;
pub use cell::cells;
pub use plan::{Candidate, Column, Counts, Fault, Preview, Row, Verdict, Whom};
pub use workroom::Workroom;

pub(super) use store::Sources;

use plan::{Ground, Plan, Stamping};
use store::store;
use workroom::at_once;

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
    /// The language in which known records are named to the importer.
    pub locale: Locale,
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
    let plan = op.app().workroom().work(planning(op, op.view(), request)).await?;
    Ok(plan.preview())
}

/// Brings in every row that can be, in one write. Rows that are refused are left out.
pub async fn commit(op: &Op, request: &Request) -> Result<Outcome> {
    place::settle(op, Action::Import, request.community, Visibility::Public).await?;
    let file_name = optional_line(&request.file_name, "fileName", NAME_LIMIT)?;
    let ground = op.view();
    let early = op.app().workroom().work(planning(op, ground.clone(), request)).await?;
    let mut write = op.write_as(Action::Import).await?;
    let plan = match moved::matters(request, &ground, write.view()) {
        false => early,
        true => at_once(planning(op, write.view().clone(), request)).await?,
    };
    let import = ImportId(write.id());
    let community_id = keeper(write.view(), request.community)?;
    write.belongs_to(import);
    let counts = keep(&mut write, plan, &mut Sources::default()).await?.counts;
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
    let stamp = || write.stamp();
    let plan = plan(write.view(), &stamp, request, &|| Ok(()))?;
    keep(write, plan, sources).await
}

/// Stores what was planned, and tells of it.
async fn keep(write: &mut Write<'_>, mut plan: Plan, sources: &mut Sources) -> Result<Preview> {
    let planned = std::mem::take(&mut plan.planned);
    let planned = planned.into_iter().map(|one| one.stamped(write.stamp())).collect();
    store(write, planned, sources).await?;
    Ok(plan.preview())
}

/// Planning on what this view shows, to be done where it holds up nobody.
fn planning(
    op: &Op,
    view: View,
    request: &Request,
) -> impl FnOnce(Waiting<'_>) -> Result<Plan> + Send + use<> {
    let (clock, at, request) = (op.app().clock.clone(), op.now(), request.clone());
    let stamp = move || Stamp { id: clock.id(), at };
    move |waiting| plan(&view, &stamp, &request, waiting)
}

/// The cells of a text as a sheet of at most so many rows as an import takes.
fn sheet(text: &str) -> Result<Sheet, Refusal> {
    let field = |refusal: Refusal| match refusal.field.as_str() {
        "cells" => Refusal { field: "text".to_owned(), ..refusal },
        _ => refusal,
    };
    Sheet::parse(cells(text)?).map_err(field)
}

fn plan(view: &View, stamp: Stamping<'_>, request: &Request, waiting: Waiting<'_>) -> Result<Plan> {
    let sheet = sheet(&request.text)?;
    let Request { community: home, locale, ref decisions, .. } = *request;
    let ground = Ground { view, stamp, home, locale, waiting };
    match request.table {
        Table::Stakeholders => {
            let settings = settings::settings(&sheet, request)?;
            Ok(stakeholder::plan(&ground, &sheet, &settings, decisions)?)
        }
        Table::Relationships => {
            let settings = settings::settings(&sheet, request)?;
            Ok(relationship::plan(&ground, &sheet, &settings, decisions)?)
        }
        Table::Capabilities => {
            let settings = settings::settings(&sheet, request)?;
            Ok(capability::plan(&ground, &sheet, &settings, decisions)?)
        }
    }
}

/// The community that lists the import: its own, or for one into the registry the first that the
/// importer may import for.
fn keeper(view: &View, community: Option<CommunityId>) -> Result<CommunityId, Refusal> {
    let may_import = |id: &CommunityId| {
        let place = Place { community: Some(*id), visibility: Visibility::Public };
        view.allows(Action::Import, place)
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
