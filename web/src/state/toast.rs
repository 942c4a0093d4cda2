//! Short messages about what has just happened, read out and gone by themselves.

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
