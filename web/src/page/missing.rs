//! The page of an address at which there is nothing, or nothing for this visitor.

use crate::state::query::signin_address;
use crate::state::session;
use crate::state::session::Phase;
use crate::text::ShellText;
use crate::ui::{Empty, LinkButton, Look, PageTitle};
use leptos::prelude::*;

/// Says that there is nothing here and where to go instead.
#[component]
pub fn MissingPage() -> impl IntoView {
    let (text, session) = (ShellText::here(), session());
    let sign_in = signin_address();
    let invitation = move || {
        (session.phase() == Phase::Anonymous).then(|| {
            view! {
                <p>{text.missing_sign_in()}</p>
                <div class="actions"><LinkButton href=sign_in>{text.sign_in()}</LinkButton></div>
            }
        })
    };
    view! {
        <PageTitle title=text.missing_title()/>
        <Empty title=text.missing()>
            <p>{text.missing_next()}</p>
            <div class="actions">
                <LinkButton href="/directory" look=Look::Primary>{text.directory()}</LinkButton>
                <LinkButton href="/">{text.home()}</LinkButton>
            </div>
            {invitation}
        </Empty>
    }
}
