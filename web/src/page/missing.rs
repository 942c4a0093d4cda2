//! The page of an address at which there is nothing, or nothing for this visitor.

use crate::text::ShellText;
use crate::ui::{Empty, LinkButton, Look, PageTitle};
use leptos::prelude::*;

/// Says that there is nothing here and where to go instead.
#[component]
pub fn MissingPage() -> impl IntoView {
    let text = ShellText::here();
    view! {
        <PageTitle title=text.missing_title()/>
        <Empty title=text.missing()>
            <p>{text.missing_next()}</p>
            <div class="actions">
                <LinkButton href="/directory" look=Look::Primary>{text.directory()}</LinkButton>
                <LinkButton href="/">{text.home()}</LinkButton>
            </div>
        </Empty>
    }
}
