//! What all parts of the map share: the picture, the legend, the inspector and the tables.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::scene::Scene;
use super::selection::{Selection, Target};

/// The scene shown, what is selected in it, and the way to another middle.
#[derive(Clone, Copy)]
pub struct MapState {
    /// What the map shows; none until it has been loaded.
    pub scene: Memo<Option<Arc<Scene>>>,
    /// What is looked at closely.
    pub selection: RwSignal<Option<Selection>>,
    /// Puts the stakeholder with this id in the middle.
    pub refocus: Callback<String>,
    /// The heading of the inspector, where reading about the selection begins.
    pub inspector: NodeRef<html::H2>,
    /// The canvas.
    pub canvas: NodeRef<html::Canvas>,
    /// What had the keyboard's focus before reading began.
    origin: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl MapState {
    /// A map with nothing selected.
    pub fn new(scene: Memo<Option<Arc<Scene>>>, refocus: Callback<String>) -> Self {
        Self {
            scene,
            selection: RwSignal::new(None),
            refocus,
            inspector: NodeRef::new(),
            canvas: NodeRef::new(),
            origin: StoredValue::new_local(None),
        }
    }

    /// Selects something, or nothing.
    pub fn select(self, selection: Option<Selection>) {
        self.selection.try_set(selection);
    }

    /// What is selected, where it is in the scene shown; followed.
    pub fn target(self) -> Option<(Arc<Scene>, Target)> {
        let scene = self.scene.try_get().flatten()?;
        let target = self.selection.try_get().flatten()?.find(&scene)?;
        Some((scene, target))
    }

    /// Whether this is selected; followed.
    pub fn is_selected(self, selection: &Selection) -> bool {
        self.selection.try_with(|selected| selected.as_ref() == Some(selection)).unwrap_or(false)
    }

    /// Puts the keyboard's focus where the selection is read about.
    pub fn inspect(self) {
        let origin = document().active_element().and_then(|element| element.dyn_into().ok());
        self.origin.try_set_value(origin);
        if let Some(heading) = self.inspector.get_untracked() {
            heading.focus().ok();
        }
    }

    /// Puts the keyboard's focus back where it was before reading, or else on the canvas.
    pub fn stop_inspecting(self) {
        let origin = self.origin.try_get_value().flatten();
        let canvas = || self.canvas.get_untracked().map(|canvas| canvas.unchecked_into());
        let origin: Option<HtmlElement> = origin.filter(|o| o.is_connected()).or_else(canvas);
        if let Some(origin) = origin {
            origin.focus().ok();
        }
    }
}
