//! Files that the server hands out, each with a brotli and a gzip form beside it.

use std::fs;
use std::io::Write;
use std::num::NonZero;
use std::panic;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::stamp;
use crate::step::Step;

/// Below this, compression only adds requests' headers.
const SMALLEST_COMPRESSED: usize = 256;

/// One file of the bundle.
pub struct Asset {
    /// Its path below the bundle's folder.
    pub name: String,
    /// What it says.
    pub content: Vec<u8>,
    /// The bytes of its brotli form, once written.
    pub compressed: Option<usize>,
}

/// How much time compression may take.
#[derive(Clone, Copy)]
pub enum Effort {
    /// Seconds, for the smallest download.
    Most,
    /// None to speak of.
    Least,
}

impl Asset {
    /// A file named by its content, so that browsers may keep it for ever.
    pub fn named(stem: &str, extension: &str, content: Vec<u8>) -> Asset {
        let name = format!("assets/{stem}-{}.{extension}", stamp::short_digest(&content));
        Asset::plain(&name, content)
    }

    /// A file whose name people and robots know.
    pub fn plain(name: &str, content: Vec<u8>) -> Asset {
        Asset { name: name.to_owned(), content, compressed: None }
    }

    /// Writes it and its compressed forms into a folder.
    fn write(&mut self, folder: &Path, effort: Effort) -> Result<()> {
        let file = folder.join(&self.name);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, &self.content)?;
        if self.content.len() < SMALLEST_COMPRESSED {
            return Ok(());
        }
        let small = brotli(&self.content, effort)?;
        fs::write(folder.join(format!("{}.br", self.name)), &small)?;
        fs::write(folder.join(format!("{}.gz", self.name)), gzip(&self.content, effort)?)?;
        self.compressed = Some(small.len());
        Ok(())
    }
}

/// The files that go into the bundle as they are; there may be none.
pub fn unchanged(folder: &Path) -> Result<Vec<Asset>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut assets = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let content = fs::read(entry.path()).with_context(|| {
            format!("reading {}: only files belong there", entry.path().display())
        })?;
        assets.push(Asset::plain(&name, content));
    }
    assets.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(assets)
}

/// Replaces a folder by these files and their compressed forms, all at once.
pub fn write(step: &mut Step, assets: &mut [Asset], folder: &Path, effort: Effort) -> Result<()> {
    let fresh = folder.with_extension("new");
    fs::remove_dir_all(&fresh).ok();
    step.busy(&format!("compressing {} files", assets.len()));
    let waiting = Mutex::new(assets.iter_mut());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || -> Result<()> {
        while let Some(asset) = next() {
            asset.write(&fresh, effort)?;
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| match worker.join() {
            Ok(done) => done,
            Err(cause) => panic::resume_unwind(cause),
        })
    })?;
    fs::remove_dir_all(folder).ok();
    fs::rename(&fresh, folder).with_context(|| format!("writing {}", folder.display()))
}

fn brotli(content: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let quality = match effort {
        Effort::Most => 11,
        Effort::Least => 1,
    };
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let level = match effort {
        Effort::Most => Compression::best(),
        Effort::Least => Compression::fast(),
    };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    /// Both compressed forms give back the content, whatever the effort.
    #[test]
    fn compression_loses_nothing() {
        let content = "Banyan ".repeat(200).into_bytes();
        for effort in [Effort::Most, Effort::Least] {
            let mut from_brotli = Vec::new();
            let small = brotli(&content, effort).unwrap();
            brotli::BrotliDecompress(&mut &small[..], &mut from_brotli).unwrap();
            assert_eq!(from_brotli, content);

            let mut from_gzip = Vec::new();
            let small = gzip(&content, effort).unwrap();
            flate2::read::GzDecoder::new(&small[..]).read_to_end(&mut from_gzip).unwrap();
            assert_eq!(from_gzip, content);
        }
    }

    /// A name changes exactly when the content does.
    #[test]
    fn names_follow_content() {
        let name = |content: &str| Asset::named("web", "js", content.as_bytes().to_vec()).name;
        assert_eq!(name("one"), name("one"));
        assert_ne!(name("one"), name("two"));
        assert!(name("one").starts_with("assets/web-") && name("one").ends_with(".js"));
    }
}
