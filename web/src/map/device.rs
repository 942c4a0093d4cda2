//! What the map asks of the device it is shown on.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::MediaQueryList;

/// Whether the person wants nothing to move.
pub fn prefers_stillness() -> bool {
    media("(prefers-reduced-motion: reduce)").is_some_and(|query| query.matches())
}

/// How many pixels of the screen make a CSS pixel.
pub fn sharpness() -> f64 {
    window().device_pixel_ratio()
}

/// Whether the system asks for darkness; followed while the component lives.
pub fn darkness() -> ReadSignal<bool> {
    follow("(prefers-color-scheme: dark)")
}

/// Whether there is no room for two columns, as in the style sheet; followed while the component
/// lives.
pub fn narrowness() -> ReadSignal<bool> {
    follow("(width <= 60rem)")
}

fn follow(query: &str) -> ReadSignal<bool> {
    let query = media(query);
    let (holds, set_holds) = signal(query.as_ref().is_some_and(MediaQueryList::matches));
    let Some(query) = query else { return holds };
    let watched = query.clone();
    let called = Closure::<dyn FnMut()>::new(move || {
        set_holds.try_set(watched.matches());
    });
    query.set_onchange(Some(called.as_ref().unchecked_ref()));
    let kept = StoredValue::new_local(Some((query, called)));
    on_cleanup(move || {
        kept.try_update_value(|kept| {
            if let Some((query, _called)) = kept.take() {
                query.set_onchange(None);
            }
        });
    });
    holds
}

fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}
