//! The canvas: paints the picture and listens to pointers and keys.

mod paint;
mod size;

use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};
use leptos::prelude::*;

use super::camera::pixels;
use super::command::Command;
use super::hit::{Reach, hit};
use super::keyboard::{self, Press};
use super::picture::Picture;
use super::pointer::{Gesture, Move, wheel_zoom};
use super::selection::Target;
use crate::text::MapText;
use domain::graph::layout::Point;

/// The picture, for eyes and pointers; keys work while it has the focus.
#[component]
pub fn MapCanvas(
    /// What to paint.
    picture: Picture,
    /// The id of the text that tells the keys.
    #[prop(into)]
    described_by: String,
) -> impl IntoView {
    let text = MapText::here();
    let canvas = picture.map.canvas;
    let gesture = StoredValue::new(Gesture::default());
    size::follow(picture, canvas);
    paint::follow(picture, canvas);
    let label = move || {
        let scene = picture.map.scene.get();
        scene.map(|s| text.canvas(&s.focus().name, s.nodes().len(), s.edges().len()))
    };
    let turn_wheel = move |event: WheelEvent| {
        event.prevent_default();
        let factor = wheel_zoom(pixels(event.delta_y()), event.delta_mode());
        picture.apply(Command::Zoom(factor, Some(place(&event))));
    };
    let double_click = move |event: MouseEvent| {
        if let Some(Target::Node(node)) = under(picture, place(&event), Reach::FINE) {
            picture.apply(Command::Select(Some(Target::Node(node))));
            picture.apply(Command::Refocus);
        }
    };
    let press_key = move |event: KeyboardEvent| {
        let key = event.key();
        let chord = event.ctrl_key() || event.alt_key() || event.meta_key();
        if let Some(command) =
            keyboard::command(Press { key: &key, shift: event.shift_key(), chord })
        {
            event.prevent_default();
            event.stop_propagation();
            picture.apply(command);
        }
    };
    view! {
        <canvas
            class="map-canvas"
            class:map-canvas-over=move || picture.hovered.get().is_some()
            role="application"
            tabindex="0"
            aria-label=label
            aria-describedby=described_by
            node_ref=canvas
            on:pointerdown=move |event| press(gesture, &event)
            on:pointermove=move |event| {
                act(picture, gesture.try_update_value(|g| g.shift(event.pointer_id(), place(&event))), &event);
            }
            on:pointerup=move |event| {
                act(picture, gesture.try_update_value(|g| g.release(event.pointer_id(), place(&event))), &event);
            }
            on:pointercancel=move |event: PointerEvent| {
                gesture.try_update_value(|gesture| gesture.cancel(event.pointer_id()));
            }
            on:pointerleave=move |_| picture.apply(Command::Hover(None))
            on:wheel=turn_wheel
            on:dblclick=double_click
            on:keydown=press_key
        >
            {label}
        </canvas>
    }
}

fn press(gesture: StoredValue<Gesture>, event: &PointerEvent) {
    if event.button() != 0 {
        return;
    }
    let target = event_target::<web_sys::Element>(event);
    // Drags go on outside the canvas.
    target.set_pointer_capture(event.pointer_id()).ok();
    gesture.try_update_value(|gesture| gesture.press(event.pointer_id(), place(event)));
}

fn act(picture: Picture, moved: Option<Move>, event: &PointerEvent) {
    let reach = if event.pointer_type() == "touch" { Reach::COARSE } else { Reach::FINE };
    match moved.unwrap_or(Move::Nothing) {
        Move::Nothing => {}
        Move::Hover(at) => picture.apply(Command::Hover(under(picture, at, reach))),
        Move::Drag(by) => picture.apply(Command::Drag(by)),
        Move::Click(at) => picture.apply(Command::Select(under(picture, at, reach))),
        Move::Pinch { drag, factor, about } => {
            picture.apply(Command::Drag(drag));
            picture.apply(Command::Zoom(factor, Some(about)));
        }
    }
}

fn under(picture: Picture, at: Point, reach: Reach) -> Option<Target> {
    picture.geometry().and_then(|(_, geometry)| hit(&geometry, at, reach))
}

/// Where on the canvas an event happened.
fn place(event: &MouseEvent) -> Point {
    Point::new(pixels(f64::from(event.offset_x())), pixels(f64::from(event.offset_y())))
}
