//! Which words the picture shows, and where: none ever covers another, or a disc.

mod name;

pub use name::{Estimate, Lines, Measure, forms};

use domain::graph::layout::labels::{Label, Shown, choose};
use domain::graph::layout::{Bounds, Footprint, Point};
use domain::vocabulary::{Tongue, Word};

use super::appearance::mark;
use super::camera::Viewport;
use super::course::Course;
use super::geometry::{Disc, Geometry};
use super::scene::{Edge, Node, Scene};
use super::selection::Target;

/// The height of a line of words, in pixels.
pub const HEIGHT: f32 = 15.0;
/// The space left and right of a word on a line.
const PADDING: f32 = 3.0;
/// With more lines than this, only those of the selection have whole words.
const WORDY: usize = 40;
/// Names of at least this priority are shown in any crowd.
const MUST: u32 = 900_000;
/// How far along a line its words may stand, the best first.
const SHARES: [f32; 5] = [0.5, 0.38, 0.62, 0.27, 0.73];

/// What words are chosen for.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// How wide words are.
    pub measure: &'a dyn Measure,
    /// The language of words on lines.
    pub tongue: Tongue,
    /// What is looked at closely: its words come first.
    pub selected: Option<Target>,
    /// The canvas; words that would be cut off are not shown.
    pub viewport: Viewport,
    /// The most letters of a name.
    pub letters: usize,
}

/// Words on the canvas.
#[derive(Clone, Debug, PartialEq)]
pub struct Lettering {
    /// The words, line by line.
    pub lines: Lines,
    /// The box they fill.
    pub bounds: Bounds,
    /// What they are about.
    pub target: Target,
}

/// Words that would like to be shown, with the lines for each place.
struct Wish {
    priority: u32,
    target: Target,
    texts: Vec<Lines>,
    places: Vec<Bounds>,
}

/// Chooses the words to show, the most important first. The names of the focus and of the selection are
/// shown in any crowd, if need be over the discs of others.
pub fn letterings(scene: &Scene, geometry: &Geometry, request: Request<'_>) -> Vec<Lettering> {
    let nodes = scene.nodes().iter().zip(&geometry.discs).enumerate();
    let edges = scene.edges().iter().zip(&geometry.courses).enumerate();
    let mut wishes: Vec<Wish> = nodes
        .map(|(place, (node, disc))| wish_of_node(scene, place, node, *disc, request))
        .chain(
            edges.map(|(place, (edge, course))| wish_of_edge(scene, place, edge, course, request)),
        )
        .collect();
    let canvas = request.viewport.bounds();
    wishes.iter_mut().for_each(|wish| wish.keep_within(canvas));
    let (must, may): (Vec<Wish>, Vec<Wish>) =
        wishes.into_iter().partition(|wish| wish.priority >= MUST);
    let mut occupied: Vec<Bounds> = geometry.discs.iter().map(|disc| disc.bounds()).collect();
    let mut shown = chosen(&must, &occupied);
    let is_shown = |shown: &[Lettering], wish: &Wish| shown.iter().any(|l| l.target == wish.target);
    let squeezed: Vec<Wish> = must.into_iter().filter(|wish| !is_shown(&shown, wish)).collect();
    let taken: Vec<Bounds> = shown.iter().map(|lettering| lettering.bounds).collect();
    shown.extend(chosen(&squeezed, &taken));
    occupied.extend(shown.iter().map(|lettering| lettering.bounds));
    shown.extend(chosen(&may, &occupied));
    shown
}

fn chosen(wishes: &[Wish], occupied: &[Bounds]) -> Vec<Lettering> {
    let labels: Vec<Label<'_>> =
        wishes.iter().map(|wish| Label { priority: wish.priority, places: &wish.places }).collect();
    let lettering = |shown: Shown| {
        let wish = wishes.get(shown.label)?;
        Some(Lettering {
            lines: wish.texts.get(shown.place)?.clone(),
            bounds: *wish.places.get(shown.place)?,
            target: wish.target,
        })
    };
    choose(&labels, occupied).into_iter().filter_map(lettering).collect()
}

