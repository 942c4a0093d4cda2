//! The heading of a page, which is also its title in the browser.

use crate::text::ShellText;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use std::cell::RefCell;

thread_local! {
    /// The address whose heading had the focus last; none before the first page.
    static READ: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The heading of the page. After a change of page it takes the focus, so that the new page is read
/// out from its beginning, unless the address names a part of it; badges and the like stand beside it as children.
#[component]
pub fn PageTitle(
    /// What the page is about.
    #[prop(into)]
    title: Signal<String>,
    /// The language it is written in, where that is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
    /// What stands beside the heading.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let (path, hash) = (use_location().pathname, use_location().hash);
    let product = ShellText::here().product();
    Effect::new(move |_| document().set_title(&format!("{} · {product}", title.get())));
    Effect::new(move |_| {
        if let Some(heading) = heading.get()
            && is_other_page(path.get_untracked())
            && hash.with_untracked(String::is_empty)
        {
            heading.focus().ok();
        }
    });
    view! {
        <div class="page-title">
            <h1 tabindex="-1" lang=lang node_ref=heading>{move || title.get()}</h1>
            {children.map(|children| children())}
        </div>
    }
}

/// Whether a heading stands for a page that one has just come to. The browser itself reads out the
/// first one, and a page whose data are loaded again is still the same.
fn is_other_page(path: String) -> bool {
    let before = READ.with(|read| read.replace(Some(path.clone())));
    before.is_some_and(|before| before != path)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Coming to a page moves the focus; opening the first one or loading it again does not.
    #[test]
    fn only_coming_to_a_page_moves_the_focus() {
        let moves =
            ["/", "/", "/directory", "/directory", "/"].map(|path| is_other_page(path.to_owned()));
        assert_eq!(moves, [false, false, true, false, true]);
    }
}
