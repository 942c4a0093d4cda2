//! The picture as it is at the moment, and what commands do to it.

use std::sync::Arc;

use domain::graph::layout::{Bounds, Point};
use leptos::prelude::*;

use super::camera::{Camera, Viewport};
use super::command::{Command, Turn};
use super::geometry::{Geometry, radius};
use super::heading::Heading;
use super::run::Form;
use super::scene::Scene;
use super::selection::{Selection, Target};
use super::state::MapState;

/// How far from the rim a selection reached by keys is kept.
const MARGIN: f32 = 70.0;

/// A scene with its nodes at some places.
#[derive(Clone, Debug)]
pub struct Arrangement {
    /// The scene.
    pub scene: Arc<Scene>,
    /// Where its nodes are, in its order.
    pub places: Arc<[Point]>,
    /// Whether they will stay there.
    pub settled: bool,
}

/// The picture: what is arranged how, and from where one looks at it.
#[derive(Clone, Copy)]
pub struct Picture {
    /// What it is a picture of.
    pub map: MapState,
    /// Where everything is; none until there is a scene.
    pub arrangement: RwSignal<Option<Arrangement>>,
    /// The size of the canvas; empty until it is known.
    pub viewport: RwSignal<Viewport>,
    /// From where one looks.
    pub camera: RwSignal<Camera>,
    /// What is under the pointer.
    pub hovered: RwSignal<Option<Target>>,
    /// Whether the person has taken the camera; until then it shows everything.
    held: RwSignal<bool>,
    /// The stakeholder whose relationships are being gone through.
    turning: RwSignal<Option<usize>>,
}

impl Picture {
    /// A picture of nothing yet.
    pub fn new(map: MapState) -> Self {
        Self {
            map,
            arrangement: RwSignal::new(None),
            viewport: RwSignal::new(Viewport::default()),
            camera: RwSignal::new(Camera::default()),
            hovered: RwSignal::new(None),
            held: RwSignal::new(false),
            turning: RwSignal::new(None),
        }
    }

    /// The form of the canvas, once its size is known; followed.
    pub fn form(self) -> Option<Form> {
        let viewport = self.viewport.get();
        (viewport.width > 0.0).then(|| Form::of(viewport))
    }

    /// Shows another scene, all of it.
    pub fn begin(self) {
        self.tell("data-settled", "false");
        self.held.try_set(false);
        self.hovered.try_set(None);
        self.turning.try_set(None);
    }

    /// Takes new places of the nodes.
    pub fn arrange(self, arrangement: Arrangement) {
        self.arrangement.try_set(Some(arrangement));
        self.follow();
    }

    /// Takes a new size of the canvas.
    pub fn resize(self, viewport: Viewport) {
        if self.viewport.try_get_untracked().is_some_and(|known| known != viewport) {
            self.viewport.try_set(viewport);
            self.follow();
        }
    }

    /// Does what is asked; what makes no sense at the moment does nothing.
    pub fn apply(self, command: Command) {
        match command {
            Command::Drag(by) => self.look(|camera, _| camera.dragged(by)),
            Command::Zoom(factor, about) => self.look(|camera, viewport| {
                camera.zoomed(factor, about.unwrap_or(viewport.center()), viewport)
            }),
            Command::Fit => {
                self.held.try_set(false);
                self.follow();
            }
            Command::Select(target) => self.select(target),
            Command::Hover(target) => {
                if self.hovered.try_get_untracked() != Some(target) {
                    self.hovered.try_set(target);
                }
            }
            Command::Go(heading) => self.go(heading),
            Command::TurnNode(turn) => self.turn_node(turn),
            Command::TurnEdge(turn) => self.turn_edge(turn),
            Command::Refocus => self.refocus(),
            Command::Inspect => self.map.inspect(),
        }
    }

    /// Writes something on the canvas element that the picture itself does not tell to tests.
    pub fn tell(self, name: &str, value: &str) {
        if let Some(canvas) = self.map.canvas.try_get_untracked().flatten() {
            canvas.set_attribute(name, value).ok();
        }
    }

    /// Where everything is on the canvas at the moment.
    pub fn geometry(self) -> Option<(Arc<Scene>, Geometry)> {
        let Arrangement { scene, places, .. } = self.arrangement.try_get_untracked().flatten()?;
        let (camera, viewport) =
            (self.camera.try_get_untracked()?, self.viewport.try_get_untracked()?);
        let geometry = Geometry::new(&scene, &places, camera, viewport);
        Some((scene, geometry))
    }