impl Wish {
    fn keep_within(&mut self, canvas: Bounds) {
        let inside = |place: &Bounds| {
            canvas.left <= place.left
                && canvas.top <= place.top
                && place.right <= canvas.right
                && place.bottom <= canvas.bottom
        };
        let wished = self.texts.drain(..).zip(self.places.drain(..));
        (self.texts, self.places) = wished.filter(|(_, place)| inside(place)).unzip();
    }
}

fn wish_of_node(
    scene: &Scene,
    place: usize,
    node: &Node,
    disc: Disc,
    request: Request<'_>,
) -> Wish {
    let held = request.selected.is_some_and(|target| target.holds_node(scene, place));
    let priority = match request.selected {
        Some(Target::Node(selected)) if selected == place => 1_000_000,
        Some(Target::Edge(_)) if held => 1_000_000,
        _ if place == 0 => MUST,
        _ if held => 500_000 + weight(node),
        _ => 10_000 + weight(node),
    };
    let mut wish =
        Wish { priority, target: Target::Node(place), texts: Vec::new(), places: Vec::new() };
    for lines in forms(node, scene.focus(), request.letters) {
        let (width, height) = size(&lines, request.measure);
        for at in around(disc, width + 2.0, height) {
            wish.texts.push(lines.clone());
            wish.places.push(at);
        }
    }
    wish
}

/// How much a name matters: one with many relationships as much as one that is nearer.
fn weight(node: &Node) -> u32 {
    node.degree.min(9_000) + 4 * (4 - node.hop.min(3))
}

/// The width and the height of lines.
pub fn size(lines: &Lines, measure: &dyn Measure) -> (f32, f32) {
    let widths = lines.iter().map(|line| measure.width(line));
    (widths.fold(0.0, f32::max), lines.iter().map(|_| HEIGHT).sum())
}

fn wish_of_edge(
    scene: &Scene,
    place: usize,
    edge: &Edge,
    course: &Course,
    request: Request<'_>,
) -> Wish {
    let held = request.selected.is_some_and(|target| target.holds_edge(scene, place));
    let mut wish = Wish {
        priority: if held { 400_000 } else { 1 },
        target: Target::Edge(place),
        texts: Vec::new(),
        places: Vec::new(),
    };
    if request.selected.is_some() && !held {
        return wish;
    }
    let word = edge.kind.label(request.tongue);
    let mark = mark(edge.kind, request.tongue);
    let texts = if held || scene.edges().len() <= WORDY { &[word, mark][..] } else { &[mark] };
    for text in texts {
        let width = request.measure.width(text) + 2.0 * PADDING;
        if course.length() < width * 1.5 {
            continue;
        }
        for share in SHARES {
            let at = course.pose(course.length() * share).at;
            wish.texts.push(vec![(*text).to_owned()]);
            wish.places.push(Bounds::around(at, width, HEIGHT));
        }
    }
    wish
}

