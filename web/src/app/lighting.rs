//! The switch between light and dark.

use crate::state::theme::{Lighting, Theme};
use crate::text::ShellText;
use crate::ui::{Glyph, Menu, Segmented};
use leptos::prelude::*;

/// Lets the person choose the light, or leave it to the system.
#[component]
pub fn LightingMenu() -> impl IntoView {
    let text = ShellText::here();
    let lighting = use_context::<Lighting>();
    let word = |theme| match theme {
        Theme::System => text.theme_system(),
        Theme::Light => text.theme_light(),
        Theme::Dark => text.theme_dark(),
    };
    let choices = Theme::ALL.map(|theme| (theme.code().to_owned(), word(theme).to_owned()));
    let value =
        Signal::derive(move || lighting.map_or(Theme::System, Lighting::get).code().to_owned());
    let change = Callback::new(move |code: String| {
        if let (Some(lighting), Some(theme)) = (lighting, Theme::parse(&code)) {
            lighting.choose(theme);
        }
    });
    view! {
        <Menu label=text.theme() glyph=Glyph::Contrast>
            <Segmented label=text.theme() choices=choices.to_vec() value on_change=change/>
        </Menu>
    }
}
