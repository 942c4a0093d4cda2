//! One's API tokens: the list, and the secret of the one just made.

use super::api_token_form::MakeToken;
use super::secret::{Made, Secret};
use crate::client::{self, operations};
use crate::state::{load, toaster, tongue};
use crate::text::ApiTokenText;
use crate::text::failure::failure_text;
use crate::text::format::{capital, date, instant};
use crate::ui::{Badge, Button, ConfirmDialog, Hue, Loaded, Look};
use chrono::{DateTime, Utc};
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/api_token.graphql": TokenList, TokenRevoke);

type Row = token_list::TokenListMeApiTokens;

/// The list, the secret that is shown once, and the form for another.
#[component]
pub fn ApiTokens() -> impl IntoView {
    let text = ApiTokenText::here();
    let load = load::<TokenList>(|| Some(token_list::Variables));
    let changed = Callback::new(move |()| load.reload());
    let made = RwSignal::new(None::<Made>);
    let on_made = Callback::new(move |token: Made| {
        made.try_set(Some(token));
        load.reload();
    });
    let secret = move || made.get().map(|token| view! { <Secret token made/> });
    view! {
        <section class="section" aria-labelledby="api-tokens">
            <h2 id="api-tokens">{text.title()}</h2>
            <p class="prose">{text.lead()}</p>
            {secret}
            <Loaded load let:data>
                {
                    let rows = data.me.and_then(|me| me.api_tokens).unwrap_or_default();
                    match rows.is_empty() {
                        true => view! { <p class="muted">{text.none()}</p> }.into_any(),
                        false => view! { <List rows on_revoked=changed/> }.into_any(),
                    }
                }
            </Loaded>
            <MakeToken on_made/>
        </section>
    }
}

#[component]
fn List(rows: Vec<Row>, on_revoked: Callback<()>) -> impl IntoView {
    let text = ApiTokenText::here();
    let head = [
        text.name(),
        text.beginning(),
        text.scope(),
        text.community(),
        text.expires(),
        text.used(),
        text.revoke(),
    ];
    let head = head.into_iter().map(|title| view! { <th scope="col">{title}</th> });
    view! {
        <div class="table-wrap">
            <table class="table table-cards">
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>
                    {rows.into_iter().map(|row| view! { <Line row on_revoked/> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Line(row: Row, on_revoked: Callback<()>) -> impl IntoView {
    let (text, tongue) = (ApiTokenText::here(), tongue());
    let community = row.community.map_or(text.everywhere().to_owned(), |one| one.name);
    let used = row.last_used_at.map_or(text.never().to_owned(), |at| instant(&at, tongue));
    let expires = match is_past(&row.expires_at, client::clock::now()) {
        true => view! { <Badge text=text.expired() hue=Hue::Bad/> }.into_any(),
        false => date(row.expires_at.get(..10).unwrap_or_default(), tongue).into_any(),
    };
    let name = row.name.clone();
    view! {
        <tr>
            <th scope="row">{row.name}</th>
            <td data-label=text.beginning()><code class="mono">{row.prefix}</code></td>
            <td data-label=text.scope()>{capital(row.scope.label(tongue))}</td>
            <td data-label=text.community()>{community}</td>
            <td data-label=text.expires()>{expires}</td>
            <td data-label=text.used()>{used}</td>
            <td data-label=text.revoke()><Revoke id=row.id name on_revoked/></td>
        </tr>
    }
}

/// Whether an instant lies before another, in milliseconds since 1970.
fn is_past(instant: &str, now: f64) -> bool {
    let read = DateTime::parse_from_rfc3339(instant).map(|at| at.with_timezone(&Utc));
    #[expect(clippy::cast_precision_loss, reason = "a clock stays far inside what is exact")]
    read.is_ok_and(|at| (at.timestamp_millis() as f64) <= now)
}

/// The button and its question.
#[component]
fn Revoke(id: String, name: String, on_revoked: Callback<()>) -> impl IntoView {
    let (text, tongue, toaster) = (ApiTokenText::here(), tongue(), toaster());
    let (asking, busy, id) = (RwSignal::new(false), RwSignal::new(false), StoredValue::new(id));
    let ask = Callback::new(move |()| {
        asking.try_set(true);
    });
    let revoke = Callback::new(move |()| {
        let Some(id) = id.try_get_value() else { return };
        busy.try_set(true);
        spawn_local(async move {
            let input = token_revoke::RevokeApiTokenInput { id };
            let answer = client::send::<TokenRevoke>(token_revoke::Variables { input }).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    toaster.done(text.revoked());
                    on_revoked.try_run(());
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    view! {
        <div class="row-tools">
            <Button busy on_press=ask>
                <span aria-hidden="true">{text.revoke()}</span>
                <span class="hidden">{text.revoke_one(&name)}</span>
            </Button>
        </div>
        <ConfirmDialog
            title=text.revoke_title()
            message=text.revoke_message()
            confirm=text.revoke()
            look=Look::Danger
            open=asking
            on_confirm=revoke
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A token whose hour has come has expired; what cannot be read has not.
    #[test]
    fn expiry_is_told_by_the_hour() {
        let noon = "2026-03-02T12:00:00Z";
        assert!(is_past(noon, 1_772_452_800_000.0));
        assert!(!is_past(noon, 1_772_452_799_999.0));
        assert!(!is_past("tomorrow", f64::INFINITY));
    }
}