/// The places of a name: below its disc, above it, to the right and to the left, and aslant.
fn around(disc: Disc, width: f32, height: f32) -> [Bounds; 8] {
    let reach = disc.radius * 1.2;
    let footprint = Footprint { radius: reach, label_width: width, label_height: height };
    let below = footprint.label(disc.center);
    let (aside, down) = (reach + 3.0 + width / 2.0, below.center().y - disc.center.y);
    let slant = Point::new(aside - 0.4 * reach, down - 0.4 * reach);
    let at = |x: f32, y: f32| Bounds::around(disc.center + Point::new(x, y), width, height);
    [
        below,
        at(0.0, -down),
        at(aside, 0.0),
        at(-aside, 0.0),
        at(slant.x, slant.y),
        at(-slant.x, slant.y),
        at(slant.x, -slant.y),
        at(-slant.x, -slant.y),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::camera::Camera;
    use super::super::run::{Form, Run};
    use super::super::sample::{edge, node, scene};
    use super::*;

    fn request(viewport: Viewport, selected: Option<Target>) -> Request<'static> {
        let letters = Form::of(viewport).letters();
        Request { measure: &Estimate, tongue: Tongue::En, selected, viewport, letters }
    }

    /// Lays a scene out and fits it into a canvas.
    fn shown(scene: &Scene, viewport: Viewport, selected: Option<Target>) -> Vec<Lettering> {
        let mut run = Run::new(scene, Form::of(viewport)).unwrap();
        run.settle().unwrap();
        let places = run.places();
        let extent = Bounds::enclosing(places.iter().map(|at| Bounds::around(*at, 0.0, 0.0)));
        let camera = Camera::fitting(extent.unwrap(), Point::new(40.0, 30.0), viewport);
        let geometry = Geometry::new(scene, &places, camera, viewport);
        let shown = letterings(scene, &geometry, request(viewport, selected));
        for (place, one) in shown.iter().enumerate() {
            assert!(shown[..place].iter().all(|other| !other.bounds.overlaps(&one.bounds)));
            let is_end = |edge: Target| match one.target {
                Target::Node(node) => edge.holds_node(scene, node),
                Target::Edge(_) => false,
            };
            let is_must = one.target == Target::Node(0)
                || Some(one.target) == selected
                || selected.filter(|s| matches!(s, Target::Edge(_))).is_some_and(is_end);
            let covers = geometry.discs.iter().any(|disc| disc.bounds().overlaps(&one.bounds));
            assert!(is_must || !covers, "{one:?} covers a disc");
            assert_eq!(one.bounds.union(viewport.bounds()), viewport.bounds());
        }
        shown
    }

    fn crowd() -> Scene {
        let mut nodes = vec![node("good_a", 0)];
        let mut edges = Vec::new();
        for number in 0..120 {
            let id = format!("org_{number:03}");
            let near =
                if number < 30 { "good_a".to_owned() } else { format!("org_{:03}", number % 30) };
            edges.push(edge(&format!("rel_{number:03}"), &id, &near));
            nodes.push(node(&id, if number < 30 { 1 } else { 2 }));
        }
        Scene::new(nodes, edges).unwrap()
    }

    const DESKTOP: Viewport = Viewport { width: 1060.0, height: 640.0 };
    const PHONE: Viewport = Viewport { width: 336.0, height: 420.0 };

    /// In a crowd, on a desktop and on a phone, no words overlap anything, and the focus has its name.
    #[test]
    fn words_never_overlap() {
        let scene = crowd();
        for viewport in [DESKTOP, PHONE] {
            for selected in [None, Some(Target::Node(40)), Some(Target::Edge(3))] {
                let shown = shown(&scene, viewport, selected);
                assert!(shown.iter().any(|lettering| lettering.target == Target::Node(0)));
            }
        }
    }

    /// One with many relationships is named before those at the rim that hang on it.
    #[test]
    fn hubs_have_their_names() {
        let mut nodes = vec![node("good_a", 0), Node { degree: 9, ..node("org_hub", 2) }];
        nodes.extend((0..8).map(|leaf| node(&format!("org_{leaf}"), 1)));
        let weights: Vec<u32> = nodes.iter().map(weight).collect();
        assert!(weights[2..].iter().all(|leaf| *leaf < weights[1]), "{weights:?}");
        let near = Node { degree: 9, ..node("org_near", 1) };
        assert!(weight(&near) > weights[1], "the nearer of two hubs comes first");
    }

    /// A small picture shows every name and the words of every relationship.
    #[test]
    fn small_pictures_say_everything() {
        let scene = scene();
        let shown = shown(&scene, DESKTOP, None);
        let nodes = shown.iter().filter(|l| matches!(l.target, Target::Node(_))).count();
        assert_eq!(nodes, scene.nodes().len());
        assert!(shown.iter().any(|l| l.lines == ["funds"]), "{shown:?}");
    }

    /// The words of the selection come first, and other relationships then have none.
    #[test]
    fn the_selection_comes_first() {
        let scene = crowd();
        let shown = shown(&scene, PHONE, Some(Target::Node(100)));
        assert!(shown[..2].iter().any(|lettering| lettering.target == Target::Node(100)));
        let held = |place: usize| Target::Node(100).holds_edge(&scene, place);
        let is_held = |l: &Lettering| !matches!(l.target, Target::Edge(place) if !held(place));
        assert!(shown.iter().all(is_held));
    }
}
