//! What every browser test stands on: a Banyan of its own with the demo community, a browser of its
//! own, and somebody who looks and acts as people do.
//!
//! A test says what somebody does and sees; whatever it does, the pages must at no time complain, break
//! their content policy, or ask another host for anything. That is checked before the page is left.

mod access;
mod browser;
mod fault;
mod language;
mod patience;
mod picture;
mod process;
mod server;
mod setting;
mod visitor;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

pub use language::{Spoken, english_left};
pub use patience::eventually;
pub use server::{Account, Command, Server};
pub use setting::{Light, Screen, Setting};
pub use visitor::{Answer, Role, Visitor, plain};

use browser::Browser;

/// Lets somebody act on a fresh demo, and leaves a picture of the page when that goes wrong.
pub fn play(setting: Setting, act: impl AsyncFnOnce(&Visitor)) {
    stage(Server::start(&[], &[]), setting, act);
}

/// As [`play`], on a server that was started with further words.
pub fn play_with(words: &[&str], setting: Setting, act: impl AsyncFnOnce(&Visitor)) {
    stage(Server::start(&[], words), setting, act);
}

/// As [`play`], after an operator has typed some commands.
pub fn play_after(commands: &[Command], setting: Setting, act: impl AsyncFnOnce(&Visitor)) {
    stage(Server::start(commands, &[]), setting, act);
}

fn stage(server: Server, setting: Setting, act: impl AsyncFnOnce(&Visitor)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let visitor = runtime.block_on(async {
        let browser = Browser::open(setting).await;
        Visitor::new(browser, server, setting).await
    });
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            act(&visitor).await;
            visitor.check_faults().await;
        });
    }));
    if outcome.is_err() {
        runtime.block_on(visitor.show_failure(&test_name()));
    }
    runtime.block_on(visitor.leave());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

/// The name of the running test: the test runner names its threads so.
fn test_name() -> String {
    let thread = std::thread::current();
    thread.name().unwrap_or("test").replace("::", "-")
}

/// The folder of the root `Cargo.toml`.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace")
}

/// Where Cargo put the binaries of this build.
fn output() -> PathBuf {
    let own = std::env::current_exe().expect("a running test");
    own.parent().and_then(Path::parent).expect("deps lies in the output").to_owned()
}
