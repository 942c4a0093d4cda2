//! Banyan and its peers, measured side by side: every figure is a ratio of rounds in turn within one
//! run, and stands beside a check that both sides gave the same answer. `cargo xtask bench` builds
//! what is measured and starts this.

mod cluster;
mod equal;
mod fill;
mod folder;
mod load;
mod measure;
mod plain;
mod row;
mod server;
mod table;
mod usage;
mod world;

use anyhow::{Result, bail};
use folder::Folder;
use measure::Pace;
use row::Run;
use server::Place;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use table::{Line, Table};

/// What can be measured, in order of worth.
const ROWS: [&str; 7] = ["lists", "memory", "transition", "dashboard", "kernels", "path", "patch"];

fn main() -> ExitCode {
    match start() {
        Ok(table) => {
            println!("{table}");
            if table.passes() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What was asked for.
#[derive(Debug)]
struct Wishes {
    banyan: PathBuf,
    peers: PathBuf,
    python: Option<PathBuf>,
    only: Option<String>,
    graph: Option<PathBuf>,
    pace: Pace,
}

fn start() -> Result<Table> {
    let wishes = parse(std::env::args().skip(1))?;
    let folder = Folder::new("run")?;
    let Wishes { banyan, peers, python, only, graph, pace } = wishes;
    let python = python.filter(|python| python.is_file());
    let place = Place { banyan, peers, python, folder: folder.path().to_owned() };
    let run = Run::new(place, pace)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut table = Table::default();
    if let Some(graph) = graph {
        row::kernel::agreement::run(&run, &graph, &mut table)?;
        return Ok(table);
    }
    for name in ROWS {
        if only.as_deref().is_none_or(|only| only == name) {
            eprintln!("  measure {name}");
            if let Err(error) = runtime.block_on(measure(name, &run, &mut table)) {
                table.add(Line::failed(name, &error));
            }
        }
    }
    Ok(table)
}

async fn measure(name: &str, run: &Run, table: &mut Table) -> Result<()> {
    match name {
        "lists" => row::list::run(run, table).await,
        "memory" => row::memory::run(run, table).await,
        "transition" => row::transition::run(run, table).await,
        "dashboard" => row::dashboard::run(run, table).await,
        "kernels" => row::kernel::run(run, table).await,
        "path" => row::path::run(run, table).await,
        _ => row::patch::run(run, table).await,
    }
}

fn parse(arguments: impl Iterator<Item = String>) -> Result<Wishes> {
    let mut wishes = Wishes {
        banyan: PathBuf::from("banyan"),
        peers: PathBuf::from("bench/peers"),
        python: None,
        only: None,
        graph: None,
        pace: Pace { round: Duration::from_secs(6), rounds: 3 },
    };
    let arguments: Vec<String> = arguments.collect();
    for pair in arguments.chunks(2) {
        let [name, value] = pair else { bail!("{}", usage_text()) };
        match name.as_str() {
            "--banyan" => wishes.banyan = value.into(),
            "--peers" => wishes.peers = value.into(),
            "--python" => wishes.python = Some(value.into()),
            "--only" if ROWS.contains(&value.as_str()) => wishes.only = Some(value.clone()),
            "--graph" => wishes.graph = Some(value.into()),
            "--seconds" => wishes.pace.round = Duration::from_secs(value.parse::<u64>()?.max(1)),
            "--rounds" => wishes.pace.rounds = value.parse::<usize>()?.max(1),
            _ => bail!("{}", usage_text()),
        }
    }
    if wishes.graph.is_some() && wishes.only.as_deref() != Some("kernels") {
        bail!("--graph goes with --only kernels");
    }
    Ok(wishes)
}

fn usage_text() -> String {
    let rows = ROWS.join("|");
    format!("takes --only {rows}, --graph FILE, --seconds NUMBER and --rounds NUMBER")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows, seconds and rounds can be chosen; anything else is refused.
    #[test]
    fn wishes() {
        let words = |line: &str| parse(line.split(' ').map(str::to_owned));
        let wishes = words("--only memory --seconds 2 --rounds 5 --python p").unwrap();
        assert_eq!(wishes.only.as_deref(), Some("memory"));
        assert_eq!((wishes.pace.round, wishes.pace.rounds), (Duration::from_secs(2), 5));
        assert_eq!(parse(std::iter::empty()).unwrap().pace.rounds, 3);
        assert!(words("--only kernels --graph edges.csv").is_ok());
        for wrong in ["--graph edges.csv", "--only speed", "--only", "--rounds x", "fast true"] {
            assert!(words(wrong).is_err(), "{wrong}");
        }
    }
}
