//! Paints a frame, and tells on the canvas element what is drawn there.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use domain::graph::layout::Point;
use domain::vocabulary::Tongue;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};

use crate::map::appearance::Ink;
use crate::map::camera::{Viewport, pixels};
use crate::map::device;
use crate::map::frame::{Attention, Drawn, Ground, frame};
use crate::map::geometry::Geometry;
use crate::map::label::{self, Lettering, Measure, Request};
use crate::map::path::{Path, Step};
use crate::map::picture::{Arrangement, Picture};
use crate::map::run::Form;
use crate::map::scene::Node;
use crate::map::selection::Target;
use crate::state::theme::Lighting;
use crate::state::tongue;

/// More pixels than this for each CSS pixel cost time and show nothing.
const SHARPEST: f64 = 2.0;
/// The size of all words, in pixels.
const LETTERS: f32 = 12.0;

/// Paints whenever something that is seen has changed, at most once a frame.
pub fn follow(picture: Picture, canvas: NodeRef<html::Canvas>) {
    let (tongue, lighting, dark) = (tongue(), use_context::<Lighting>(), device::darkness());
    let waiting = Rc::new(Cell::new(false));
    Effect::new(move |_| {
        picture.arrangement.track();
        picture.viewport.track();
        picture.camera.track();
        picture.hovered.track();
        picture.map.selection.track();
        dark.track();
        lighting.map(Lighting::get);
        if waiting.replace(true) {
            return;
        }
        let waiting = waiting.clone();
        request_animation_frame(move || {
            waiting.set(false);
            if let Some(canvas) = canvas.try_get_untracked().flatten() {
                paint(picture, &canvas, tongue);
            }
        });
    });
}

fn paint(picture: Picture, canvas: &HtmlCanvasElement, tongue: Tongue) {
    let Some(arrangement) = picture.arrangement.try_get_untracked().flatten() else {
        return;
    };
    let (scene, places) = (&arrangement.scene, &arrangement.places);
    let viewport = picture.viewport.try_get_untracked().unwrap_or_default();
    let camera = picture.camera.try_get_untracked().unwrap_or_default();
    let Some(brush) = Brush::new(canvas, viewport) else {
        return;
    };
    let geometry = Geometry::new(scene, places, camera, viewport);
    let selection = picture.map.selection.try_get_untracked().flatten();
    let attention = Attention {
        selected: selection.and_then(|selection| selection.find(scene)),
        hovered: picture.hovered.try_get_untracked().flatten(),
    };
    let letterings = label::letterings(
        scene,
        &geometry,
        Request {
            measure: &brush,
            tongue,
            selected: attention.selected,
            viewport,
            letters: Form::of(viewport).letters(),
        },
    );
    for drawn in frame(scene, &geometry, &letterings, attention) {
        brush.draw(&drawn);
    }
    tell(picture, &arrangement, &letterings);
}

/// Tells on the element how much is drawn, where the words are (left, top, width, height in CSS
/// pixels), which nodes have which name, and where the nodes rest.
fn tell(picture: Picture, arrangement: &Arrangement, letterings: &[Lettering]) {
    if !arrangement.settled {
        return;
    }
    let (scene, places) = (&arrangement.scene, &arrangement.places);
    picture.tell("data-focus", &scene.focus().id);
    picture.tell("data-nodes", &scene.nodes().len().to_string());
    picture.tell("data-edges", &scene.edges().len().to_string());
    picture.tell("data-labels", &letterings.len().to_string());
    let bounds = letterings.iter().map(|lettering| lettering.bounds);
    let boxes: Vec<[f32; 4]> = bounds.map(|b| [b.left, b.top, b.width(), b.height()]).collect();
    picture.tell("data-label-boxes", &serde_json::json!(boxes).to_string());
    let name = |lettering: &Lettering| match lettering.target {
        Target::Node(node) => {
            let id = scene.nodes().get(node)?.id.clone();
            Some((id, serde_json::json!(lettering.lines.join(" "))))
        }
        Target::Edge(_) => None,
    };
    let names: serde_json::Map<_, _> = letterings.iter().filter_map(name).collect();
    picture.tell("data-names", &serde_json::Value::Object(names).to_string());
    let position = |(node, at): (&Node, &Point)| {
        (node.id.clone(), serde_json::json!([at.x.round(), at.y.round()]))
    };
    let positions: serde_json::Map<_, _> =
        scene.nodes().iter().zip(places.iter()).map(position).collect();
    picture.tell("data-positions", &serde_json::Value::Object(positions).to_string());
    picture.tell("data-settled", "true");
}

