//! The query page: GraphiQL, bundled by npm's esbuild where Node.js is there. Where it is not, a page
//! that says so and shows how to ask without it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::asset::Asset;
use crate::step::Step;
use crate::{machine, process, workspace};

/// Its sources.
const SOURCES: &str = "web/explore";
/// Below this folder of the bundle everything belongs to the query page.
const PLACE: &str = "explore/";
/// The page that stands there without Node.js.
const MISSING: &str = "missing.html";

/// The files of the query page.
pub struct QueryPage {
    /// What the server hands out.
    pub assets: Vec<Asset>,
    /// Whether it is as good as this machine could make it: otherwise the next build tries again.
    pub is_whole: bool,
}

/// Makes the query page; without Node.js, or when npm cannot bring the editor, the page says so.
pub fn make() -> Result<QueryPage> {
    if !machine::has_npm() {
        return Step::run("query page", |_| {
            Ok((missing(true)?, "left out: there is no npm; the page says so".to_owned()))
        });
    }
    let editor = machine::require_packages("editor of the query page", SOURCES);
    Step::run("query page", |step| match editor.and_then(|()| bundle(step)) {
        Ok(assets) => Ok((QueryPage { assets, is_whole: true }, "GraphiQL".to_owned())),
        Err(problem) => {
            let told = format!("left out; the page says so. {problem:#}");
            Ok((missing(false)?, told))
        }
    })
}

/// Its sources.
pub fn folder() -> PathBuf {
    workspace::path(SOURCES)
}

/// What the page is made of: its sources without what npm brought, which the lock file stands for.
pub fn inputs() -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder())?.map(|entry| Ok(entry?.path()));
    let entries: Vec<PathBuf> = entries.collect::<Result<_>>()?;
    Ok(entries.into_iter().filter(|path| !path.ends_with("node_modules")).collect())
}

/// A word that differs between machines that make the page and those that cannot.
pub fn identity() -> &'static str {
    if machine::has_npm() { "npm" } else { "no npm" }
}

/// Whether a file of the bundle belongs to the query page.
pub fn has(name: &str) -> bool {
    name.starts_with(PLACE)
}

fn bundle(step: &mut Step) -> Result<Vec<Asset>> {
    let output = workspace::target("explore");
    let mut command = Command::new("node");
    process::quietly(step, command.arg("build.mjs").arg(&output).current_dir(folder()))?;
    read(&output)
}

fn read(output: &Path) -> Result<Vec<Asset>> {
    let mut assets = Vec::new();
    for entry in fs::read_dir(output)? {
        let entry = entry?;
        let name = format!("{PLACE}{}", entry.file_name().to_string_lossy());
        assets.push(Asset::plain(&name, fs::read(entry.path())?));
    }
    assets.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(assets)
}

fn missing(is_whole: bool) -> Result<QueryPage> {
    let page = folder().join(MISSING);
    let page = fs::read(&page).with_context(|| format!("reading {}", page.display()))?;
    Ok(QueryPage { assets: vec![Asset::plain("explore/index.html", page)], is_whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without Node.js there is one page, and it shows how to ask all the same, in both languages.
    #[test]
    fn without_node_the_page_says_so() {
        let page = missing(true).unwrap();
        let [asset] = &page.assets[..] else { panic!("one page") };
        assert!(has(&asset.name) && !has("assets/explore.js"));
        let text = String::from_utf8(asset.content.clone()).unwrap();
        assert!(text.contains("curl -s") && text.contains("lang=\"fr\""), "{text}");
    }

    /// What npm brought is no source of ours: the lock file says what it is.
    #[test]
    fn packages_are_known_by_the_lock_file() {
        let inputs = inputs().unwrap();
        assert!(inputs.iter().any(|path| path.ends_with("package-lock.json")));
        assert!(!inputs.iter().any(|path| path.ends_with("node_modules")));
    }
}
