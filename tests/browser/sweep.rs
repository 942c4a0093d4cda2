//! Every page in every state, looked at with strict eyes: no barrier by the rules of accessibility in
//! either light or language, nothing wider than a phone, no English left in French, and (as in every
//! test) no complaint of the browser.

mod state;

use std::collections::BTreeMap;

use crate::support::{Account, Light, Screen, Setting, Spoken, Visitor, english_left, play};
use state::{ACCOUNT, ANSWERS, CLOSED, DAILY, FORMS, PUBLIC, State, WORK};

/// What everybody may see is open to everybody, in both languages.
#[test]
fn public_pages() {
    play(Setting::ENGLISH, async |visitor| sweep(visitor, PUBLIC).await);
}

/// The answers of the graph are open to everybody, in both languages.
#[test]
fn answers() {
    play(Setting::ENGLISH, async |visitor| sweep(visitor, ANSWERS).await);
}

/// The pages of daily work are open to everybody, in both languages.
#[test]
fn work_pages() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        sweep(visitor, WORK).await;
    });
}

/// Meetings, reviews, the plan and requirements are open to everybody, in both languages, and say to
/// visitors what they can do.
#[test]
fn daily_pages() {
    play(Setting::ENGLISH, async |visitor| {
        sweep(visitor, CLOSED).await;
        visitor.switch_language().await;
        visitor.sign_in(Account::Manager).await;
        sweep(visitor, DAILY).await;
    });
}

/// The forms are open to everybody, in both languages, also when they say no.
#[test]
fn forms() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        sweep(visitor, FORMS).await;
    });
}

/// One's own account and the members are open to everybody, in both languages.
#[test]
fn account_pages() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Admin).await;
        sweep(visitor, ACCOUNT).await;
    });
}

/// Goes through all states in English, then in French, and fails with everything found.
async fn sweep(visitor: &Visitor, states: &[State]) {
    let mut found = Vec::new();
    let english = look_at_all(visitor, states, &mut found).await;
    visitor.open("/").await;
    visitor.switch_language().await;
    let french = look_at_all(visitor, states, &mut found).await;
    for (name, english) in &english {
        found.extend(english_left(name, english, &french[name]));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

async fn look_at_all(
    visitor: &Visitor,
    states: &[State],
    found: &mut Vec<String>,
) -> BTreeMap<&'static str, Spoken> {
    let mut spoken = BTreeMap::new();
    for state in states {
        state.reach(visitor).await;
        spoken.insert(state.name, visitor.spoken().await);
        for (screen, light) in [
            (Screen::Desk, Light::Day),
            (Screen::Desk, Light::Night),
            (Screen::Phone, Light::Night),
            (Screen::Phone, Light::Day),
        ] {
            visitor.use_screen(screen).await;
            visitor.use_light(light).await;
            let setting = visitor.setting();
            let name = format!("{} {} {:?} {:?}", state.name, setting.language(), screen, light);
            found.extend(visitor.barriers(&name).await);
            found.extend(
                visitor
                    .overflows()
                    .await
                    .into_iter()
                    .map(|wide| format!("{name}: too wide: {wide}")),
            );
            visitor.keep_for_gallery(&name).await;
        }
        visitor.use_screen(Screen::Desk).await;
    }
    spoken
}
