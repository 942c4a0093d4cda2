//! Where one is signed in, and how that ends.

use crate::client::{self, auth, operations};
use crate::state::unsaved::unsaved;
use crate::state::{load, toaster, tongue};
use crate::text::failure::failure_text;
use crate::text::format::instant;
use crate::text::{AccountText, ShellText};
use crate::ui::{Badge, Button, ConfirmDialog, Hue, Loaded, Look};
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/own_session.graphql": OwnSessions, SessionEnd, SessionEndAll);

type Row = own_sessions::OwnSessionsMeSessions;

/// The list, with a way to end each and all.
#[component]
pub fn Sessions() -> impl IntoView {
    let text = AccountText::here();
    let load = load::<OwnSessions>(|| Some(own_sessions::Variables));
    let changed = Callback::new(move |()| load.reload());
    let head = [text.browser(), text.since(), text.seen(), text.end()];
    let head =
        move || head.into_iter().map(|title| view! { <th scope="col">{title}</th> }).collect_view();
    view! {
        <section class="section" aria-labelledby="sessions">
            <h2 id="sessions">{text.sessions()}</h2>
            <Loaded load let:data>
                <div class="table-wrap">
                    <table class="table table-cards">
                        <thead><tr>{head()}</tr></thead>
                        <tbody>
                            {data.me.map(|me| me.sessions).unwrap_or_default().into_iter()
                                .map(|row| view! { <Line row on_ended=changed/> })
                                .collect_view()}
                        </tbody>
                    </table>
                </div>
            </Loaded>
            <EndAll/>
        </section>
    }
}

#[component]
fn Line(row: Row, on_ended: Callback<()>) -> impl IntoView {
    let (text, tongue, toaster) = (AccountText::here(), tongue(), toaster());
    let busy = RwSignal::new(false);
    let browser = row.user_agent.as_deref();
    let browser = browser.map_or(text.unknown_browser().to_owned(), |agent| short(agent, text));
    let label = text.end_session(&browser);
    let id = StoredValue::new(row.id);
    let end = Callback::new(move |()| {
        let Some(id) = id.try_get_value() else { return };
        busy.try_set(true);
        spawn_local(async move {
            let input = session_end::EndSessionInput { id };
            let answer = client::send::<SessionEnd>(session_end::Variables { input }).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    toaster.done(text.session_ended());
                    on_ended.try_run(());
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    let tools = (!row.current).then(|| {
        view! {
            <div class="row-tools">
                <Button busy on_press=end>
                    <span aria-hidden="true">{text.end()}</span>
                    <span class="hidden">{label}</span>
                </Button>
            </div>
        }
    });
    let badge = row.current.then(|| view! { " " <Badge text=text.this_one() hue=Hue::Good/> });
    view! {
        <tr>
            <th scope="row">{browser} {badge}</th>
            <td data-label=text.since()>{instant(&row.created_at, tongue)}</td>
            <td data-label=text.seen()>{instant(&row.seen_at, tongue)}</td>
            <td data-label=text.end()>{tools}</td>
        </tr>
    }
}

/// A browser's long name, made short: `Firefox on Linux`. What is not known stays as it is.
fn short(agent: &str, text: AccountText) -> String {
    let known = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = known(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = known(&[
        ("Android", "Android"),
        ("iPhone", "iOS"),
        ("iPad", "iOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => text.browser_on(browser, system),
        _ => agent.chars().take(60).collect(),
    }
}

/// Ends all of them, this one too.
#[component]
fn EndAll() -> impl IntoView {
    let (text, tongue, toaster) = (AccountText::here(), tongue(), toaster());
    let (shell, unsaved) = (ShellText::here(), unsaved());
    let (asking, busy) = (RwSignal::new(false), RwSignal::new(false));
    let ask = Callback::new(move |()| {
        asking.try_set(true);
    });
    let end = Callback::new(move |()| {
        if !unsaved.may_leave(shell.leave_unsaved()) {
            return;
        }
        busy.try_set(true);
        spawn_local(async move {
            let answer = client::send::<SessionEndAll>(session_end_all::Variables).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    auth::sign_out().await;
                    toaster.done(text.all_ended());
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    view! {
        <div class="actions">
            <Button look=Look::Danger busy on_press=ask>{text.end_all()}</Button>
        </div>
        <ConfirmDialog
            title=text.end_all_title()
            message=text.end_all_message()
            confirm=text.end_all()
            look=Look::Danger
            open=asking
            on_confirm=end
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::vocabulary::Tongue;

    /// A browser is named by its own name, not by those that it also claims.
    #[test]
    fn browsers_are_told_apart() {
        let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
        let (en, fr) = (AccountText(Tongue::En), AccountText(Tongue::Fr));
        assert_eq!(short(chrome, en), "Chrome on Linux");
        assert_eq!(short(&format!("{chrome} Edg/140.0"), fr), "Edge sous Linux");
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1";
        assert_eq!(short(phone, en), "Safari on iOS");
        assert_eq!(short("curl/8.5.0", en), "curl/8.5.0");
    }
}
