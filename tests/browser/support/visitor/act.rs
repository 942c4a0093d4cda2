//! Acting on the page.

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Key, TypingData, WebElement};

use super::look::{Name, Sought, plain};
use super::{Role, Visitor};
use crate::support::patience::eventually;

impl Visitor {
    /// Presses the one thing of this role and name, as soon as it can be pressed.
    pub async fn press(&self, role: Role, name: &str) {
        self.press_what(Sought { role, name: Name::Whole(name), scope: None }).await;
    }

    /// Presses the one thing inside another.
    pub async fn press_in(&self, scope: &WebElement, role: Role, name: &str) {
        self.press_what(Sought { role, name: Name::Whole(name), scope: Some(scope) }).await;
    }

    /// Presses the first of several, where the newest or the best comes first.
    pub async fn press_first(&self, role: Role, name: &str) {
        self.press_first_of(Sought { role, name: Name::Whole(name), scope: None }).await;
    }

    /// Presses the first of several that have this in their names.
    pub async fn press_first_like(&self, role: Role, part: &str) {
        self.press_first_of(Sought { role, name: Name::Part(part), scope: None }).await;
    }

    async fn press_first_of(&self, sought: Sought<'_>) {
        let what = format!("pressing the first {:?} {:?}", sought.role, sought.name);
        eventually(&what, async || match self.matches(sought).await?.first() {
            Some(first) => Ok(Ok(self.press_here(first).await?)),
            None => Ok(Err("there is none".to_owned())),
        })
        .await;
    }

    /// As [`Self::press`], for whatever is known.
    pub async fn press_what(&self, sought: Sought<'_>) {
        // A page that is still changing may replace what is being pressed.
        self.settle().await;
        let what = format!("pressing {:?} {:?}", sought.role, sought.name);
        eventually(&what, async || {
            let found = self.matches(sought).await?;
            let [only] = &found[..] else {
                return Ok(Err(format!("there are {}", found.len())));
            };
            Ok(Ok(self.press_here(only).await?))
        })
        .await;
    }

    /// Presses it; what is out of sight, or under the fixed head of the page, is first brought where
    /// a person would have it.
    async fn press_here(&self, thing: &WebElement) -> WebDriverResult<()> {
        let centre = "const { top, bottom } = arguments[0].getBoundingClientRect();
            if (top < 100 || bottom > innerHeight) arguments[0].scrollIntoView({ block: 'center' })";
        self.browser.driver.execute(centre, vec![thing.to_json()?]).await?;
        thing.click().await
    }

    /// Writes into the field with this label, instead of what was there.
    pub async fn fill(&self, label: &str, text: &str) {
        self.fill_what(Sought { role: Role::Field, name: Name::Whole(label), scope: None }, text)
            .await;
    }

    async fn fill_what(&self, sought: Sought<'_>, text: &str) {
        // A page that is still changing may replace the field before all is written.
        self.settle().await;
        eventually(&format!("writing {text:?} into {:?}", sought.name), async || {
            let found = self.matches(sought).await?;
            let [field] = &found[..] else {
                return Ok(Err(format!("there are {}", found.len())));
            };
            self.write(field, text).await?;
            let value = field.value().await?.unwrap_or_default();
            Ok(if value == text { Ok(()) } else { Err(format!("{value:?} stands there")) })
        })
        .await;
    }

    /// Selects what is written in a field, and writes over it.
    async fn write(&self, field: &WebElement, text: &str) -> WebDriverResult<()> {
        if field.prop("type").await?.as_deref() == Some("date") {
            return field.send_keys(typed_date(text)).await;
        }
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(Key::Delete + "").await?;
        field.send_keys(text).await
    }

    /// Chooses from the list with this label.
    pub async fn choose(&self, label: &str, word: &str) {
        let list = self.find(Role::Choice, label).await;
        self.choose_from(&list, word).await;
    }

    /// Chooses from a list.
    pub async fn choose_from(&self, list: &WebElement, word: &str) {
        eventually(&format!("choosing {word:?}"), async || {
            for option in list.find_all(By::Tag("option")).await? {
                if plain(&option.prop("textContent").await?.unwrap_or_default()) == plain(word) {
                    return Ok(Ok(option.click().await?));
                }
            }
            Ok(Err("no such choice".to_owned()))
        })
        .await;
    }

    /// Types a text into a box with suggestions, instead of what was there, and takes none of them.
    pub async fn search(&self, label: &str, typed: &str) {
        let sought = Sought { role: Role::Combobox, name: Name::Whole(label), scope: None };
        let combobox = self.seek(sought).await;
        self.write(&combobox, typed).await.expect("writing");
    }

    /// Types a name into a box with suggestions, and takes the one that has it.
    pub async fn pick(&self, label: &str, typed: &str, suggestion: &str) {
        self.search(label, typed).await;
        let sought = Sought { role: Role::Suggestion, name: Name::Part(suggestion), scope: None };
        self.press_what(sought).await;
    }

    /// Presses the one thing whose name has this in it.
    pub async fn press_like(&self, role: Role, part: &str) {
        self.press_what(Sought { role, name: Name::Part(part), scope: None }).await;
    }

    /// Pastes a text into what has the focus, as from another program.
    pub async fn paste(&self, text: &str) {
        let allowed = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.browser.ask("Browser.grantPermissions", allowed).await;
        let copy = "return navigator.clipboard.writeText(arguments[0])";
        let copied = self.browser.driver.execute(copy, vec![json!(text)]).await;
        copied.expect("a clipboard");
        let chain = self.browser.driver.action_chain().key_down(Key::Control);
        chain.send_keys("v").key_up(Key::Control).perform().await.expect("keys");
    }

    /// Presses keys, one after the other, on whatever has the focus.
    pub async fn keys(&self, keys: &[Key]) {
        for key in keys {
            self.type_on(key.clone()).await;
        }
    }

    /// Types on whatever has the focus.
    pub async fn type_on(&self, keys: impl Into<TypingData>) {
        let chain = self.browser.driver.action_chain();
        chain.send_keys(keys).perform().await.expect("keys");
    }

    /// Presses the mouse on one thing, moves it over another, and lets go.
    pub async fn drag(&self, thing: &WebElement, place: &WebElement) {
        let chain = self.browser.driver.action_chain();
        chain.drag_and_drop_element(thing, place).perform().await.expect("a drag");
    }

    /// What has the focus.
    pub async fn focused(&self) -> WebElement {
        self.browser.driver.active_element().await.expect("something has the focus")
    }
}

/// An ISO date as it is typed into a date field of a browser whose own language is English.
fn typed_date(date: &str) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else { panic!("{date} is not a date") };
    format!("{month}{day}{year}")
}
