//! One relationship changes: the snapshot takes the change from the log and answers a question about
//! the graph, beside reading the whole database anew for that answer.

use super::Run;
use crate::fill::{relationship_id, stakeholder_id};
use crate::measure::{lasted, median, milliseconds};
use crate::table::{Line, Table, Verdict, judge};
use crate::usage;
use crate::world::LARGE;
use anyhow::{Context, Result};
use api::snapshot::feed::Logged;
use api::snapshot::view::Around;
use api::snapshot::{Applier, Snapshot, View};
use api::store::Store;
use domain::identifier::{ChangeId, StakeholderId};
use domain::policy::{Policy, Viewer};
use entity::record::List;
use entity::relationship::Model as Relationship;
use entity::{change, change_value};
use std::sync::Arc;
use uuid::Uuid;

/// How many times as fast.
const GOAL: f64 = 200.0;
/// How many changes are taken.
const CHANGES: u32 = 20;

/// Measures on 100k/1M.
pub async fn run(run: &Run, table: &mut Table) -> Result<()> {
    let store = Store::open(&run.sqlite(LARGE).await?).await?;
    let applier = Applier::start(store.clone()).await?;
    let (own, machine) = (usage::processor(std::process::id()), usage::machine());
    let (rebuilt, rebuild) = lasted(async {
        let rebuilt = Arc::new(Snapshot::build(store.reader()).await?);
        around(&rebuilt, stakeholder_id(0))?;
        Ok(rebuilt)
    })
    .await?;
    around(&applier.current(), stakeholder_id(0))?;
    let (mut patches, mut taken) = (Vec::new(), Vec::new());
    let mut changed = rebuilt.rows::<Relationship>().clone();
    for number in 1..=CHANGES {
        let id = relationship_id(number * (LARGE.relationships / CHANGES) - 1);
        let row = changed.get(&id.0).context("no such relationship")?;
        let after = Relationship { strength: Some(1), version: 2, ..Relationship::clone(row) };
        let (step, focus) = (logged(number, &after)?, after.source_id);
        changed.insert(id.0, after.into());
        let revision = rebuilt.revision() + i64::from(number);
        let (snapshot, took) =
            lasted(async { Ok(applier.commit(revision, vec![step]).await?) }).await?;
        let (_, answered) = lasted(async { around(&snapshot, focus) }).await?;
        taken.push(milliseconds(took));
        patches.push(milliseconds(took + answered));
    }
    let equal = *applier.current().rows::<Relationship>() == changed;
    let own = usage::processor(std::process::id()).saturating_sub(own);
    let share = crate::measure::share(own, usage::machine().saturating_sub(machine));
    let last = patches.iter().copied().fold(0.0, f64::max);
    let patch = median(patches);
    let times = milliseconds(rebuild) / patch;
    store.close().await?;
    table.add(Line {
        workload: "one change until the graph shows it, 1M".to_owned(),
        ours: format!("{patch:.3} ms, worst {last:.3}"),
        peer: format!("rebuild {:.0} ms", milliseconds(rebuild)),
        ratio: format!("{times:.0}x"),
        goal: format!(">= {GOAL}x"),
        verdict: if equal { judge(times >= GOAL, share) } else { Verdict::Wrong },
        beside: format!(
            "{CHANGES} changes, all shown: {equal}; {:.3} ms of it until the rows are there; ours {:.0} %",
            median(taken),
            share * 100.0
        ),
    });
    Ok(())
}

/// A question about the graph, so that whatever answers such questions is up to date.
fn around(snapshot: &Arc<Snapshot>, focus: StakeholderId) -> Result<usize> {
    let view = View::new(snapshot.clone(), Arc::new(Policy::standard()), Viewer::Owner);
    let near = Around { depth: 1, kinds: Vec::new(), layers: Vec::new(), as_of: None, limit: 20 };
    let found = view.neighborhood(focus, &near).context("no such stakeholder")?;
    Ok(found.nodes.len())
}

fn logged(number: u32, after: &Relationship) -> Result<Logged> {
    let id = ChangeId(Uuid::from_u128(u128::from(number)));
    let change = change::Model {
        id,
        revision: i64::from(number),
        position: 0,
        at: after.updated_at,
        account_id: None,
        noun: "relationship".to_owned(),
        subject_id: after.id.0,
        fields: List(vec!["strength".to_owned()]),
        import_id: None,
        community_id: None,
        audience_id: None,
        visibility: after.visibility,
        digest: String::new(),
        hash: String::new(),
    };
    let after = Some(serde_json::to_string(after)?);
    let value = change_value::Model { change_id: id, before: None, after, salt: String::new() };
    Ok(Logged { change, value })
}
