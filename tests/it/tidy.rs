//! The rules that the repository keeps about itself, each as a test.

mod finder;
mod import;
mod layer;
mod licence;
mod name;
mod size;
mod word;

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold nothing of ours.
const FOREIGN: [&str; 4] = [".git", "node_modules", "dist", "dist.new"];

/// A text of the repository.
struct Text {
    /// Its path from the root.
    path: PathBuf,
    content: String,
}

impl Text {
    fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }
}

/// The folder of the root `Cargo.toml`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Every text of the repository; what is not UTF-8 (pictures, say) is no text.
fn texts() -> Vec<Text> {
    let mut paths = Vec::new();
    collect(root(), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .filter_map(|path| {
            let content = fs::read_to_string(&path).ok()?;
            Some(Text { path: path.strip_prefix(root()).unwrap().to_owned(), content })
        })
        .collect()
}

/// Every Rust file of the repository.
fn sources() -> Vec<Text> {
    let sources: Vec<Text> = texts()
        .into_iter()
        .filter(|text| text.path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    assert!(sources.iter().any(|source| source.is_in("tests/it/tidy.rs")), "the walk missed us");
    sources
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        // In a further working tree of git, `.git` is a file.
        if FOREIGN.contains(&&*name) {
            continue;
        }
        if path.is_file() {
            paths.push(path);
        } else if path.is_dir() && !name.starts_with("target") {
            collect(&path, paths);
        }
    }
}

/// Fails with every broken rule at once.
fn report(broken: Vec<String>) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}
