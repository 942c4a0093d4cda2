//! The secret of a token just made, shown this once, with a command that works.

use crate::client::browser;
use crate::page::copyable::Copyable;
use crate::text::ApiTokenText;
use crate::ui::{Button, Look};
use leptos::html;
use leptos::prelude::*;

/// What was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// What it is for.
    pub name: String,
    /// What the program sends.
    pub secret: String,
}

/// The secret, how to try it, and the way to put it out of sight.
#[component]
pub fn Secret(
    /// What was made.
    token: Made,
    /// Where it is kept while it is shown.
    made: RwSignal<Option<Made>>,
) -> impl IntoView {
    let text = ApiTokenText::here();
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            place.focus().ok();
        }
    });
    let kept = Callback::new(move |()| {
        made.try_set(None);
        request_animation_frame(|| browser::focus("content"));
    });
    let command = command(&browser::origin(), &token.secret);
    view! {
        <div class="panel secret" tabindex="-1" aria-labelledby="made-token" node_ref=place>
            <h3 id="made-token">{text.made(&token.name)}</h3>
            <p class="notice notice-warning">{text.once()}</p>
            <Copyable label=text.secret() copy=text.copy_secret() value=token.secret/>
            <Copyable label=text.try_it() copy=text.copy_command() value=command/>
            <div class="actions">
                <Button look=Look::Primary on_press=kept>{text.kept()}</Button>
            </div>
        </div>
    }
}

/// A line that asks this Banyan who the token works for, as a terminal takes it.
fn command(origin: &str, secret: &str) -> String {
    format!(
        "curl -s {origin}/graphql -H 'Authorization: Bearer {secret}' \
         -H 'Content-Type: application/json' \
         -d '{{\"query\":\"{{ me {{ account {{ displayName }} memberships {{ role }} }} }}\"}}'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The command is one line, and its body is JSON.
    #[test]
    fn the_command_is_one_line() {
        let command = command("https://banyan.example.org", "banyan_x");
        assert!(!command.contains('\n'), "{command}");
        let body = command.split("-d '").nth(1).unwrap().trim_end_matches('\'');
        let body: serde_json::Value = serde_json::from_str(body).unwrap();
        assert_eq!(body["query"], "{ me { account { displayName } memberships { role } } }");
    }
}
