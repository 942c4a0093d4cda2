//! Short messages about what has just happened, read out and gone by themselves.

use crate::client::browser;
use leptos::prelude::*;
use std::time::Duration;

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something went wrong; stays until dismissed.
    Trouble,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// Tells it from the others.
    pub key: u32,
    /// What it is about.
    pub tone: Tone,
    /// What it says.
    pub text: String,
}

/// Under what messages are kept while the next page is being loaded.
const KEY: &str = "banyan.messages";

/// How long a message stays.
const STAY: Duration = Duration::from_secs(8);

/// Takes messages from anywhere on the page.
#[derive(Clone, Copy)]
pub struct Toaster {
    toasts: RwSignal<Vec<Toast>>,
    last: StoredValue<u32>,
}

/// The page's toaster.
pub fn toaster() -> Toaster {
    use_context::<Toaster>().unwrap_or_else(Toaster::new)
}

impl Toaster {
    /// One without messages.
    pub fn new() -> Self {
        Self { toasts: RwSignal::new(Vec::new()), last: StoredValue::new(0) }
    }

    /// One that goes on with what was said when the page before was left.
    pub fn start() -> Self {
        let toaster = Self::new();
        let said = browser::take_along(KEY).unwrap_or_default();
        // Readers aloud are told only of what appears on a page that is already there.
        set_timeout(move || said.lines().for_each(|text| toaster.done(text)), Duration::ZERO);
        toaster
    }

    /// Keeps what was said for the page that is about to be loaded.
    #[cfg(not(feature = "whole"))]
    pub fn hand_over(self) {
        let toasts = self.toasts.try_get_untracked().unwrap_or_default();
        let done = toasts.into_iter().filter(|toast| toast.tone == Tone::Done);
        let said: Vec<_> = done.map(|toast| toast.text).collect();
        browser::keep_in_tab(KEY, &said.join("\n"));
    }

    /// Says that something was done.
    pub fn done(self, text: impl Into<String>) {
        if let Some(key) = self.say(Tone::Done, text.into()) {
            set_timeout(move || self.dismiss(key), STAY);
        }
    }

    /// Says that something went wrong.
    pub fn trouble(self, text: impl Into<String>) {
        self.say(Tone::Trouble, text.into());
    }

    /// Takes a message away.
    pub fn dismiss(self, key: u32) {
        self.toasts.try_update(|toasts| toasts.retain(|toast| toast.key != key));
    }

    /// The messages, oldest first, followed.
    pub fn toasts(self) -> Vec<Toast> {
        self.toasts.get()
    }

    fn say(self, tone: Tone, text: String) -> Option<u32> {
        let key = self.last.try_update_value(|last| {
            *last = last.wrapping_add(1);
            *last
        })?;
        self.toasts.try_update(|toasts| toasts.push(Toast { key, tone, text }))?;
        Some(key)
    }
}
