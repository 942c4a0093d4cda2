//! A Chromium of one's own, with its driver, for one test alone.

use std::path::Path;

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use super::process::Program;
use super::setting::Setting;

/// What a headless Chromium needs on a machine with no screen and no way out.
const ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// Recorded before any script of any page.
const WATCH: &str = include_str!("watch.js");

/// The driver, the browser that it started, and the browser's folder.
pub struct Browser {
    /// The session.
    pub driver: WebDriver,
    _program: Program,
    _folder: TempDir,
}

impl Browser {
    /// Opens one that prefers the language of the setting and looks as it says.
    pub async fn open(setting: Setting) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let complaints = folder.path().join("complaints");
        let mut program = Program::start(Path::new("chromedriver"), &["--port=0"], &complaints);
        let port = program.find(|line| {
            let port = line.split_once("started successfully on port ")?.1;
            Some(port.trim_end_matches('.').to_owned())
        });
        let profile = folder.path().join("profile");
        let wishes = capabilities(&profile, setting);
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wishes).await;
        let browser =
            Self { driver: driver.expect("a session"), _program: program, _folder: folder };
        browser.ask("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
        browser
    }

    /// A command to the browser itself.
    pub async fn ask(&self, command: &str, parameters: serde_json::Value) -> serde_json::Value {
        self.driver.cdp().send_raw(command, parameters).await.expect(command)
    }
}

fn capabilities(profile: &Path, setting: Setting) -> Capabilities {
    let mut arguments: Vec<String> = ARGUMENTS.map(str::to_owned).to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let wishes = json!({
        "browserName": "chrome",
        "unhandledPromptBehavior": "ignore",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": arguments,
            "prefs": { "intl.accept_languages": setting.language() },
        },
    });
    wishes.as_object().expect("an object").clone().into()
}
