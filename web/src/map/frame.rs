//! One picture: everything to be painted, in order, as data.

use domain::graph::layout::Point;

use super::appearance::{Ink, Line, Look, Shape};
use super::compared::Compared;
use super::course::Course;
use super::geometry::{Disc, Geometry};
use super::label::{self, Lettering};
use super::path::Path;
use super::scene::{Node, Scene};
use super::selection::Target;

/// How visible the rest is while something is selected.
const FADED: f32 = 0.3;
/// The dashes around what is not clear.
const UNCLEAR: &[f64] = &[3.0, 3.0];

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    /// A path drawn with a pen.
    Stroke {
        /// The way of the pen.
        path: Path,
        /// Its colour.
        ink: Ink,
        /// How thick it is.
        width: f32,
        /// On and off; empty for a line without gaps.
        dash: &'static [f64],
        /// How visible it is, up to 1.
        alpha: f32,
    },
    /// A path filled.
    Fill {
        /// The outline.
        path: Path,
        /// The colour.
        ink: Ink,
        /// How visible it is, up to 1.
        alpha: f32,
    },
    /// Words.
    Text {
        /// The words.
        text: String,
        /// Their middle.
        at: Point,
        /// The colour.
        ink: Ink,
        /// What they stand on.
        ground: Ground,
    },
}

/// What keeps words readable over lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ground {
    /// A rim of the surface's colour around each letter.
    Halo,
    /// A box of this width and height in the surface's colour.
    Plate(f32, f32),
}

/// What is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    /// What is selected.
    pub selected: Option<Target>,
    /// What is under the pointer.
    pub hovered: Option<Target>,
}

/// Everything to paint, the undermost first.
pub fn frame(
    scene: &Scene,
    geometry: &Geometry,
    letterings: &[Lettering],
    attention: Attention,
) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    let held =
        |edge: &usize| attention.selected.is_some_and(|target| target.holds_edge(scene, *edge));
    let (over, under): (Vec<usize>, Vec<usize>) = (0..scene.edges().len()).partition(held);
    for edge in under.into_iter().chain(over) {
        add_edge(&mut drawn, scene, geometry, edge, attention);
    }
    for (place, (node, disc)) in scene.nodes().iter().zip(&geometry.discs).enumerate() {
        add_node(&mut drawn, scene, place, node, *disc, attention);
    }
    drawn.extend(letterings.iter().flat_map(|one| text(scene, one, attention.selected)));
    drawn
}

fn add_edge(
    drawn: &mut Vec<Drawn>,
    scene: &Scene,
    geometry: &Geometry,
    place: usize,
    attention: Attention,
) {
    let (Some(edge), Some(course)) = (scene.edges().get(place), geometry.courses.get(place)) else {
        return;
    };
    let held = attention.selected.is_none_or(|target| target.holds_edge(scene, place));
    let alpha = if held { 1.0 } else { FADED };
    let (kind, state) = (edge.kind, edge.state);
    let line = Line::new(course, Look { kind, state });
    let this = Some(Target::Edge(place));
    if this == attention.selected || this == attention.hovered {
        let glow = if this == attention.selected { 0.45 } else { 0.2 };
        let path = Path::open(course.points().iter().copied());
        drawn.push(stroke(path, Ink::Selected, 9.0, glow));
    }
    drawn.extend(edge.compared.into_iter().flat_map(|compared| overlay(course, compared, alpha)));
    let (ink, path) = (Ink::Layer(kind.layer()), line.body);
    drawn.push(Drawn::Stroke { path, ink, width: line.width, dash: line.dash, alpha });
    drawn.push(stroke(line.outlined, ink, 1.5, alpha));
    drawn.push(Drawn::Fill { path: line.filled, ink, alpha });
}

/// How the band beneath a line is dashed, so that it is read without its colour.
pub fn band(compared: Compared) -> &'static [f64] {
    match compared {
        Compared::Added => &[],
        Compared::Ended => &[10.0, 8.0],
        Compared::Changed => &[3.0, 5.0],
        Compared::Undated => &[1.0, 11.0],
    }
}

/// What became of a relationship: a band beneath its line, and a sign nearer to its source, where no
/// word stands.
fn overlay(course: &Course, compared: Compared, alpha: f32) -> [Drawn; 2] {
    let (path, ink) = (Path::open(course.points().iter().copied()), Ink::Compared(compared));
    let at = course.pose(course.length() * 0.3).at;
    let text = compared.sign().to_owned();
    [
        Drawn::Stroke { path, ink, width: 7.0, dash: band(compared), alpha: alpha * 0.55 },
        Drawn::Text { text, at, ink: Ink::Text, ground: Ground::Plate(14.0, 14.0) },
    ]
}

