//! How much memory a server takes, and how soon it answers.

use super::Run;
use crate::fill::{relationship_id, stakeholder_id};
use crate::load::{Round as Script, ask, request};
use crate::measure::Side;
use crate::table::{Line, Table, Verdict};
use crate::usage;
use crate::world::{LARGE, SMALL, Scale};
use anyhow::{Context, Result};
use domain::identifier::Noun;
use serde_json::{Value, json};

/// Whether the last relationship is there.
const LAST: &str = "query($id: ID!) { node(id: $id) { id } }";
/// What makes a server build whatever it keeps beside the rows.
const AROUND: &str =
    "query($id: ID!) { neighborhood(id: $id, depth: 2, limit: 150) { edgeCount nodes { id } } }";

/// MiB that a server may take at most.
const GOALS: [(Scale, f64); 2] = [(SMALL, 150.0), (LARGE, 1024.0)];

/// Measures both scales, on SQLite.
pub async fn run(run: &Run, table: &mut Table) -> Result<()> {
    for (scale, most) in GOALS {
        let url = run.sqlite(scale).await?;
        let token = run.place.token(&url, "read")?;
        let banyan = run.place.banyan(&url)?;
        let started = usage::memory(banyan.process());
        let party = run.world(scale).parties.first().context("an empty world")?;
        let id = Noun::Stakeholder(party.kind).format(stakeholder_id(0).0);
        let around = json!({ "query": AROUND, "variables": { "id": id } });
        let last = Noun::Relationship.format(relationship_id(scale.relationships - 1).0);
        let last = json!({ "query": LAST, "variables": { "id": last } });
        let found = ask(banyan.address, Some(&token), &last).await?;
        ask(banyan.address, Some(&token), &around).await?;
        let mut script = Script::new(vec![request(banyan.address, Some(&token), &around)]);
        let process = banyan.process();
        let mut side = Side { address: banyan.address, process, script: &mut script };
        let round = run.pace.load(&mut side, None).await?;
        let loaded = usage::memory(process);
        let whole = found.pointer("/node/id").is_some_and(Value::is_string);
        let verdict = match (whole && round.errors == 0, loaded <= most) {
            (false, _) => Verdict::Wrong,
            (true, true) => Verdict::Pass,
            (true, false) => Verdict::Missed,
        };
        table.add(Line {
            workload: format!("memory, {}", scale.name),
            ours: format!("{loaded:.0} MiB"),
            peer: String::new(),
            ratio: String::new(),
            goal: format!("<= {most:.0} MiB"),
            verdict,
            beside: format!(
                "{started:.0} MiB at start, which took {:.1} s; {} bytes a relationship; the last one is there: {whole}",
                banyan.start.as_secs_f64(),
                (loaded * 1024.0 * 1024.0 / f64::from(scale.relationships)).round(),
            ),
        });
    }
    Ok(())
}
