//! What became of an invitation: a letter, a link to hand over, or a member at once.

use crate::client::browser;
use crate::page::copyable::Copyable;
use crate::text::MembersText;
use crate::ui::Button;
use leptos::html;
use leptos::prelude::*;

/// An invitation that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Whom it is for.
    pub name: String,
    /// The path of the page that takes it up, to be handed over.
    pub link: Option<String>,
    /// Whether a letter is on its way.
    pub sent: bool,
}

/// Says it, with the link where there is one.
#[component]
pub fn Invited(
    /// What became of it.
    one: Outcome,
    /// Where it is kept while it is shown.
    outcome: RwSignal<Option<Outcome>>,
) -> impl IntoView {
    let text = MembersText::here();
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            place.focus().ok();
        }
    });
    let done = Callback::new(move |()| {
        outcome.try_set(None);
        request_animation_frame(|| browser::focus("content"));
    });
    let said = match (&one.link, one.sent) {
        (Some(_), _) => text.link_hint().to_owned(),
        (None, true) => text.sent(&one.name),
        (None, false) => text.joined(&one.name),
    };
    let link = one.link.map(|path| {
        let value = format!("{}{path}", browser::origin());
        view! { <Copyable label=text.link() copy=text.copy_link() value/> }
    });
    view! {
        <div class="panel secret" tabindex="-1" aria-labelledby="invited" node_ref=place>
            <h2 id="invited">{text.invited(&one.name)}</h2>
            <p>{said}</p>
            {link}
            <div class="actions">
                <Button on_press=done>{text.done()}</Button>
            </div>
        </div>
    }
}
