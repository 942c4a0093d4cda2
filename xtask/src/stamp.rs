//! Knowing that work is already done: the digest of everything that went into it, kept in a file.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::workspace;

/// The inputs of one piece of work, as they are now.
pub struct Stamp {
    file: PathBuf,
    digest: String,
}

impl Stamp {
    /// Takes the digest of files, of folders with all they contain, and of words such as options.
    pub fn of(name: &str, inputs: &[PathBuf], words: &[&str]) -> Result<Stamp> {
        let mut files = Vec::new();
        for input in inputs {
            collect(input, &mut files)?;
        }
        files.sort();
        let mut hasher = Sha256::new();
        for word in words {
            hasher.update(word.as_bytes());
            hasher.update([0]);
        }
        for file in files {
            let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            hasher.update(file.to_string_lossy().as_bytes());
            hasher.update([0]);
            hasher.update(content.len().to_le_bytes());
            hasher.update(content);
        }
        Ok(Stamp { file: location(name), digest: hex(&hasher.finalize()) })
    }

    /// Whether the same inputs were already worked on.
    pub fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|known| known == self.digest)
    }

    /// Remembers that these inputs were worked on.
    pub fn keep(&self) -> Result<()> {
        remember(&self.file, &self.digest)
    }

    /// Forgets the last work, so that a failure half-way is never taken for it.
    pub fn forget(&self) {
        fs::remove_file(&self.file).ok();
    }
}

/// Waits until no other process does the same work; the turn ends when the file is dropped.
pub fn turn(name: &str) -> Result<File> {
    let path = location(&format!("{name}.lock"));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::create(&path).with_context(|| format!("writing {}", path.display()))?;
    file.lock()?;
    Ok(file)
}

/// A word remembered from an earlier run.
pub fn recall(name: &str) -> Option<String> {
    fs::read_to_string(location(name)).ok()
}

/// Remembers a word for later runs.
pub fn note(name: &str, word: &str) -> Result<()> {
    remember(&location(name), word)
}

/// The first characters of a digest, enough to tell versions of a file apart.
pub fn short_digest(content: &[u8]) -> String {
    digest(content).chars().take(16).collect()
}

/// The SHA-256 of a content, in hexadecimal digits.
pub fn digest(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

fn location(name: &str) -> PathBuf {
    workspace::target("stamp").join(name)
}

fn remember(file: &Path, word: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, word).with_context(|| format!("writing {}", file.display()))
}

fn collect(input: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if input.is_dir() {
        for entry in fs::read_dir(input)? {
            collect(&entry?.path(), files)?;
        }
    } else if input.is_file() {
        files.push(input.to_owned());
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Another content, another file and another option each make another digest.
    #[test]
    fn digests_differ() {
        let folder = workspace::target("stamp-test");
        fs::create_dir_all(&folder).unwrap();
        let inputs = [folder.clone()];
        let digest = |words: &[&str]| Stamp::of("test", &inputs, words).unwrap().digest;
        fs::write(folder.join("one"), "1").unwrap();
        let first = digest(&["web"]);
        assert_eq!(first, digest(&["web"]));
        assert_ne!(first, digest(&["quick"]));
        fs::write(folder.join("one"), "2").unwrap();
        let second = digest(&["web"]);
        assert_ne!(first, second);
        fs::write(folder.join("two"), "").unwrap();
        assert_ne!(second, digest(&["web"]));
        fs::remove_dir_all(folder).unwrap();
    }

    /// A digest in a file name is the start of SHA-256.
    #[test]
    fn short() {
        assert_eq!(short_digest(b"abc"), "ba7816bf8f01cfea");
    }
}
