//! What a first visit downloads, and the promise about it.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use super::asset::Asset;
use super::explore;
use super::part::{Part, RELEASED};

/// The most that a first visit may weigh, whichever part it needs, in bytes of brotli.
const BUDGET: u64 = 450_000;

/// What counts: everything that the page needs before it can show anything.
const COUNTED: [&str; 3] = ["wasm", "js", "css"];

/// Prints the bundle's files with their sizes.
pub fn report(assets: &[Asset], folder: &Path) -> Result<()> {
    let (query_page, assets): (Vec<_>, Vec<_>) =
        assets.iter().partition(|asset| explore::has(&asset.name));
    for asset in assets {
        let plain = asset.content.len();
        let small = asset.compressed.unwrap_or(plain);
        println!("  {plain:>9} B  {small:>8} B brotli  {}", asset.name);
    }
    for (part, weight) in first_loads(folder)? {
        println!("  {}", sentence(part, weight));
    }
    let plain: usize = query_page.iter().map(|asset| asset.content.len()).sum();
    let small: usize =
        query_page.iter().map(|asset| asset.compressed.unwrap_or(asset.content.len())).sum();
    println!(
        "  query page, loaded at /explore alone: {plain} B, {small} B brotli in {} files",
        query_page.len()
    );
    Ok(())
}

/// Weighs the written bundle against each part's budget.
pub fn check(folder: &Path) -> Result<()> {
    let loads = first_loads(folder)?;
    for (part, weight) in &loads {
        println!("{}", sentence(*part, *weight));
    }
    if loads.iter().any(|(_, weight)| *weight > BUDGET) {
        bail!("a first load is too heavy; `cargo xtask web` prints each file's share");
    }
    Ok(())
}

fn sentence(part: Part, weight: u64) -> String {
    format!("first load of {}: {weight} B brotli of {BUDGET} B allowed", part.name())
}

/// The weight of a first visit to each part: the part, and what every visit loads.
fn first_loads(folder: &Path) -> Result<Vec<(Part, u64)>> {
    let mut shared = 0;
    let mut parts: Vec<(Part, u64)> = Vec::new();
    for entry in fs::read_dir(folder.join("assets"))? {
        let path = entry?.path();
        if !counts(&path) {
            continue;
        }
        let compressed = path.with_added_extension("br");
        let served = if compressed.exists() { compressed } else { path.clone() };
        let weight = fs::metadata(served)?.len();
        match (part_of(&path), parts.iter_mut()) {
            (None, _) => shared += weight,
            (Some(part), mut known) => match known.find(|(known, _)| *known == part) {
                Some((_, sum)) => *sum += weight,
                None => parts.push((part, weight)),
            },
        }
    }
    for (_, weight) in &mut parts {
        *weight += shared;
    }
    parts.sort_by_key(|(part, _)| part.name());
    Ok(parts)
}

/// The part that a file belongs to; none for what every visit loads.
fn part_of(path: &Path) -> Option<Part> {
    let name = path.file_name()?.to_str()?;
    RELEASED
        .into_iter()
        .chain([Part::Whole])
        .find(|part| name.strip_prefix(part.name()).is_some_and(|rest| rest.starts_with('-')))
}

fn counts(path: &Path) -> bool {
    path.extension().is_some_and(|extension| COUNTED.iter().any(|counted| extension == *counted))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A part at its budget passes, one byte more fails; compressed forms count once, and what all
    /// parts share counts with each.
    #[test]
    fn budget() {
        let folder = crate::workspace::target("size-test");
        fs::create_dir_all(folder.join("assets")).unwrap();
        let write = |name: &str, bytes: u64| {
            let content = vec![0; usize::try_from(bytes).unwrap()];
            fs::write(folder.join("assets").join(name), content).unwrap();
        };
        write("style-3.css", 40);
        write("working-2.wasm", 50);
        write("reading-1.wasm", 9_999_999);
        write("reading-1.wasm.gz", 9_999_999);
        write("reading-1.wasm.br", BUDGET - 40);
        assert!(check(&folder).is_ok());
        let loads = first_loads(&folder).unwrap();
        assert_eq!(loads, [(Part::Reading, BUDGET), (Part::Working, 90)]);
        write("reading-1.wasm.br", BUDGET - 39);
        assert!(check(&folder).is_err());
        for part in RELEASED {
            assert_eq!(part_of(&folder.join(format!("{}-1.wasm", part.name()))), Some(part));
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