/// A canvas ready to be painted on, with the colours of the style sheet.
struct Brush {
    context: CanvasRenderingContext2d,
    colours: HashMap<Ink, String>,
}

impl Brush {
    /// Clears the canvas and sets it up for CSS pixels; none where canvases are barred.
    fn new(canvas: &HtmlCanvasElement, viewport: Viewport) -> Option<Self> {
        let style = window().get_computed_style(canvas).ok()??;
        let context = canvas.get_context("2d").ok()??;
        let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let sharpness = device::sharpness().clamp(1.0, SHARPEST);
        let device = |length: f32| device_pixels(f64::from(length) * sharpness);
        let (width, height) = (device(viewport.width), device(viewport.height));
        if canvas.width() != width || canvas.height() != height {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        context.set_transform(sharpness, 0.0, 0.0, sharpness, 0.0, 0.0).ok()?;
        context.clear_rect(0.0, 0.0, f64::from(viewport.width), f64::from(viewport.height));
        let family = value(&style, "font-family");
        context.set_font(&format!("{LETTERS}px {family}"));
        context.set_text_align("center");
        context.set_text_baseline("middle");
        context.set_line_join("round");
        let colours = Ink::all().map(|ink| (ink, value(&style, ink.property()))).collect();
        Some(Self { context, colours })
    }

    fn draw(&self, drawn: &Drawn) {
        match drawn {
            Drawn::Stroke { path, ink, width, dash, alpha } => {
                self.trace(path);
                self.context.set_global_alpha(f64::from(*alpha));
                self.context.set_stroke_style_str(self.colour(*ink));
                self.context.set_line_width(f64::from(*width));
                self.set_dash(dash);
                self.context.stroke();
            }
            Drawn::Fill { path, ink, alpha } => {
                self.trace(path);
                self.context.set_global_alpha(f64::from(*alpha));
                self.context.set_fill_style_str(self.colour(*ink));
                self.context.fill();
            }
            Drawn::Text { text, at, ink, ground } => self.write(text, *at, *ink, *ground),
        }
    }

    fn trace(&self, path: &Path) {
        let context = &self.context;
        context.begin_path();
        for step in &path.steps {
            match *step {
                Step::Move(to) => context.move_to(to.x.into(), to.y.into()),
                Step::Line(to) => context.line_to(to.x.into(), to.y.into()),
                Step::Close => context.close_path(),
                Step::Circle(at, radius) => {
                    context.move_to((at.x + radius).into(), at.y.into());
                    let whole = std::f64::consts::TAU;
                    context.arc(at.x.into(), at.y.into(), radius.into(), 0.0, whole).ok();
                }
            }
        }
    }

    fn write(&self, text: &str, at: Point, ink: Ink, ground: Ground) {
        let (context, x, y) = (&self.context, f64::from(at.x), f64::from(at.y));
        context.set_global_alpha(1.0);
        match ground {
            Ground::Halo => {
                context.set_stroke_style_str(self.colour(Ink::Surface));
                context.set_line_width(3.5);
                self.set_dash(&[]);
                context.stroke_text(text, x, y).ok();
            }
            Ground::Plate(width, height) => {
                context.set_fill_style_str(self.colour(Ink::Surface));
                let (width, height) = (f64::from(width), f64::from(height));
                context.fill_rect(x - width / 2.0, y - height / 2.0, width, height);
            }
        }
        context.set_fill_style_str(self.colour(ink));
        context.fill_text(text, x, y).ok();
    }

    fn set_dash(&self, dash: &[f64]) {
        let dash: js_sys::Array = dash.iter().map(|length| JsValue::from_f64(*length)).collect();
        self.context.set_line_dash(&dash).ok();
    }

    fn colour(&self, ink: Ink) -> &str {
        self.colours.get(&ink).map_or("gray", String::as_str)
    }
}

impl Measure for Brush {
    fn width(&self, text: &str) -> f32 {
        self.context.measure_text(text).map_or(0.0, |measured| pixels(measured.width()))
    }
}

fn value(style: &CssStyleDeclaration, property: &str) -> String {
    style.get_property_value(property).unwrap_or_default().trim().to_owned()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates: the size of a canvas, never negative"
)]
fn device_pixels(length: f64) -> u32 {
    length.round() as u32
}
