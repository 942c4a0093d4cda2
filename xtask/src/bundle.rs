//! The web bundle: the front end compiled, bound to JavaScript, named by content and compressed.

mod asset;
mod explore;
mod manifest;
mod page;
mod part;
mod route;
mod shrink;
mod size;
mod style;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use self::asset::{Asset, Effort};
use self::page::Names;
use self::part::{Bound, Part};
use crate::compiler::Compiler;
use crate::stamp::{self, Stamp};
use crate::step::Step;
use crate::workspace;

const DIST: &str = "web/dist";
const STAMP: &str = "web-bundle";

/// For whom a bundle is made.
#[derive(Clone, Copy, PartialEq)]
pub enum Purpose {
    /// For visitors: as small as it gets.
    Release,
    /// For the person who is changing it: soon there.
    Quick,
}

impl Purpose {
    fn profile(self) -> &'static str {
        match self {
            Purpose::Release => "web",
            Purpose::Quick => "web-quick",
        }
    }
}

/// `cargo xtask web`.
pub fn run(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [] => make(Purpose::Release),
        ["--quick"] => make(Purpose::Quick),
        ["--part", name] => weigh(name),
        _ => bail!("`cargo xtask web` takes only --quick, or --part and the name of one"),
    }
}

/// Makes the bundle unless the one in `web/dist` is of the same sources.
///
/// A fresh release bundle also serves where a quick one is enough.
pub fn make(purpose: Purpose) -> Result<()> {
    let _turn = stamp::turn(STAMP)?;
    let compiler = Compiler::find()?;
    for sufficient in [Purpose::Release, purpose] {
        if is_made(&stamp_of(&compiler, sufficient)?) {
            return Step::run("web bundle", |_| Ok(((), "fresh".to_owned())));
        }
    }
    let stamp = stamp_of(&compiler, purpose)?;
    stamp.forget();
    let parts = part::make(&compiler, purpose)?;
    let query_page = explore::make()?;
    let is_whole = query_page.is_whole;
    let assets = Step::run("web bundle", |step| {
        let dist = workspace::path(DIST);
        let assets = assemble(step, purpose, parts, query_page.assets, &dist)?;
        Ok((assets, DIST.to_owned()))
    })?;
    if is_whole {
        stamp.keep()?;
    }
    size::report(&assets, &workspace::path(DIST))
}

/// Makes one part alone, beside the bundle, and says what it weighs: sooner known than all parts are made.
fn weigh(name: &str) -> Result<()> {
    let part = Part::named(name).with_context(|| format!("there is no part `{name}`"))?;
    let _turn = stamp::turn(STAMP)?;
    let bound = part::make_one(&Compiler::find()?, Purpose::Release, part)?;
    let folder = workspace::target("weighed");
    let assets = Step::run("weighing", |step| {
        let assets = assemble(step, Purpose::Release, vec![bound], Vec::new(), &folder)?;
        Ok((assets, folder.display().to_string()))
    })?;
    size::report(&assets, &folder)
}

/// Fails when the first load is heavier than promised.
pub fn check_size() -> Result<()> {
    size::check(&workspace::path(DIST))
}

fn is_made(stamp: &Stamp) -> bool {
    stamp.is_fresh() && workspace::path(DIST).join(page::FILE).exists()
}

fn stamp_of(compiler: &Compiler, purpose: Purpose) -> Result<Stamp> {
    let shared = ["domain", "xtask/src", "schema.graphql", "Cargo.toml", "Cargo.lock", ".cargo"];
    let mut inputs: Vec<PathBuf> = shared.into_iter().map(workspace::path).collect();
    for entry in fs::read_dir(workspace::path("web"))? {
        let path = entry?.path();
        if path != workspace::path(DIST) && path != explore::folder() {
            inputs.push(path);
        }
    }
    inputs.extend(explore::inputs()?);
    let optimizer = shrink::identity();
    let words = [purpose.profile(), &compiler.identity()?, &optimizer, explore::identity()];
    Stamp::of(STAMP, &inputs, &words)
}

/// Writes everything that the server hands out.
fn assemble(
    step: &mut Step,
    purpose: Purpose,
    parts: Vec<Bound>,
    query_page: Vec<Asset>,
    folder: &Path,
) -> Result<Vec<Asset>> {
    let mut assets = query_page;
    let mut started = Vec::new();
    for bound in parts {
        let module = match purpose {
            Purpose::Release => shrink::shrink(step, bound.module)?,
            Purpose::Quick => bound.module,
        };
        let name = bound.part.name();
        let script = Asset::named(name, "js", bound.script);
        let module = Asset::named(name, "wasm", module);
        started.push((bound.part, script.name.clone(), module.name.clone()));
        assets.extend([module, script]);
    }
    let style = Asset::named("style", "css", style::concatenate(&workspace::path("web/style"))?);
    let start = Asset::named("start", "js", page::start(&started, &route::read()?));
    let names = Names { style: &style, start: &start };
    let template = workspace::path("web").join(page::FILE);
    let template =
        fs::read_to_string(&template).with_context(|| format!("reading {}", template.display()))?;
    let page = Asset::plain(page::FILE, page::complete(&template, &names)?.into_bytes());
    assets.extend([style, start, page, manifest::write(&workspace::path("web/graphql"))?]);
    assets.extend(asset::unchanged(&workspace::path("web/static"))?);
    let effort = match purpose {
        Purpose::Release => Effort::Most,
        Purpose::Quick => Effort::Least,
    };
    asset::write(step, &mut assets, folder, effort)?;
    Ok(assets)
}
