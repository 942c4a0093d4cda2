//! The parts of the front end that the browser loads apart, so that a first visit is light.
//!
//! A part is the same crate with another feature: its pages are in it, and a page of another part
//! is fetched by loading its address anew. The start script knows which address needs which part.

use std::fs;

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::Purpose;
use crate::compiler::{self, Compiler};
use crate::process;
use crate::step::Step;

/// One module of the front end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What a visitor looks at: home, directory, profiles, sign-in.
    Reading,
    /// The map.
    Mapping,
    /// What changed, and imports.
    Auditing,
    /// Forms for stakeholders, relationships and new engagements.
    Editing,
    /// The board, and what is to be done.
    Working,
    /// One engagement.
    Engaging,
    /// What the graph answers, and relationships.
    Answering,
    /// Who can give support, and who stands where in the network.
    Supporting,
    /// What if they leave, where nobody can give support, and whom one can learn from.
    Planning,
    /// The outreach plan, requirements, and what parties look for and offer.
    Preparing,
    /// Meetings, and what waits to be reviewed.
    Meeting,
    /// One's own account, members, and what links in letters lead to.
    Account,
    /// All pages in one module, while the front end is being changed.
    Whole,
}

/// The parts of a release. The first has the page for every other address, which says so.
pub const RELEASED: [Part; 12] = [
    Part::Reading,
    Part::Mapping,
    Part::Auditing,
    Part::Editing,
    Part::Working,
    Part::Engaging,
    Part::Answering,
    Part::Supporting,
    Part::Planning,
    Part::Preparing,
    Part::Meeting,
    Part::Account,
];

/// A part that is compiled and bound to JavaScript.
pub struct Bound {
    /// Which part.
    pub part: Part,
    /// Its bindings.
    pub script: Vec<u8>,
    /// The module.
    pub module: Vec<u8>,
}

impl Part {
    /// The name of its files.
    pub fn name(self) -> &'static str {
        match self {
            Part::Reading => "reading",
            Part::Mapping => "mapping",
            Part::Auditing => "auditing",
            Part::Editing => "editing",
            Part::Working => "working",
            Part::Engaging => "engaging",
            Part::Answering => "answering",
            Part::Supporting => "supporting",
            Part::Planning => "planning",
            Part::Preparing => "preparing",
            Part::Meeting => "meeting",
            Part::Account => "account",
            Part::Whole => "web",
        }
    }

    /// The part of a name.
    pub fn named(name: &str) -> Option<Part> {
        RELEASED.into_iter().find(|part| part.name() == name)
    }
}

/// Compiles and binds every part that this purpose needs.
pub fn make(compiler: &Compiler, purpose: Purpose) -> Result<Vec<Bound>> {
    let parts: &[Part] = match purpose {
        Purpose::Release => &RELEASED,
        Purpose::Quick => &[Part::Whole],
    };
    parts.iter().map(|part| make_one(compiler, purpose, *part)).collect()
}

/// Compiles and binds one part.
pub fn make_one(compiler: &Compiler, purpose: Purpose, part: Part) -> Result<Bound> {
    compile(compiler, purpose, part)?;
    bind(purpose, part)
}

fn compile(compiler: &Compiler, purpose: Purpose, part: Part) -> Result<()> {
    Step::run(&format!("compiling the front end: {}", part.name()), |step| {
        let mut cargo = compiler.build();
        cargo.args(["--package", "web", "--profile", purpose.profile()]);
        if part != Part::Whole {
            cargo.args(["--no-default-features", "--features", part.name()]);
        }
        process::quietly(step, &mut cargo)?;
        Ok(((), String::new()))
    })
}

fn bind(purpose: Purpose, part: Part) -> Result<Bound> {
    let folder = compiler::output().join(compiler::TARGET).join(purpose.profile());
    let bound = compiler::output().join("bound");
    fs::remove_dir_all(&bound).ok();
    Bindgen::new()
        .input_path(folder.join("web.wasm"))
        .web(true)?
        .typescript(false)
        .remove_name_section(purpose == Purpose::Release)
        .remove_producers_section(true)
        .generate(&bound)?;
    if bound.join("snippets").exists() {
        bail!("a dependency of web brings JavaScript of its own: {}/snippets", bound.display());
    }
    Ok(Bound {
        part,
        script: fs::read(bound.join("web.js"))?,
        module: fs::read(bound.join("web_bg.wasm"))?,
    })
}
