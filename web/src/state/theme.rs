//! Light or dark: the system's choice unless the person has made one.

use crate::client::browser;
use leptos::prelude::*;

const KEY: &str = "banyan.theme";

/// How the page is lit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light whatever the system says.
    Light,
    /// Dark whatever the system says.
    Dark,
}

impl Theme {
    /// Every choice, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The stable code, as kept and as in the style sheet.
    pub fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The choice with this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// The switch.
#[derive(Clone, Copy)]
pub struct Lighting(RwSignal<Theme>);

impl Lighting {
    /// The kept choice, applied.
    pub fn find() -> Self {
        let kept = browser::preference(KEY).and_then(|kept| Theme::parse(&kept));
        let theme = kept.unwrap_or_default();
        apply(theme);
        Self(RwSignal::new(theme))
    }

    /// The present choice, followed.
    pub fn get(self) -> Theme {
        self.0.get()
    }

    /// Changes the lighting and keeps the choice; following the system again keeps nothing.
    pub fn choose(self, theme: Theme) {
        match theme {
            Theme::System => browser::forget_preference(KEY),
            _ => browser::keep_preference(KEY, theme.code()),
        }
        apply(theme);
        self.0.try_set(theme);
    }
}

fn apply(theme: Theme) {
    match theme {
        Theme::System => browser::clear_root("data-theme"),
        _ => browser::set_root("data-theme", theme.code()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every choice is read back from its code.
    #[test]
    fn choices_read_back() {
        for theme in Theme::ALL {
            assert_eq!(Theme::parse(theme.code()), Some(theme));
        }
        assert_eq!(Theme::parse("sepia"), None);
    }
}
