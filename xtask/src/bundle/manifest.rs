//! The manifest of the front end's operations, by which the server knows them again: every text that
//! the front end can send, under its SHA-256.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use super::asset::Asset;
use crate::stamp;

/// Where the server looks for it.
const FILE: &str = "operations.json";

/// The documents of the front end, by the digest of their texts.
#[derive(Serialize)]
struct Manifest {
    documents: BTreeMap<String, Document>,
}

/// One text: the whole document, which the front end sends with the name of one of its operations.
#[derive(Serialize)]
struct Document {
    operations: Vec<String>,
    text: String,
}

/// Lists every document of a folder. The front end takes these files in as they are, byte by byte.
pub fn write(folder: &Path) -> Result<Asset> {
    let mut documents = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "graphql") {
            let text = fs::read_to_string(&path)?;
            let operations = operations(&text);
            documents.insert(stamp::digest(text.as_bytes()), Document { operations, text });
        }
    }
    Ok(Asset::plain(FILE, serde_json::to_vec(&Manifest { documents })?))
}

/// The names of the operations of a document: at the start of a line, where no field can be.
fn operations(text: &str) -> Vec<String> {
    let named = |line: &str| {
        let rest = ["query ", "mutation ", "subscription "];
        let rest = rest.into_iter().find_map(|keyword| line.strip_prefix(keyword))?;
        let name = rest.split(|letter: char| !letter.is_ascii_alphanumeric()).next()?;
        Some(name.to_owned())
    };
    text.lines().filter_map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document is listed under the digest of exactly its bytes, with its operations.
    #[test]
    fn documents_are_listed() {
        let folder = crate::workspace::target("manifest-test");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.graphql"), "query A { a }\n\nmutation B($b: Int) {\n  query\n}\n")
            .unwrap();
        let manifest: serde_json::Value =
            serde_json::from_slice(&write(&folder).unwrap().content).unwrap();
        let text = fs::read(folder.join("a.graphql")).unwrap();
        let listed = &manifest["documents"][stamp::digest(&text)];
        assert_eq!(listed["operations"], serde_json::json!(["A", "B"]));
        assert_eq!(listed["text"].as_str().unwrap().as_bytes(), text);
        fs::remove_dir_all(folder).unwrap();
    }
}
