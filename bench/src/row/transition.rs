//! Moves of engagements with their records in the change log, by 16 clients at once.

use super::Run;
use crate::fill::{connect, engagement_id};
use crate::load::{CLIENTS, Script, request};
use crate::measure::{Round, Side, median};
use crate::server::Server;
use crate::table::{Line, Table, Verdict, judge, rounds};
use crate::world::{SMALL, World};
use anyhow::{Context, Result};
use domain::engagement::Stage;
use domain::identifier::Noun;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use serde_json::json;
use std::net::SocketAddr;

const MOVE: &str = "mutation($input: TransitionEngagementInput!) {
  transitionEngagement(input: $input) { engagement { id stage version } } }";
/// Moves a second, at least, on PostgreSQL.
const GOAL: f64 = 600.0;

/// Each client puts engagements of its own to sleep and wakes them up again, by the version that it
/// read; one that is refused would break the chain and show as an error from then on.
struct Moves {
    address: SocketAddr,
    token: String,
    own: Vec<Vec<u32>>,
    made: Vec<usize>,
}

impl Moves {
    fn new(address: SocketAddr, token: String, world: &World) -> Self {
        let mut own = vec![Vec::new(); CLIENTS];
        let talks = (0..).zip(&world.talks);
        let fit = talks.filter(|(_, talk)| talk.stage == Stage::Identified);
        for (turn, (place, _)) in fit.enumerate() {
            own[turn % CLIENTS].push(place);
        }
        Self { address, token, own, made: vec![0; CLIENTS] }
    }
}

impl Script for Moves {
    fn next(&mut self, client: usize) -> Vec<u8> {
        let own = &self.own[client];
        let made = self.made[client];
        self.made[client] += 1;
        // All of one's own once around, then again.
        let place = own[made % own.len()];
        let times = made / own.len();
        let to = if times.is_multiple_of(2) { Stage::Dormant } else { Stage::Identified };
        let id = Noun::Engagement.format(engagement_id(place).0);
        let input = json!({ "id": id, "expectedVersion": 1 + times, "to": to.to_string() });
        let body = json!({ "query": MOVE, "variables": { "input": input } });
        request(self.address, Some(&self.token), &body)
    }
}

/// Measures both engines.
pub async fn run(run: &Run, table: &mut Table) -> Result<()> {
    let name = "transition, 16 clients";
    match &run.cluster {
        None => table.add(Line::not_installed(name, "PostgreSQL", &format!(">= {GOAL}/s"))),
        Some(cluster) => {
            let url = run.postgres("moves").await?;
            let db = connect(&url, 1).await?;
            let before = aborted(&db).await?;
            let token = run.place.token(&url, "manage")?;
            let banyan = run.place.banyan(&url)?;
            let moves = Moves::new(banyan.address, token, run.small());
            let measured = load(run, &banyan, &url, moves, Some(cluster.process()?)).await?;
            drop(banyan);
            // The server's own statistics come a moment later.
            tokio::time::sleep(std::time::Duration::from_secs(2)).await;
            let aborted = aborted(&db).await? - before;
            let Measured { rounds: all, logged } = measured;
            let rate = median(all.iter().map(|round| round.rate));
            let share = median(all.iter().map(|round| round.share));
            let kept = aborted == 0 && errors(&all) == 0 && logged;
            table.add(Line {
                workload: format!("{name}, PostgreSQL"),
                ours: rounds(&all),
                peer: String::new(),
                ratio: String::new(),
                goal: format!(">= {GOAL}/s, 0 aborted"),
                verdict: if kept { judge(rate >= GOAL, share) } else { Verdict::Wrong },
                beside: beside(&all, logged, &format!("{aborted} aborted, fsync on")),
            });
        }
    }
    let url = run.sqlite(SMALL).await?;
    let copy = url.replace(".db", "-moves.db");
    std::fs::copy(url.replace("sqlite://", ""), copy.replace("sqlite://", ""))?;
    let token = run.place.token(&copy, "manage")?;
    let banyan = run.place.banyan(&copy)?;
    let moves = Moves::new(banyan.address, token, run.small());
    let Measured { rounds: all, logged } = load(run, &banyan, &copy, moves, None).await?;
    let complaints = banyan.complaints().to_lowercase();
    let busy = complaints.matches("busy").count() + complaints.matches("locked").count();
    let kept = busy == 0 && errors(&all) == 0 && logged;
    table.add(Line {
        workload: format!("{name}, SQLite"),
        ours: rounds(&all),
        peer: String::new(),
        ratio: String::new(),
        goal: "0 BUSY".to_owned(),
        verdict: if kept { Verdict::Pass } else { Verdict::Wrong },
        beside: beside(&all, logged, &format!("{busy} BUSY, synchronous FULL")),
    });
    Ok(())
}

struct Measured {
    rounds: Vec<Round>,
    /// Whether the log holds as many moves as were answered.
    logged: bool,
}

async fn load(
    run: &Run,
    banyan: &Server,
    url: &str,
    mut moves: Moves,
    database: Option<u32>,
) -> Result<Measured> {
    let process = banyan.process();
    let side = Side { address: banyan.address, process, script: &mut moves };
    let rounds = run.pace.in_turn(&mut [side], database).await?;
    let rounds = rounds.into_iter().next().context("nothing was measured")?;
    let made: usize = moves.made.iter().sum();
    let db = connect(url, 1).await?;
    let sql = "SELECT count(*) AS number FROM change WHERE noun = 'engagement'";
    let logged = number(&db, sql).await?;
    db.close().await?;
    Ok(Measured { rounds, logged: usize::try_from(logged)? == made })
}

fn errors(rounds: &[Round]) -> usize {
    rounds.iter().map(|round| round.errors).sum()
}

fn beside(rounds: &[Round], logged: bool, more: &str) -> String {
    let first = rounds.iter().find_map(|round| round.first_error.clone()).unwrap_or_default();
    let share = median(rounds.iter().map(|round| round.share)) * 100.0;
    let errors = errors(rounds);
    format!("{errors} errors, {more}, every move in the log: {logged}, ours {share:.0} % {first}")
}

/// Transactions that PostgreSQL has given up or rolled back so far because of conflicts.
async fn aborted(db: &DatabaseConnection) -> Result<i64> {
    let sql = "SELECT deadlocks + conflicts + (SELECT count(*) FROM pg_stat_activity WHERE state LIKE \
               '%aborted%') AS number FROM pg_stat_database WHERE datname = current_database()";
    number(db, sql).await
}

async fn number(db: &DatabaseConnection, sql: &str) -> Result<i64> {
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    Ok(row.context("no row")?.try_get("", "number")?)
}
