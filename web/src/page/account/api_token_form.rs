//! Making an API token.

use super::secret::Made;
use crate::client::{self, clock, operations};
use crate::page::sending::{Sending, Trouble};
use crate::state::session::Membership;
use crate::state::unsaved::guard_unsaved;
use crate::state::{session, tongue};
use crate::text::ApiTokenText;
use crate::text::format::capital;
use crate::ui::{Button, Purpose, Select, TextField, fresh_id};
use chrono::{DateTime, SecondsFormat, TimeDelta};
use domain::api_token::USUAL_DAYS;
use domain::vocabulary::Word;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

operations!("graphql/api_token.graphql": TokenCreate);

/// For how many days a token may be made here.
const DAYS: [i64; 4] = [7, 30, USUAL_DAYS, 365];

/// What is typed and chosen.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    scope: RwSignal<TokenScope>,
    community: RwSignal<String>,
    days: RwSignal<i64>,
}

impl Draft {
    fn new() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            scope: RwSignal::new(TokenScope::Read),
            community: RwSignal::new(String::new()),
            days: RwSignal::new(USUAL_DAYS),
        }
    }

    fn input(self) -> token_create::CreateApiTokenInput {
        let community = self.community.get_untracked();
        token_create::CreateApiTokenInput {
            name: self.name.get_untracked(),
            scope: self.scope.get_untracked(),
            community_id: (!community.is_empty()).then_some(community),
            expires_at: expiry(clock::now(), self.days.get_untracked()),
        }
    }
}

/// The form, folded away until it is wanted.
#[component]
pub fn MakeToken(
    /// Takes what was made.
    on_made: Callback<Made>,
) -> impl IntoView {
    let text = ApiTokenText::here();
    let (draft, sending) =
        (Draft::new(), Sending::new(&["name", "scope", "communityId", "expiresAt"]));
    guard_unsaved(Signal::derive(move || draft.name.with(|name| !name.is_empty())));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let variables = token_create::Variables { input: draft.input() };
        sending.send(client::send::<TokenCreate>(variables), move |data| {
            let made = data.create_api_token;
            draft.name.try_set(String::new());
            on_made.try_run(Made { name: made.api_token.name, secret: made.secret });
        });
    };
    view! {
        <form class="form account-form panel" on:submit=submit>
            <h3>{text.make()}</h3>
            <Trouble sending/>
            <TextField
                label=text.name()
                field="name"
                hint=text.name_hint()
                value=draft.name
                refusals=sending.refusals
                required=true
            />
            <Communities draft sending/>
            <Scopes draft sending/>
            <Lifetime draft sending/>
            <div class="actions">
                <Button purpose=Purpose::Submit busy=sending.busy>{text.make()}</Button>
            </div>
        </form>
    }
}

#[component]
fn Communities(draft: Draft, sending: Sending) -> impl IntoView {
    let (text, session) = (ApiTokenText::here(), session());
    let options = Signal::derive(move || {
        let all = std::iter::once((String::new(), text.everywhere().to_owned()));
        let one = |membership: Membership| (membership.community, membership.name);
        all.chain(session.memberships().into_iter().map(one)).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |community: String| {
        draft.community.try_set(community);
    });
    view! {
        <Select
            label=text.community()
            field="communityId"
            options
            value=draft.community
            on_change=choose
            refusals=sending.refusals
        />
    }
}

#[component]
fn Lifetime(draft: Draft, sending: Sending) -> impl IntoView {
    let text = ApiTokenText::here();
    let options: Vec<_> = DAYS.iter().map(|days| (days.to_string(), text.days(*days))).collect();
    let choose = Callback::new(move |days: String| {
        draft.days.try_set(days.parse().unwrap_or(USUAL_DAYS));
    });
    view! {
        <Select
            label=text.lifetime()
            field="expiresAt"
            options=options
            value=Signal::derive(move || draft.days.get().to_string())
            on_change=choose
            refusals=sending.refusals
        />
    }
}

/// The scopes, each with what it may do in plain words; only those that one may give away.
#[component]
fn Scopes(draft: Draft, sending: Sending) -> impl IntoView {
    let (text, session, name) = (ApiTokenText::here(), session(), fresh_id("scope"));
    let may_give = move |scope: TokenScope| {
        let community = draft.community.get();
        session.may_give(scope, (!community.is_empty()).then_some(community.as_str()))
    };
    Effect::new(move |_| {
        if !may_give(draft.scope.get_untracked()) {
            draft.scope.set(TokenScope::Read);
        }
    });
    let choices = move || {
        let given = TokenScope::ALL.iter().filter(|scope| may_give(**scope));
        let choice = |scope: &TokenScope| view! { <Choice scope=*scope draft name=name.clone()/> };
        given.map(choice).collect_view()
    };
    let refused = move || {
        let refusals = sending.refusals.get();
        let refused = refusals.iter().find(|refusal| refusal.field == "scope");
        refused.map(|refusal| view! { <p class="field-trouble">{refusal.label(tongue())}</p> })
    };
    view! {
        <fieldset class="choices">
            <legend class="field-label">{text.scope()}</legend>
            {choices}
            {refused}
        </fieldset>
    }
}

#[component]
fn Choice(scope: TokenScope, draft: Draft, name: String) -> impl IntoView {
    let (text, tongue) = (ApiTokenText::here(), tongue());
    let says = match scope {
        TokenScope::Read => text.read(),
        TokenScope::Propose => text.propose(),
        TokenScope::Manage => text.manage(),
    };
    view! {
        <label class="choice">
            <input
                type="radio"
                name=name
                value=scope.code()
                prop:checked=move || draft.scope.get() == scope
                on:change=move |_| {
                    draft.scope.try_set(scope);
                }
            />
            <span>
                <strong>{capital(scope.label(tongue))}</strong>
                <span class="choice-says">{says}</span>
            </span>
        </label>
    }
}

/// So many days after an instant in milliseconds since 1970.
fn expiry(now: f64, days: i64) -> Option<String> {
    #[expect(clippy::cast_possible_truncation, reason = "a clock stays far inside i64")]
    let now = DateTime::from_timestamp_millis(now as i64)?;
    Some((now + TimeDelta::days(days)).to_rfc3339_opts(SecondsFormat::Secs, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A token ends so many days from now, to the second.
    #[test]
    fn days_become_an_instant() {
        assert_eq!(expiry(0.0, 90).as_deref(), Some("1970-04-01T00:00:00Z"));
        assert_eq!(expiry(f64::MAX, 90), None);
    }
}
