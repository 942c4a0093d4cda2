//! The credential of this tab: a short-lived access token, in memory only, renewed silently by the
//! HttpOnly cookie. However many requests find it run out, it is renewed once.

use super::{auth, clock};
use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, Shared};
use serde::Deserialize;
use std::cell::{Cell, RefCell};

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// Its id.
    pub id: String,
    /// The name it goes by.
    pub display_name: String,
}

/// What the server hands out on signing in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Credential {
    /// The access token.
    pub token: String,
    /// When it runs out, in milliseconds since 1970.
    pub expires: f64,
    /// Whose it is.
    pub account: Account,
}

type Observer = Box<dyn Fn(Option<Account>)>;
type Renewal = Shared<LocalBoxFuture<'static, Option<String>>>;

/// How long before it runs out a token counts as run out, in milliseconds.
const MARGIN: f64 = 20_000.0;

thread_local! {
    /// How often a credential was taken in use or given up.
    static TAKEN: Cell<u32> = const { Cell::new(0) };
    static HELD: RefCell<Option<Credential>> = const { RefCell::new(None) };
    static OBSERVER: RefCell<Option<Observer>> = const { RefCell::new(None) };
    static RENEWAL: RefCell<Option<Renewal>> = const { RefCell::new(None) };
}

/// Tells who is signed in whenever that changes.
pub fn watch(observer: impl Fn(Option<Account>) + 'static) {
    OBSERVER.with(|slot| slot.replace(Some(Box::new(observer))));
}

/// Takes a credential in use, or with none: nobody is signed in any more.
pub(super) fn hold(credential: Option<Credential>) {
    TAKEN.with(|taken| taken.set(taken.get().wrapping_add(1)));
    let account = credential.as_ref().map(|credential| credential.account.clone());
    HELD.with(|held| held.replace(credential));
    OBSERVER.with(|observer| {
        if let Some(observer) = &*observer.borrow() {
            observer(account);
        }
    });
}

/// The access token, renewed when it is about to run out; none for anonymous.
pub(super) async fn token() -> Option<String> {
    let held = HELD.with(|held| held.borrow().clone())?;
    if held.expires - MARGIN > clock::now() { Some(held.token) } else { renew().await }
}

/// A newer token than the one that the server has just refused.
pub(super) async fn renew_after(refused: &str) -> Option<String> {
    let held = HELD.with(|held| held.borrow().as_ref().map(|held| held.token.clone()));
    match held {
        Some(token) if token != refused => Some(token),
        _ => renew().await,
    }
}

/// Asks for a new token with the cookie; all who ask at the same time share one answer.
pub(super) async fn renew() -> Option<String> {
    let renewal = RENEWAL.with(|slot| {
        let mut slot = slot.borrow_mut();
        slot.get_or_insert_with(|| settle().boxed_local().shared()).clone()
    });
    renewal.await
}

/// Waits until no renewal is under way: its cookie must not come after that of a new session.
pub(super) async fn calm() {
    let renewal = RENEWAL.with(|slot| slot.borrow().clone());
    if let Some(renewal) = renewal {
        renewal.await;
    }
}

async fn settle() -> Option<String> {
    let token = ask().await;
    RENEWAL.with(|slot| slot.replace(None));
    token
}

async fn ask() -> Option<String> {
    let before = TAKEN.with(Cell::get);
    let answer = auth::refresh().await;
    let is_overtaken = TAKEN.with(Cell::get) != before;
    match answer {
        Ok(credential) if !is_overtaken => {
            let token = credential.as_ref().map(|credential| credential.token.clone());
            hold(credential);
            token
        }
        // Somebody has signed in or out while the answer was under way, or the server is out of
        // reach, which is not signed out: what is held stays.
        _ => HELD.with(|held| held.borrow().as_ref().map(|held| held.token.clone())),
    }
}
