//! How somebody looks at the pages.

use domain::vocabulary::Tongue;
use serde_json::{Value, json};

/// A language, a screen and a light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The language that the browser prefers.
    pub tongue: Tongue,
    /// The screen.
    pub screen: Screen,
    /// The light that the system is set to.
    pub light: Light,
}

/// The size of the window's inside, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// 1440 by 900.
    Desk,
    /// 360 by 740.
    Phone,
}

/// Whether pages are asked to be light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Light.
    Day,
    /// Dark.
    Night,
}

impl Setting {
    /// English, on a desk, by day.
    pub const ENGLISH: Self = Self { tongue: Tongue::En, screen: Screen::Desk, light: Light::Day };
    /// French, on a desk, by day.
    pub const FRENCH: Self = Self { tongue: Tongue::Fr, ..Self::ENGLISH };

    /// The code of the language.
    pub const fn language(self) -> &'static str {
        match self.tongue {
            Tongue::En => "en",
            Tongue::Fr => "fr",
        }
    }
}

impl Screen {
    /// The browser's command for it.
    pub fn metrics(self) -> Value {
        let (width, height) = match self {
            Self::Desk => (1440, 900),
            Self::Phone => (360, 740),
        };
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false })
    }
}

impl Light {
    /// The browser's command for it. Motion is reduced, as for everybody who asks for that.
    pub fn media(self) -> Value {
        let scheme = match self {
            Self::Day => "light",
            Self::Night => "dark",
        };
        json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] })
    }
}
