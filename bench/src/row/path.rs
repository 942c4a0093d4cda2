//! Who can introduce us, on a million relationships: the kernel beside the recursive SQL that a
//! relational database is asked with.

use super::Run;
use crate::fill::connect;
use crate::measure::{lasted, median, milliseconds, ratio, share};
use crate::table::{Line, Table, judge};
use crate::usage;
use anyhow::{Context, Result, ensure};
use domain::graph::random::SplitMix64;
use domain::graph::{Direction, Graph, admission, path};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use std::time::{Duration, Instant};

/// The most steps that the statement goes.
const MOST_STEPS: usize = 4;
const SQL: &str = "WITH RECURSIVE walk(id, steps) AS (
    SELECT $1::int, 0
    UNION
    SELECT next.id, walk.steps + 1 FROM walk CROSS JOIN LATERAL (
      SELECT high AS id FROM tie WHERE low = walk.id
      UNION ALL
      SELECT low FROM tie WHERE high = walk.id) next
    WHERE walk.steps < $3::int)
  SELECT min(steps) AS steps FROM walk WHERE id = $2::int";
/// How many times as fast.
const GOAL: f64 = 500.0;
/// Pairs that are joined.
const PAIRS: usize = 3;
const NAME: &str = "introduction path, 1M";

/// Measures pairs of stakeholders that are two to four steps apart.
pub async fn run(run: &Run, table: &mut Table) -> Result<()> {
    let Some(cluster) = &run.cluster else {
        table.add(Line::not_installed(NAME, "PostgreSQL", &format!(">= {GOAL}x")));
        return Ok(());
    };
    let pairs = run.large().pairs();
    let graph = run.large().graph(&pairs)?;
    let db = connect(&cluster.create("paths")?, 1).await?;
    lay_out(&db, &pairs).await?;
    let (mut fast, mut slow, mut steps) = (Vec::new(), Vec::new(), Vec::new());
    let (own, machine) = (usage::processor(std::process::id()), usage::machine());
    let server = cluster.process()?;
    let before = usage::processor(server);
    for (from, to) in joined(&graph) {
        for _ in 0..run.pace.rounds.min(2) {
            let (length, took) = shortest(&graph, from, to);
            let (walked, waited) = lasted(asked(&db, from, to, length)).await?;
            ensure!(walked == length, "the ways from {from} to {to} differ: {length}, {walked}");
            fast.push(milliseconds(took));
            slow.push(milliseconds(waited));
            steps.push(length);
        }
    }
    db.close().await?;
    let own = usage::processor(std::process::id()).saturating_sub(own)
        + usage::processor(server).saturating_sub(before);
    let share = share(own, usage::machine().saturating_sub(machine));
    let times = ratio(&slow, &fast);
    table.add(Line {
        workload: NAME.to_owned(),
        ours: format!("{:.3} ms", median(fast)),
        peer: format!("recursive CTE {:.0} ms", median(slow)),
        ratio: format!("{times:.0}x"),
        goal: format!(">= {GOAL}x"),
        verdict: judge(times >= GOAL, share),
        beside: format!("lengths equal: {steps:?}, ours {:.0} %", share * 100.0),
    });
    Ok(())
}

async fn lay_out(db: &DatabaseConnection, pairs: &[(u32, u32)]) -> Result<()> {
    db.execute_unprepared("CREATE TABLE tie (low int, high int)").await?;
    for some in pairs.chunks(100_000) {
        let ends = |end: fn(&(u32, u32)) -> u32| {
            some.iter().map(|pair| end(pair).to_string()).collect::<Vec<_>>().join(",")
        };
        let (low, high) = (ends(|pair| pair.0), ends(|pair| pair.1));
        let sql = format!(
            "INSERT INTO tie SELECT * FROM unnest('{{{low}}}'::int[], '{{{high}}}'::int[])"
        );
        db.execute_unprepared(&sql).await?;
    }
    let indices =
        "CREATE INDEX ON tie (low) INCLUDE (high); CREATE INDEX ON tie (high) INCLUDE (low)";
    db.execute_unprepared(indices).await?;
    db.execute_unprepared("VACUUM ANALYZE tie").await?;
    Ok(())
}

/// Pairs drawn by chance that the statement can join within its steps.
fn joined(graph: &Graph) -> Vec<(u32, u32)> {
    let mut chance = SplitMix64::new(11);
    let mut pairs = Vec::new();
    while pairs.len() < PAIRS {
        let pair = (chance.below(graph.node_count()), chance.below(graph.node_count()));
        if (2..=MOST_STEPS).contains(&shortest(graph, pair.0, pair.1).0) {
            pairs.push(pair);
        }
    }
    pairs
}

fn shortest(graph: &Graph, from: u32, to: u32) -> (usize, Duration) {
    let began = Instant::now();
    let found = path::shortest(graph, &admission::everything(), Direction::Either, from, to);
    (found.map_or(usize::MAX, |path| path.edges.len()), began.elapsed())
}

/// The statement is told how far to go at most, which is kinder than any user could be.
async fn asked(db: &DatabaseConnection, from: u32, to: u32, most: usize) -> Result<usize> {
    let values = [i64::from(from), i64::from(to), i64::try_from(most)?];
    let values = values.map(Into::into);
    let row = db.query_one_raw(Statement::from_sql_and_values(DbBackend::Postgres, SQL, values));
    let steps: Option<i32> = row.await?.context("no row")?.try_get("", "steps")?;
    Ok(steps.map_or(Ok(usize::MAX), usize::try_from)?)
}
