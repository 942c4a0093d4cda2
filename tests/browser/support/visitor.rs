//! Somebody at a browser.

mod act;
mod answer;
mod look;
mod role;

use std::cell::{Cell, RefCell};

use domain::vocabulary::Tongue;
use serde_json::{Value, json};
use thirtyfour::WebElement;

pub use answer::Answer;
pub use look::plain;
pub use role::Role;

use super::browser::Browser;
use super::patience::eventually;
use super::server::{Account, Server};
use super::setting::{Light, Screen, Setting};

const SETTLE: &str = include_str!("visitor/settle.js");

/// Somebody who looks at pages and acts on them.
pub struct Visitor {
    pub(super) browser: Browser,
    /// What is visited.
    pub server: Server,
    /// How it is looked at.
    setting: Cell<Setting>,
    /// Complaints of the browser that this test provokes on purpose, by what they contain.
    pub(super) provoked: RefCell<Vec<String>>,
}

impl Visitor {
    pub(super) async fn new(browser: Browser, server: Server, setting: Setting) -> Self {
        let provoked = RefCell::default();
        let visitor = Self { browser, server, setting: Cell::new(setting), provoked };
        visitor.use_screen(setting.screen).await;
        visitor.use_light(setting.light).await;
        visitor
    }

    pub(super) async fn leave(self) {
        self.browser.driver.clone().quit().await.ok();
    }

    /// How pages are looked at.
    pub fn setting(&self) -> Setting {
        self.setting.get()
    }

    /// One of two words, by the language that is read at the moment.
    pub fn word<'a>(&self, english: &'a str, french: &'a str) -> &'a str {
        match self.setting().tongue {
            Tongue::En => english,
            Tongue::Fr => french,
        }
    }

    /// Changes to the other language by the switch of the page.
    pub async fn switch_language(&self) {
        self.press(Role::Button, self.word("Français", "English")).await;
        let tongue = match self.setting().tongue {
            Tongue::En => Tongue::Fr,
            Tongue::Fr => Tongue::En,
        };
        self.setting.set(Setting { tongue, ..self.setting() });
        self.settle().await;
    }

    /// Changes the size of the window.
    pub async fn use_screen(&self, screen: Screen) {
        self.setting.set(Setting { screen, ..self.setting() });
        self.browser.ask("Emulation.setDeviceMetricsOverride", screen.metrics()).await;
    }

    /// Changes the light of the system.
    pub async fn use_light(&self, light: Light) {
        self.setting.set(Setting { light, ..self.setting() });
        self.browser.ask("Emulation.setEmulatedMedia", light.media()).await;
    }

    /// Opens a page by its address, as from a bookmark, and waits until it is at rest.
    pub async fn open(&self, path: &str) {
        self.check_faults().await;
        let address = format!("{}{path}", self.server.origin);
        self.browser.driver.goto(address).await.expect(path);
        self.settle().await;
    }

    /// Opens the same page again.
    pub async fn reload(&self) {
        self.check_faults().await;
        self.browser.driver.refresh().await.expect("a reload");
        self.settle().await;
    }

    /// Opens a page of another site.
    pub async fn open_elsewhere(&self, origin: &str) {
        self.check_faults().await;
        self.browser.driver.goto(origin).await.expect(origin);
    }

    /// Comes back from there to the home page; of what the browser complained there, each complaint
    /// must have one of these in it.
    pub async fn come_back(&self, expected: &[&str]) {
        let logged = self.browser.driver.browser_log().await.expect("the browser's own log");
        for entry in logged.into_iter().filter(|entry| entry.level == "SEVERE") {
            let is_expected = expected.iter().any(|part| entry.message.contains(part));
            assert!(is_expected, "{}", entry.message);
        }
        self.browser.driver.goto(&self.server.origin).await.expect("home");
        self.settle().await;
    }

    /// Goes back to the page before.
    pub async fn go_back(&self) {
        self.browser.driver.back().await.expect("a page before");
    }

    /// Signs in by following the printed link, and arrives at the home page.
    pub async fn sign_in(&self, account: Account) {
        let link = self.server.link(account);
        self.open(&link).await;
        eventually("signing in leads home", async || {
            let address = self.address().await;
            Ok(if address == "/" { Ok(()) } else { Err(format!("still at {address}")) })
        })
        .await;
        self.settle().await;
    }

    /// Waits until nothing is under way on the page.
    pub async fn settle(&self) {
        let rest = eventually("the page comes to rest", async || {
            let rest = self.browser.driver.execute_async(SETTLE, Vec::new()).await?;
            Ok(Ok(rest.convert::<String>()?))
        })
        .await;
        if rest == "broken" {
            self.check_faults().await;
            panic!("the page is broken and does not say why");
        }
    }

    /// Where the page is: path, query and hash.
    pub async fn address(&self) -> String {
        let address = self.evaluate("return location.pathname + location.search + location.hash");
        address.await.as_str().unwrap_or_default().to_owned()
    }

    /// The answer of a script; for what has no words on the page.
    pub async fn evaluate(&self, script: &str) -> Value {
        let answer = self.browser.driver.execute(script, Vec::new()).await;
        answer.expect(script).json().clone()
    }

    /// The answer of a script about an element, its first argument.
    pub async fn evaluate_on(&self, element: &WebElement, script: &str) -> Value {
        let arguments = vec![element.to_json().expect("an element"), json!(null)];
        let answer = self.browser.driver.execute(script, arguments).await;
        answer.expect(script).json().clone()
    }

    /// Allows one complaint of the browser that a test provokes, such as a refused password.
    pub fn provoke(&self, complaint: &str) {
        self.provoked.borrow_mut().push(complaint.to_owned());
    }
}
