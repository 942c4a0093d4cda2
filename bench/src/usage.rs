//! What a process and all that it started use of the machine, as the kernel tells it.

use anyhow::{Context, Result};
use std::collections::HashMap;
use std::fs;
use std::time::Duration;

/// The kernel counts in hundredths of a second, on every machine that Rust's standard library knows.
const TICK: Duration = Duration::from_millis(10);

/// Processor time of a process with its descendants, those that it has outlived too.
pub fn processor(root: u32) -> Duration {
    let all = everybody();
    let own: u64 = family(&all, root).filter_map(|pid| all.get(&pid)).map(|stat| stat.own).sum();
    TICK * u32::try_from(own + all.get(&root).map_or(0, |stat| stat.reaped)).unwrap_or(u32::MAX)
}

/// Memory of a process with its descendants that is in use right now, in MiB.
pub fn memory(root: u32) -> f64 {
    let all = everybody();
    let pages = family(&all, root).filter_map(|pid| {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok()
    });
    pages.sum::<f64>() / 1024.0
}

/// Processor time that this thread has had, to the nanosecond.
pub fn this_thread() -> Result<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanos = text.split(' ').next().context("an empty schedstat")?.parse()?;
    Ok(Duration::from_nanos(nanos))
}

/// Processor time that the whole machine has worked, whoever for.
pub fn machine() -> Duration {
    let text = fs::read_to_string("/proc/stat").unwrap_or_default();
    let words = text.lines().next().unwrap_or_default().split_whitespace().skip(1);
    let ticks: Vec<u64> = words.filter_map(|word| word.parse().ok()).collect();
    // user, nice, system, idle, iowait, irq, softirq, steal
    let work = [0, 1, 2, 5, 6, 7].into_iter().filter_map(|place: usize| ticks.get(place));
    TICK * u32::try_from(work.sum::<u64>()).unwrap_or(u32::MAX)
}

struct Stat {
    parent: u32,
    own: u64,
    reaped: u64,
}

fn everybody() -> HashMap<u32, Stat> {
    let folders = fs::read_dir("/proc").into_iter().flatten().flatten();
    folders
        .filter_map(|folder| {
            let pid = folder.file_name().to_str()?.parse().ok()?;
            let text = fs::read_to_string(folder.path().join("stat")).ok()?;
            Some((pid, read(&text)?))
        })
        .collect()
}

/// The name may hold anything, so fields are counted from its closing bracket on.
fn read(text: &str) -> Option<Stat> {
    let fields: Vec<&str> = text.rsplit_once(") ")?.1.split(' ').collect();
    let number = |place: usize| fields.get(place)?.parse::<u64>().ok();
    Some(Stat {
        parent: u32::try_from(number(1)?).ok()?,
        own: number(11)? + number(12)?,
        reaped: number(13)? + number(14)?,
    })
}

fn family(all: &HashMap<u32, Stat>, root: u32) -> impl Iterator<Item = u32> {
    let mut family = vec![root];
    let mut place = 0;
    while let Some(&pid) = family.get(place) {
        family.extend(all.iter().filter(|(_, stat)| stat.parent == pid).map(|(child, _)| *child));
        place += 1;
    }
    family.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name with brackets and spaces does not shift the fields.
    #[test]
    fn fields_are_found() {
        let line = "12 (a) b) S 7 1 1 0 -1 4194560 1 0 0 0 31 11 5 2 20 0 1 0";
        let stat = read(line).unwrap();
        assert_eq!((stat.parent, stat.own, stat.reaped), (7, 42, 7));
        assert!(read("12 (a").is_none());
    }

    /// This process uses memory, and work takes processor time.
    #[test]
    fn this_process_is_seen() {
        assert!(memory(std::process::id()) > 1.0);
        let before = this_thread().unwrap();
        let sum: u64 = (0..3_000_000u64).map(|number| number ^ (number >> 3)).sum();
        assert!(sum > 0 && this_thread().unwrap() > before);
        assert!(machine() >= processor(std::process::id()));
    }
}