    fn look(self, change: impl FnOnce(Camera, Viewport) -> Camera) {
        let Some(viewport) = self.viewport.try_get_untracked() else {
            return;
        };
        self.held.try_set(true);
        self.camera.try_update(|camera| *camera = change(*camera, viewport));
    }

    /// Shows everything, unless the person has taken the camera.
    fn follow(self) {
        let Some(viewport) = self.viewport.try_get_untracked() else {
            return;
        };
        let Some(arrangement) = self.arrangement.try_get_untracked().flatten() else {
            return;
        };
        if self.held.try_get_untracked() != Some(false) {
            return;
        }
        let disc = |(node, place): (&super::scene::Node, &Point)| {
            let width = 2.0 * radius(node.hop);
            Bounds::around(*place, width, width)
        };
        let discs = arrangement.scene.nodes().iter().zip(arrangement.places.iter()).map(disc);
        if let Some(extent) = Bounds::enclosing(discs) {
            self.camera.try_set(Camera::fitting(extent, Form::of(viewport).margin(), viewport));
        }
    }

    fn select(self, target: Option<Target>) {
        let arrangement = self.arrangement.try_get_untracked().flatten();
        let selection = arrangement.zip(target).and_then(|(a, target)| target.select(&a.scene));
        if let Some(Target::Node(node)) = target {
            self.turning.try_set(Some(node));
        }
        self.map.select(selection);
    }

    /// Selects and makes sure that it is seen: keys may lead out of sight.
    fn select_in_sight(self, target: Target) {
        self.select(Some(target));
        let Some((_, geometry)) = self.geometry() else {
            return;
        };
        let at = anchor(&geometry, target);
        let camera = self.camera.try_get_untracked().unwrap_or_default();
        let viewport = self.viewport.try_get_untracked().unwrap_or_default();
        let place = at.map(|at| camera.to_place(at, viewport));
        let showing = place.map(|place| camera.showing(place, MARGIN, viewport));
        if let Some(showing) = showing.filter(|showing| *showing != camera) {
            self.look(|_, _| showing);
        }
    }

    fn selected(self, scene: &Scene) -> Option<Target> {
        self.map.selection.try_get_untracked().flatten()?.find(scene)
    }

    fn go(self, heading: Heading) {
        let Some((scene, geometry)) = self.geometry() else {
            return;
        };
        let Some(target) = self.selected(&scene) else {
            return self.select_in_sight(Target::Node(0));
        };
        let centers = geometry.discs.iter().map(|disc| disc.center);
        let next = anchor(&geometry, target).and_then(|from| heading.nearest(from, centers));
        if let Some(node) = next {
            self.select_in_sight(Target::Node(node));
        }
    }

    fn turn_node(self, turn: Turn) {
        let Some((scene, _)) = self.geometry() else {
            return;
        };
        let present = match self.selected(&scene) {
            Some(Target::Node(node)) => Some(node),
            _ => self.turning.try_get_untracked().flatten(),
        };
        if let Some(node) = turn.turned(present, scene.nodes().len()) {
            self.select_in_sight(Target::Node(node));
        }
    }

    fn turn_edge(self, turn: Turn) {
        let Some((scene, _)) = self.geometry() else {
            return;
        };
        let edges: Vec<usize> = match self.turning.try_get_untracked().flatten() {
            Some(node) => scene.edges_at(node).collect(),
            None => (0..scene.edges().len()).collect(),
        };
        let present = match self.selected(&scene) {
            Some(Target::Edge(edge)) => edges.iter().position(|other| *other == edge),
            _ => None,
        };
        let next = turn.turned(present, edges.len()).and_then(|place| edges.get(place));
        if let Some(edge) = next {
            self.select_in_sight(Target::Edge(*edge));
        }
    }

    fn refocus(self) {
        if let Some(Some(Selection::Node(id))) = self.map.selection.try_get_untracked() {
            self.map.refocus.try_run(id);
        }
    }
}

/// Where a target is: a disc's middle, or half way along a line.
fn anchor(geometry: &Geometry, target: Target) -> Option<Point> {
    match target {
        Target::Node(node) => geometry.discs.get(node).map(|disc| disc.center),
        Target::Edge(edge) => geometry.anchor_of_edge(edge),
    }
}