fn add_node(
    drawn: &mut Vec<Drawn>,
    scene: &Scene,
    place: usize,
    node: &Node,
    disc: Disc,
    attention: Attention,
) {
    let held = attention.selected.is_none_or(|target| target.holds_node(scene, place));
    let alpha = if held { 1.0 } else { FADED };
    let path = Shape::of(node.kind).path(disc.center, disc.radius);
    // A faded disc still hides the lines below it.
    drawn.push(Drawn::Fill { path: path.clone(), ink: Ink::Surface, alpha: 1.0 });
    let ink = if place == 0 { Ink::Focus } else { Ink::Disc };
    drawn.push(Drawn::Fill { path: path.clone(), ink, alpha });
    let dash = if node.unresolved { UNCLEAR } else { &[] };
    drawn.push(Drawn::Stroke { path, ink: Ink::Rim, width: 1.6, dash, alpha });
    drawn.extend(rings(place, node, disc, attention));
    if node.unresolved {
        let (text, ground) = ("?".to_owned(), Ground::Halo);
        drawn.push(Drawn::Text { text, at: disc.center, ink: Ink::Text, ground });
    }
}

/// What goes around a disc: one ring for the focus, one for what is looked at.
fn rings(
    place: usize,
    node: &Node,
    disc: Disc,
    attention: Attention,
) -> impl Iterator<Item = Drawn> {
    let this = Some(Target::Node(place));
    let ring = |distance: f32, ink: Ink, width: f32| {
        let path = Shape::of(node.kind).path(disc.center, disc.radius + distance);
        stroke(path, ink, width, 1.0)
    };
    let focus = (place == 0).then(|| ring(3.5, Ink::Rim, 1.2));
    let selected = (this == attention.selected).then(|| ring(7.0, Ink::Selected, 3.0));
    let hovered = (this == attention.hovered).then(|| ring(6.0, Ink::Selected, 1.5));
    focus.into_iter().chain(selected.or(hovered))
}

/// A line without gaps.
fn stroke(path: Path, ink: Ink, width: f32, alpha: f32) -> Drawn {
    Drawn::Stroke { path, ink, width, dash: &[], alpha }
}

/// The lines of some words, one below the other.
fn text(
    scene: &Scene,
    lettering: &Lettering,
    selected: Option<Target>,
) -> impl Iterator<Item = Drawn> {
    let bounds = lettering.bounds;
    let (ink, ground) = match lettering.target {
        Target::Node(node) if selected.is_none_or(|target| target.holds_node(scene, node)) => {
            (Ink::Text, Ground::Halo)
        }
        Target::Node(_) => (Ink::Quiet, Ground::Halo),
        Target::Edge(_) => (Ink::Quiet, Ground::Plate(bounds.width(), bounds.height() - 2.0)),
    };
    let first = Point::new(bounds.center().x, bounds.top + label::HEIGHT / 2.0);
    let places =
        std::iter::successors(Some(first), |at| Some(*at + Point::new(0.0, label::HEIGHT)));
    let line =
        move |(text, at): (&String, Point)| Drawn::Text { text: text.clone(), at, ink, ground };
    lettering.lines.iter().zip(places).map(line)
}

#[cfg(test)]
mod tests {
    use super::super::camera::{Camera, Viewport};
    use super::super::sample::scene;
    use super::*;

    fn drawn(attention: Attention) -> Vec<Drawn> {
        let scene = scene();
        let places = [(0.0, 0.0), (-100.0, 0.0), (100.0, 0.0), (0.0, 100.0), (100.0, 90.0)];
        let places = places.map(|(x, y)| Point::new(x, y));
        let canvas = Viewport { width: 400.0, height: 400.0 };
        let geometry = Geometry::new(&scene, &places, Camera::default(), canvas);
        frame(&scene, &geometry, &[], attention)
    }

    fn faded(drawn: &[Drawn]) -> usize {
        let is_faded = |drawn: &&Drawn| match drawn {
            Drawn::Stroke { alpha, .. } | Drawn::Fill { alpha, .. } => *alpha == FADED,
            Drawn::Text { .. } => false,
        };
        drawn.iter().filter(is_faded).count()
    }

    /// Nothing is faded until something is selected; then what it does not hold is.
    #[test]
    fn the_selection_stands_out() {
        assert_eq!(faded(&drawn(Attention::default())), 0);
        let selected = Attention { selected: Some(Target::Node(4)), hovered: None };
        // Four lines of three parts each, and the three discs that the group is not joined to.
        assert_eq!(faded(&drawn(selected)), 4 * 3 + 3 * 2);
    }

    /// Only the selected thing is marked as such.
    #[test]
    fn the_selected_thing_is_marked() {
        let marks = |attention| {
            let drawn = drawn(attention);
            let marked = |d: &&Drawn| matches!(d, Drawn::Stroke { ink: Ink::Selected, .. });
            drawn.iter().filter(marked).count()
        };
        assert_eq!(marks(Attention::default()), 0);
        for target in [Target::Node(1), Target::Edge(1)] {
            assert_eq!(marks(Attention { selected: Some(target), hovered: None }), 1);
            assert_eq!(marks(Attention { selected: None, hovered: Some(target) }), 1);
        }
    }
}
