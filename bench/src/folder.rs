//! A folder of one's own for as long as it is held.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that goes with its holder.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// An empty one beside all others of temporary things.
    pub fn new(purpose: &str) -> Result<Self> {
        let name = format!("banyan-bench-{purpose}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).with_context(|| format!("making {}", path.display()))?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What lies in it goes with it.
    #[test]
    fn it_goes() {
        let folder = Folder::new("test").unwrap();
        let path = folder.path().to_owned();
        fs::write(path.join("file"), "").unwrap();
        drop(folder);
        assert!(!path.exists());
    }
}
