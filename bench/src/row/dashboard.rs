//! The dashboard's counts, beside one SQL statement for the same figures over plain tables with an
//! index for each of them.

use super::Run;
use crate::fill::connect;
use crate::load::{CLIENTS, Round as Script, ask, request};
use crate::measure::{Pace, Side, lasted, median, number, ratio};
use crate::table::{Line, Table, Verdict, judge, rounds};
use anyhow::{Context, Result, ensure};
use domain::relationship::RelationshipKind;
use domain::vocabulary::Word;
use futures_util::future::join_all;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use serde_json::Value;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::time::Instant;

const OURS: &str = "{ dashboard { stakeholders relationships engagements overdue
  byKind { key: kind count } byLayer { key: layer count } byStage { key: stage count } } }";
const SQL: &str = "SELECT json_build_object(
  'stakeholders', (SELECT count(*) FROM plain.stakeholder),
  'relationships', (SELECT count(*) FROM plain.relationship),
  'engagements', (SELECT count(*) FROM plain.engagement),
  'overdue', (SELECT count(*) FROM plain.engagement
    WHERE stage NOT IN ('DECLINED', 'ENDED') AND next_step_due < current_date),
  'byKind', (SELECT json_object_agg(kind, n) FROM
    (SELECT kind, count(*) AS n FROM plain.stakeholder GROUP BY kind) x),
  'byLayer', (SELECT json_object_agg(kind, n) FROM
    (SELECT kind, count(*) AS n FROM plain.relationship GROUP BY kind) x),
  'byStage', (SELECT json_object_agg(stage, n) FROM
    (SELECT stage, count(*) AS n FROM plain.engagement GROUP BY stage) x))::text AS counts";
/// How many times as many answers a second.
const GOAL: f64 = 20.0;
const NAME: &str = "dashboard counts";

/// Measures both sides in turn.
pub async fn run(run: &Run, table: &mut Table) -> Result<()> {
    if run.cluster.is_none() {
        table.add(Line::not_installed(NAME, "PostgreSQL", &format!(">= {GOAL}x")));
        return Ok(());
    }
    let url = run.postgres("dashboard").await?;
    let token = run.place.token(&url, "read")?;
    let banyan = run.place.banyan(&url)?;
    let most = u32::try_from(CLIENTS)?;
    let db = connect(&url, most).await?;
    let body = serde_json::json!({ "query": OURS });
    let answer = ask(banyan.address, Some(&token), &body).await?;
    let ours = counts(answer.get("dashboard").context("no dashboard")?);
    let theirs = layers(counts(&serde_json::from_str(&asked(&db).await?)?));
    ensure!(ours == theirs, "the counts differ: {ours:?} beside {theirs:?}");
    let mut script = Script::new(vec![request(banyan.address, Some(&token), &body)]);
    let process = banyan.process();
    let mut side = Side { address: banyan.address, process, script: &mut script };
    let (mut fast, mut slow) = (Vec::new(), Vec::new());
    run.pace.load(&mut side, None).await?;
    for _ in 0..run.pace.rounds {
        fast.push(run.pace.load(&mut side, None).await?);
        slow.push(sql(&db, run.pace).await?);
    }
    db.close().await?;
    let rates: Vec<f64> = fast.iter().map(|round| round.rate).collect();
    let times = ratio(&rates, &slow);
    let share = median(fast.iter().map(|round| round.share));
    let errors: usize = fast.iter().map(|round| round.errors).sum();
    table.add(Line {
        workload: NAME.to_owned(),
        ours: rounds(&fast),
        peer: format!("SQL {:.0}/s", median(slow)),
        ratio: format!("{times:.1}x"),
        goal: format!(">= {GOAL}x"),
        verdict: if errors > 0 { Verdict::Wrong } else { judge(times >= GOAL, share) },
        beside: format!(
            "{} counts equal, {errors} errors, ours {:.0} %",
            ours.len(),
            share * 100.0
        ),
    });
    Ok(())
}

/// Statements answered a second, by as many clients as ask Banyan.
async fn sql(db: &DatabaseConnection, pace: Pace) -> Result<f64> {
    let began = Instant::now();
    let answered = Cell::new(0);
    let clients = (0..CLIENTS).map(|_| async {
        while began.elapsed() < pace.round {
            asked(db).await?;
            answered.set(answered.get() + 1);
        }
        anyhow::Ok(())
    });
    let (outcomes, took) = lasted(async { Ok(join_all(clients).await) }).await?;
    outcomes.into_iter().collect::<Result<Vec<()>>>()?;
    Ok(number(answered.get()) / took.as_secs_f64())
}

async fn asked(db: &DatabaseConnection) -> Result<String> {
    let statement = Statement::from_string(db.get_database_backend(), SQL);
    let row = db.query_one_raw(statement).await?.context("no row")?;
    Ok(row.try_get("", "counts")?)
}

/// Every count by its path; those of words that do not occur are left out.
fn counts(value: &Value) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for (name, value) in value.as_object().into_iter().flatten() {
        let mut add = |key: &str, count: Option<u64>| {
            if let Some(count) = count.filter(|count| *count > 0) {
                counts.insert(format!("{name} {key}"), count);
            }
        };
        match value {
            Value::Array(rows) => rows.iter().for_each(|row| {
                add(row["key"].as_str().unwrap_or_default(), row["count"].as_u64())
            }),
            Value::Object(rows) => rows.iter().for_each(|(key, row)| add(key, row.as_u64())),
            other => add("", other.as_u64()),
        }
    }
    counts
}

/// SQL counts kinds, of which several make a layer.
fn layers(counts: BTreeMap<String, u64>) -> BTreeMap<String, u64> {
    let mut summed = BTreeMap::new();
    for (path, count) in counts {
        let kind = path.strip_prefix("byLayer ").and_then(RelationshipKind::parse);
        let path = kind.map_or(path, |kind| format!("byLayer {}", kind.layer()));
        *summed.entry(path).or_default() += count;
    }
    summed
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Lists and objects of counts come to the same, and kinds to their layers.
    #[test]
    fn counts_meet() {
        let ours = json!({"all": 3, "byLayer": [{"key": "MONEY", "count": 3}, {"key": "LIFE", "count": 0}]});
        let theirs = json!({"all": 3, "byLayer": {"FUNDS": 1, "CONTRACTS": 2}});
        assert_eq!(counts(&ours), layers(counts(&theirs)));
        assert_eq!(counts(&ours).len(), 2);
    }
}
