//! Going back to the place in a page where one was. The browser looks for it at once, but the rows of
//! a list come later.

use super::browser;
use leptos::prelude::{document, set_timeout, window, window_event_listener_untyped};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// How often it is tried, and how long is waited in between: three seconds in all.
const TRIES: u32 = 60;
const PAUSE: Duration = Duration::from_millis(50);
/// So many times in a row the place must be reached: at first the page that is being left still stands.
const FIRM: u32 = 3;

/// Keeps the place of every address in this tab, and goes back there on Back and Forward. Whoever
/// scrolls, types or points meanwhile is left alone.
pub fn follow() {
    let round = Rc::new(Cell::new(0_u32));
    window_event_listener_untyped("scroll", |_| {
        if let Ok(top) = window().scroll_y() {
            // JavaScript's own numbers: Rust's code and tables for them weigh more than this page.
            if let Ok(top) = js_sys::Number::from(top).to_string_with_radix(10) {
                browser::keep_in_tab(&key(&browser::address()), &String::from(top));
            }
        }
    });
    for hand in ["wheel", "touchstart", "keydown", "pointerdown"] {
        let round = Rc::clone(&round);
        window_event_listener_untyped(hand, move |_| round.set(round.get().wrapping_add(1)));
    }
    let came_back = browser::came_back().then(|| Seek::start(&round));
    came_back.flatten().into_iter().for_each(Seek::go_on);
    window_event_listener_untyped("popstate", move |_| {
        round.set(round.get().wrapping_add(1));
        Seek::start(&round).into_iter().for_each(Seek::go_on);
    });
}

fn key(address: &str) -> String {
    format!("place {address}")
}

/// The search for one place.
struct Seek {
    address: String,
    top: f64,
    round: Rc<Cell<u32>>,
    mine: u32,
    left: u32,
    held: u32,
}

impl Seek {
    /// The place of the present address, when it has one below its beginning.
    fn start(round: &Rc<Cell<u32>>) -> Option<Self> {
        let address = browser::address();
        let top = js_sys::Number::parse_float(&browser::kept_in_tab(&key(&address))?);
        if top.is_nan() || top <= 0.0 {
            return None;
        }
        let (round, mine) = (Rc::clone(round), round.get());
        Some(Self { address, top, round, mine, left: TRIES, held: 0 })
    }

    fn go_on(mut self) {
        set_timeout(
            move || {
                let is_over = self.left == 0 || self.held == FIRM || self.round.get() != self.mine;
                if is_over || browser::address() != self.address {
                    return;
                }
                let is_long_enough = room().is_some_and(|room| room + 1.0 >= self.top);
                if is_long_enough {
                    window().scroll_to_with_x_and_y(0.0, self.top);
                }
                self.left -= 1;
                self.held = if is_long_enough { self.held + 1 } else { 0 };
                self.go_on();
            },
            PAUSE,
        );
    }
}

/// How far the page can be scrolled.
fn room() -> Option<f64> {
    let height = window().inner_height().ok()?.as_f64()?;
    Some(f64::from(document().document_element()?.scroll_height()) - height)
}
