//! Looking at the page.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, WebElement};

use super::{Role, Visitor};
use crate::support::patience::eventually;

const LOCATE: &str = include_str!("locate.js");

/// The words in sight, without the choices of closed lists.
const WORDS: &str = r#"
const lists = [...document.querySelectorAll("select")].map((list) => list.innerText);
return lists.reduce((words, list) => words.replace(list, ""), document.body.innerText);
"#;

/// What is looked for: a role, the name it goes by, and where.
#[derive(Clone, Copy)]
pub struct Sought<'a> {
    /// The role.
    pub role: Role,
    /// The whole name, part of it, or any.
    pub name: Name<'a>,
    /// What it must lie in; the whole page otherwise.
    pub scope: Option<&'a WebElement>,
}

/// How well a name is known.
#[derive(Clone, Copy, Debug)]
pub enum Name<'a> {
    /// Letter by letter.
    Whole(&'a str),
    /// Something that occurs in it.
    Part(&'a str),
    /// Not at all.
    Any,
}

impl Visitor {
    /// The one thing in sight of this role and name, as soon as there is exactly one.
    pub async fn find(&self, role: Role, name: &str) -> WebElement {
        self.seek(Sought { role, name: Name::Whole(name), scope: None }).await
    }

    /// The one thing whose name has this in it.
    pub async fn find_like(&self, role: Role, part: &str) -> WebElement {
        self.seek(Sought { role, name: Name::Part(part), scope: None }).await
    }

    /// The one thing inside another.
    pub async fn find_in(&self, scope: &WebElement, role: Role, name: &str) -> WebElement {
        self.seek(Sought { role, name: Name::Whole(name), scope: Some(scope) }).await
    }

    /// The part of the page that an address names after its `#`.
    pub async fn find_part(&self, name: &str) -> WebElement {
        eventually(&format!("the part {name:?}"), async || {
            Ok(Ok(self.browser.driver.find(By::Id(name)).await?))
        })
        .await
    }

    /// As [`Self::find`], for whatever is known.
    pub async fn seek(&self, sought: Sought<'_>) -> WebElement {
        let what = format!("{:?} {:?}", sought.role, sought.name);
        eventually(&what, async || {
            let mut found = self.matches(sought).await?;
            Ok(match (found.pop(), found.len()) {
                (Some(only), 0) => Ok(only),
                (None, _) => Err("there is none".to_owned()),
                (Some(_), more) => Err(format!("there are {}", more + 1)),
            })
        })
        .await
    }

    /// Everything in sight of a role inside something, at this moment.
    pub async fn all_in(&self, scope: &WebElement, role: Role) -> Vec<WebElement> {
        let sought = Sought { role, name: Name::Any, scope: Some(scope) };
        self.matches(sought).await.expect("elements")
    }

    /// Whether something of this role and name is in sight at this moment.
    pub async fn has(&self, role: Role, name: &str) -> bool {
        let sought = Sought { role, name: Name::Whole(name), scope: None };
        !self.matches(sought).await.expect("elements").is_empty()
    }

    pub(super) async fn matches(&self, sought: Sought<'_>) -> WebDriverResult<Vec<WebElement>> {
        let (name, extent) = match sought.name {
            Name::Whole(name) => (json!(name), "whole"),
            Name::Part(part) => (json!(part), "part"),
            Name::Any => (Value::Null, "whole"),
        };
        let scope = sought.scope.map(WebElement::to_json).transpose()?.unwrap_or_default();
        let arguments = vec![json!(sought.role.selector()), name, json!(extent), scope];
        self.browser.driver.execute(LOCATE, arguments).await?.elements()
    }

    /// Waits until the page says this, anywhere in sight.
    pub async fn reads(&self, text: &str) {
        eventually(&format!("the page says {text:?}"), async || {
            let page = self.words().await;
            Ok(if page.contains(&plain(text)) { Ok(()) } else { Err(page) })
        })
        .await;
    }

    /// Waits until the page no longer says this.
    pub async fn no_longer_reads(&self, text: &str) {
        eventually(&format!("the page stops saying {text:?}"), async || {
            let page = self.words().await;
            Ok(if page.contains(&plain(text)) { Err(page) } else { Ok(()) })
        })
        .await;
    }

    /// All words in sight, in one line.
    pub async fn words(&self) -> String {
        plain(self.evaluate(WORDS).await.as_str().unwrap_or_default())
    }

    /// The words of an element, in one line.
    pub async fn words_of(&self, element: &WebElement) -> String {
        plain(
            self.evaluate_on(element, "return arguments[0].innerText")
                .await
                .as_str()
                .unwrap_or_default(),
        )
    }

    /// Waits until the address has this in it.
    pub async fn is_at(&self, part: &str) {
        eventually(&format!("the address has {part:?}"), async || {
            let address = self.address().await;
            Ok(if address.contains(part) { Ok(()) } else { Err(address) })
        })
        .await;
    }

    /// Waits until the address has this no longer in it.
    pub async fn no_longer_at(&self, part: &str) {
        eventually(&format!("the address loses {part:?}"), async || {
            let address = self.address().await;
            Ok(if address.contains(part) { Err(address) } else { Ok(()) })
        })
        .await;
    }
}

/// A text with every kind and number of spaces as one.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
