//! Keeps the picture's size in step with the canvas on the page.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, ResizeObserver};

use crate::map::camera::{Viewport, pixels};
use crate::map::picture::Picture;

/// An observer and what it calls, which must live as long.
struct Watch {
    observer: ResizeObserver,
    _called: Closure<dyn FnMut()>,
}

/// Tells the picture how large the canvas is, now and whenever that changes.
pub fn follow(picture: Picture, canvas: NodeRef<html::Canvas>) {
    let watch = StoredValue::new_local(None::<Watch>);
    Effect::new(move |_| {
        let Some(canvas) = canvas.get() else { return };
        measure(picture, &canvas);
        let watched = canvas.clone();
        let called = Closure::<dyn FnMut()>::new(move || measure(picture, &watched));
        if let Ok(observer) = ResizeObserver::new(called.as_ref().unchecked_ref()) {
            observer.observe(&canvas);
            watch.set_value(Some(Watch { observer, _called: called }));
        }
    });
    on_cleanup(move || {
        watch.try_update_value(|watch| {
            if let Some(watch) = watch.take() {
                watch.observer.disconnect();
            }
        });
    });
}

fn measure(picture: Picture, canvas: &HtmlCanvasElement) {
    let (width, height) = (canvas.client_width(), canvas.client_height());
    let viewport = Viewport { width: pixels(f64::from(width)), height: pixels(f64::from(height)) };
    picture.resize(viewport);
}
