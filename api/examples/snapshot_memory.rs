//! What the graph in memory weighs and how fast it follows the database:
//! `cargo run --release -p api --example snapshot_memory -- 100000 1000000`. The rows are made by a
//! process of its own, so that what is printed is the reading process alone.

#![expect(clippy::print_stdout, reason = "printing is what this is for")]

use anyhow::{Context, Result, bail};
use api::app::App;
use api::clock::Clock;
use api::op::Expected;
use api::snapshot::view::Around;
use api::snapshot::{Snapshot, View};
use domain::identifier::StakeholderId;
use domain::policy::Viewer;
use entity::relationship;
use std::sync::Arc;
use std::time::{Duration, Instant};

#[path = "snapshot_memory/made.rs"]
mod made;
use made::Maker;

/// How often each time is taken; the median is printed.
const ROUNDS: usize = 21;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", url, stakeholders, relationships] => {
            make(url, stakeholders.parse()?, relationships.parse()?).await
        }
        [stakeholders, relationships] => {
            let relationships: u32 = relationships.parse()?;
            let folder = tempfile::tempdir()?;
            let url = format!("sqlite://{}", folder.path().join("made.db").display());
            let made = std::process::Command::new(std::env::current_exe()?)
                .args(["make", &url, stakeholders, &relationships.to_string()])
                .status()?;
            if !made.success() {
                bail!("the rows could not be made");
            }
            measure(&url, relationships).await
        }
        _ => bail!("how many stakeholders and how many relationships, say 5000 50000?"),
    }
}

async fn make(url: &str, stakeholders: u32, relationships: u32) -> Result<()> {
    let app = App::open(url, Clock::system()).await?;
    app.store.clone().close().await?;
    let db = sea_orm::Database::connect(url).await?;
    Maker::begin(&db).await?.fill(&db, stakeholders, relationships).await?;
    Ok(db.close().await?)
}

async fn measure(url: &str, relationships: u32) -> Result<()> {
    let before = memory("VmRSS")?;
    let began = Instant::now();
    let app = App::open(url, Clock::system()).await?;
    let opened = began.elapsed();
    let (after, peak) = (memory("VmRSS")?, memory("VmHWM")?);
    println!("opened and built in {opened:.2?}");
    println!("memory {before} MiB before, {after} MiB with the graph, {peak} MiB at most");
    let each = (after - before) * 1_000_000 / u64::from(relationships).max(1);
    println!("memory per million relationships, with all that hangs on them: {each} MiB");

    let focus = app.snapshot().rows::<entity::stakeholder::Stakeholder>().keys().next().copied();
    let focus = StakeholderId(focus.context("nobody")?);
    println!("first surroundings {:.2?}", timed(|| surroundings(&app, focus)));
    let walks: Vec<_> = (0..ROUNDS).map(|_| timed(|| surroundings(&app, focus))).collect();
    println!("surroundings {:.2?}", median(walks));

    let other = App::open(url, Clock::system()).await?;
    let mut times: [Vec<Duration>; 3] = Default::default();
    for round in 0..ROUNDS {
        let took = [
            timed_async(change(&app, round)).await?,
            timed_async(async { Ok(other.catch_up().await?) }).await?,
            timed(|| surroundings(&other, focus)),
        ];
        times.iter_mut().zip(took).for_each(|(times, took)| times.push(took));
    }
    let [write, follow, walk] = times.map(median);
    println!("one relationship changed and committed {write:.2?}");
    println!(
        "taken from the log by another process {follow:.2?}, first surroundings then {walk:.2?}"
    );
    drop(other);

    let began = Instant::now();
    let rebuilt = Snapshot::build(app.store.reader()).await?;
    let built = began.elapsed();
    let ratio = built.as_secs_f64() / follow.as_secs_f64();
    println!("rebuilt from the store in {built:.2?}: {ratio:.0} times as long as following");
    if rebuilt != *app.snapshot() {
        bail!("what was rebuilt is not what was followed");
    }
    println!("what was rebuilt equals what was followed");
    Ok(())
}

/// Changes one relationship, by the one write path.
async fn change(app: &Arc<App>, round: usize) -> Result<()> {
    let op = app.op(Viewer::Owner);
    let mut write = op.write().await?;
    let snapshot = app.snapshot();
    let rows = snapshot.rows::<relationship::Model>();
    let id = rows.keys().nth(round * 1_000 % rows.len().max(1)).copied().context("no rows")?;
    let before: relationship::Model = write.load(id).await?;
    let strength = before.strength.map(|strength| strength % 5 + 1);
    let after = relationship::Model { strength, ..before.clone() };
    write.update(before, after, Expected::Command).await?;
    write.commit().await?;
    Ok(())
}

fn surroundings(app: &Arc<App>, focus: StakeholderId) -> usize {
    let view: View = app.view(app.snapshot(), Viewer::Anonymous);
    let around = Around { depth: 2, kinds: Vec::new(), layers: Vec::new(), as_of: None, limit: 50 };
    view.neighborhood(focus, &around).map_or(0, |found| found.nodes.len())
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

async fn timed_async(work: impl Future<Output = Result<()>>) -> Result<Duration> {
    let began = Instant::now();
    work.await?;
    Ok(began.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// What the system says of this process, in MiB.
fn memory(word: &str) -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(word)?.strip_prefix(':'));
    let kilobytes = line.and_then(|line| line.split_whitespace().next());
    Ok(kilobytes.context("memory is told on Linux alone")?.parse::<u64>()? / 1024)
}
