//! The credential of this tab: a short-lived access token, in memory only, renewed silently by the
//! HttpOnly cookie. However many requests find it run out, it is renewed once.
//!
//! When the session itself has ended over something that is typed and not saved, whatever is to be
//! sent waits until somebody has signed in again, and then goes on as if nothing had happened.

use super::{auth, clock};
use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, Shared};
use serde::Deserialize;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Poll, Waker};

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
type Ending = Box<dyn Fn() -> bool>;
type Renewal = Shared<LocalBoxFuture<'static, Option<String>>>;

/// How long before it runs out a token counts as run out, in milliseconds.
const MARGIN: f64 = 20_000.0;

thread_local! {
    /// How often a credential was taken in use or given up.
    static TAKEN: Cell<u32> = const { Cell::new(0) };
    static HELD: RefCell<Option<Credential>> = const { RefCell::new(None) };
    static OBSERVER: RefCell<Option<Observer>> = const { RefCell::new(None) };
    static ENDING: RefCell<Option<Ending>> = const { RefCell::new(None) };
    /// Whether the session has ended and somebody is asked to sign in again.
    static LAPSED: Cell<bool> = const { Cell::new(false) };
    /// Whose session it was that has ended.
    static LAPSED_OF: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Whatever is to be sent once that is settled.
    static WAITING: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
    static RENEWAL: RefCell<Option<Renewal>> = const { RefCell::new(None) };
}

/// Tells who is signed in whenever that changes.
pub fn watch(observer: impl Fn(Option<Account>) + 'static) {
    OBSERVER.with(|slot| slot.replace(Some(Box::new(observer))));
}

/// Asks, whenever a session has ended and something is to be sent, whether to wait until somebody has
/// signed in again; otherwise it is given up.
pub fn watch_ending(ending: impl Fn() -> bool + 'static) {
    ENDING.with(|slot| slot.replace(Some(Box::new(ending))));
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
    LAPSED.with(|lapsed| lapsed.set(false));
    WAITING.with(RefCell::take).into_iter().for_each(Waker::wake);
}

/// The access token, renewed when it is about to run out; none for anonymous.
pub(super) async fn token() -> Option<String> {
    let held = after_settling().await?;
    if held.expires - MARGIN > clock::now() { Some(held.token) } else { renewed().await }
}

/// A newer token than the one that the server has just refused.
pub(super) async fn renew_after(refused: &str) -> Option<String> {
    match held_token() {
        Some(token) if token != refused => Some(token),
        _ => renewed().await,
    }
}

/// The token after a renewal; when the session has ended, after somebody has signed in again.
async fn renewed() -> Option<String> {
    if !is_lapsed() {
        renew().await;
    }
    after_settling().await.map(|held| held.token)
}

/// What is held once nobody is asked to sign in again. What one account had begun is not sent in the
/// name of another: it goes without a name, and is refused.
async fn after_settling() -> Option<Credential> {
    let whose = if is_lapsed() { LAPSED_OF.with(|whose| whose.borrow().clone()) } else { None };
    settled().await;
    let held = HELD.with(|held| held.borrow().clone())?;
    whose.is_none_or(|whose| whose == held.account.id).then_some(held)
}

/// Whether the session has ended and somebody is asked to sign in again.
pub(super) fn is_lapsed() -> bool {
    LAPSED.with(Cell::get)
}

/// Waits until nobody is asked to sign in again. When nothing is left to wait for, the session is
/// given up.
async fn settled() {
    if is_lapsed() && !is_awaited() {
        hold(None);
    }
    let waiting = |context: &mut std::task::Context<'_>| match is_lapsed() {
        true => {
            WAITING.with(|waiting| waiting.borrow_mut().push(context.waker().clone()));
            Poll::Pending
        }
        false => Poll::Ready(()),
    };
    poll_fn(waiting).await;
}

fn is_awaited() -> bool {
    ENDING.with(|ending| ending.borrow().as_ref().is_some_and(|ending| ending()))
}

fn held_token() -> Option<String> {
    HELD.with(|held| held.borrow().as_ref().map(|held| held.token.clone()))
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
        Ok(None) if !is_overtaken && (is_lapsed() || (held_token().is_some() && is_awaited())) => {
            LAPSED.with(|lapsed| lapsed.set(true));
            if let Some(ended) = HELD.with(|held| held.replace(None)) {
                LAPSED_OF.with(|whose| whose.replace(Some(ended.account.id)));
            }
            None
        }
        Ok(credential) if !is_overtaken => {
            let token = credential.as_ref().map(|credential| credential.token.clone());
            hold(credential);
            token
        }
        // Somebody has signed in or out while the answer was under way, or the server is out of
        // reach, which is not signed out: what is held stays.
        _ => held_token(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    fn credential(token: &str) -> Credential {
        let account = Account { id: "acc_1".into(), display_name: "Any".into() };
        Credential { token: token.into(), expires: f64::INFINITY, account }
    }

    /// What is to be sent waits while somebody is asked to sign in again, and goes on afterwards;
    /// when there is nothing to wait for any more, it goes on without a session.
    #[test]
    fn a_lapse_holds_back() {
        let asked = std::rc::Rc::new(Cell::new(true));
        let answer = std::rc::Rc::clone(&asked);
        watch_ending(move || answer.get());
        LAPSED.with(|lapsed| lapsed.set(true));
        let waiting = renewed().shared();
        assert_eq!(waiting.clone().now_or_never(), None);
        hold(Some(credential("new")));
        assert_eq!(waiting.now_or_never(), Some(Some("new".to_owned())));

        LAPSED.with(|lapsed| lapsed.set(true));
        LAPSED_OF.with(|whose| whose.replace(Some("acc_2".to_owned())));
        let of_another = renewed().shared();
        assert_eq!(of_another.clone().now_or_never(), None);
        hold(Some(credential("new")));
        assert_eq!(of_another.now_or_never(), Some(None), "it is not sent in another's name");

        hold(None);
        LAPSED.with(|lapsed| lapsed.set(true));
        asked.set(false);
        assert_eq!(renewed().now_or_never(), Some(None));
        assert!(!is_lapsed());
    }
}
