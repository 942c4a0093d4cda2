//! A running Banyan with the demo community, for one test alone.

use std::cell::RefCell;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

use super::process::Program;
use super::{output, root};

/// A role of the demo that somebody can sign in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// Records what OpenLMIS knows and wants.
    Editor,
    /// Also confirms and removes there.
    Manager,
    /// Also manages members there.
    Admin,
    /// Does the same as a manager for openIMIS.
    OpenimisManager,
}

impl Account {
    fn role(self) -> &'static str {
        match self {
            Self::Editor => "editor of OpenLMIS",
            Self::Manager => "manager of OpenLMIS",
            Self::Admin => "admin of OpenLMIS",
            Self::OpenimisManager => "manager of openIMIS",
        }
    }
}

/// The process, its database and its address.
pub struct Server {
    program: RefCell<Program>,
    _folder: TempDir,
    /// Where it answers, as `http://127.0.0.1:PORT`.
    pub origin: String,
}

impl Server {
    /// Starts one on a copy of the demo database, after some commands were run on it, with further
    /// words for the process.
    pub fn start(commands: &[Command], words: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for entry in std::fs::read_dir(template()).expect("the template") {
            let file = entry.expect("a file of the template");
            std::fs::copy(file.path(), folder.path().join(file.file_name())).expect("a copy");
        }
        for command in commands {
            command.run(folder.path());
        }
        let (program, origin) = serve(folder.path(), words);
        Self { program: RefCell::new(program), _folder: folder, origin }
    }

    /// The one-time link that signs a person in, as printed at start: its path on this server.
    pub fn link(&self, account: Account) -> String {
        self.program.borrow_mut().find(|line| {
            let path = line.find("/signin#token=")?;
            line.contains(account.role()).then(|| line[path..].trim_end().to_owned())
        })
    }
}

/// A command of the binary, as an operator types it.
pub struct Command {
    /// Its words.
    pub words: &'static str,
    /// What it reads from its input.
    pub input: &'static str,
}

impl Command {
    fn run(&self, folder: &Path) {
        let mut command = process::Command::new(binary())
            .args(self.words.split(' '))
            .env("BANYAN_DATABASE", database(folder))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("the binary");
        let mut input = command.stdin.take().expect("its input");
        input.write_all(self.input.as_bytes()).expect("written");
        drop(input);
        assert!(command.wait().expect("its end").success(), "{}", self.words);
    }
}

/// Runs until the process listens; everything printed before belongs to it.
fn serve(folder: &Path, words: &[&str]) -> (Program, String) {
    let url = database(folder);
    let mut arguments = vec!["serve", "--demo", "--listen", "127.0.0.1:0", "--database", &url];
    arguments.extend(words);
    let mut program = Program::start(&binary(), &arguments, &folder.join("complaints"));
    let origin = program.find(|line| {
        let (_, origin) = line.split_once("listens on ")?;
        Some(origin.trim_end().to_owned())
    });
    (program, origin)
}

fn database(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("banyan.db").display())
}

/// A folder with the demo database, loaded once.
fn template() -> &'static Path {
    static TEMPLATE: OnceLock<TempDir> = OnceLock::new();
    let folder = TEMPLATE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        drop(serve(folder.path(), &[]));
        folder
    });
    folder.path()
}

/// The binary as people run it while developing, which serves the bundle in `web/dist`.
fn binary() -> PathBuf {
    let binary = output().join("banyan");
    assert!(binary.is_file(), "type: cargo build --package api --bin banyan");
    let page = root().join("web/dist/index.html");
    assert!(page.is_file(), "type: cargo xtask web");
    binary
}
