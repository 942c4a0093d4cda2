//! What the pages about support choose among: goods, and levels.

use crate::client::operations;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale};
use crate::text::ShellText;
use crate::text::format::capital;
use crate::ui::Select;
use domain::capability::CapabilityLevel;
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;

operations!("graphql/support.graphql": SupportGoods);

/// Codes with their names.
pub type Pairs = Vec<(String, String)>;

/// The goods by name, as choices.
pub fn goods() -> Signal<Pairs> {
    let locale = locale();
    let goods = load::<SupportGoods>(move || Some(support_goods::Variables { locale }));
    Signal::derive(move || {
        let nodes = goods.data().map(|data| data.global_goods.nodes).unwrap_or_default();
        nodes.into_iter().map(|good| (good.id, good.name)).collect()
    })
}

/// One choice by its code, or any.
#[component]
pub fn Choice(
    query: UrlQuery,
    key: &'static str,
    #[prop(into)] label: String,
    names: Signal<Pairs>,
) -> impl IntoView {
    let any = (String::new(), capital(ShellText::here().any()));
    let options = Signal::derive(move || {
        let names = names.get();
        [any.clone()].into_iter().chain(names).collect::<Pairs>()
    });
    let value = Signal::derive(move || query.get(key).unwrap_or_default());
    let change = Callback::new(move |code: String| {
        query.change(Visit::Step, &[(key, Some(code).filter(|code| !code.is_empty()))]);
    });
    view! { <Select label options value on_change=change/> }
}

/// The level in words; none when it is not recorded.
pub fn level_name(level: Option<i64>, tongue: Tongue) -> Option<String> {
    let number = i32::try_from(level?).ok()?;
    let level = CapabilityLevel::of(number, "level").ok()?;
    Some(format!("{number} · {}", level.label(tongue)))
}
