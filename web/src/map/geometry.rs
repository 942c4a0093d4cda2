//! Where every disc and every line is on the canvas, for drawing and for pointing alike.

use domain::graph::layout::{Bounds, Footprint, Point};

use super::camera::{Camera, Viewport};
use super::course::Course;
use super::scene::{Ends, Scene};

/// The space between a disc and the line that touches it.
const TOUCH: f32 = 3.0;
/// The space between parallel lines.
const LANE: f32 = 16.0;

/// A node on the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disc {
    /// Its middle.
    pub center: Point,
    /// Its radius.
    pub radius: f32,
}

impl Disc {
    /// The square around it, with what a shape reaches beyond its disc.
    pub fn bounds(self) -> Bounds {
        let footprint = Footprint { radius: self.radius * 1.2, ..Footprint::default() };
        footprint.disc(self.center)
    }
}

/// Everything that can be pointed at, in CSS pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geometry {
    /// The discs, in the order of the scene's nodes.
    pub discs: Vec<Disc>,
    /// The lines, in the order of the scene's edges, ending where their heads touch a disc.
    pub courses: Vec<Course>,
}

impl Geometry {
    /// Looks at a scene, whose nodes are at these places, through a camera.
    pub fn new(scene: &Scene, places: &[Point], camera: Camera, viewport: Viewport) -> Self {
        let scale = camera.zoom.clamp(0.7, 1.6);
        let disc = |(node, place): (&super::scene::Node, &Point)| Disc {
            center: camera.to_screen(*place, viewport),
            radius: radius(node.hop) * scale,
        };
        let discs: Vec<Disc> = scene.nodes().iter().zip(places).map(disc).collect();
        let courses = scene.ends().iter().filter_map(|ends| course(&discs, *ends)).collect();
        Self { discs, courses }
    }

    /// Where something is that an arrow key could start from: a disc's middle, or half way along a line.
    pub fn anchor_of_edge(&self, edge: usize) -> Option<Point> {
        self.courses.get(edge).map(|course| course.pose(course.length() / 2.0).at)
    }
}

/// The radius of a node so many hops from the focus, at zoom 1: the nearer, the larger.
pub fn radius(hop: u32) -> f32 {
    match hop {
        0 => 15.0,
        1 => 10.0,
        2 => 8.0,
        _ => 6.5,
    }
}

fn course(discs: &[Disc], ends: Ends) -> Option<Course> {
    let (source, target) = (discs.get(ends.source)?, discs.get(ends.target)?);
    // The lanes of a pair are counted from one side, so an edge that runs the other way swings left.
    let side = if ends.source <= ends.target { 1.0 } else { -1.0 };
    let (lane, lanes) = (f32::from(ends.lane.0), f32::from(ends.lane.1));
    let bulge = (lane - (lanes - 1.0) / 2.0) * LANE * side;
    let whole = Course::between(source.center, target.center, bulge);
    Some(whole.trimmed(source.radius + TOUCH, target.radius + TOUCH))
}

#[cfg(test)]
mod tests {
    use super::super::sample::scene;
    use super::*;

    const CANVAS: Viewport = Viewport { width: 400.0, height: 400.0 };

    fn looked_at() -> Geometry {
        let places = [(0.0, 0.0), (-100.0, 0.0), (100.0, 0.0), (0.0, 100.0), (100.0, 90.0)];
        let places = places.map(|(x, y)| Point::new(x, y));
        Geometry::new(&scene(), &places, Camera::default(), CANVAS)
    }

    /// Lines touch neither disc, and there is one for each edge.
    #[test]
    fn lines_end_outside_discs() {
        let (scene, geometry) = (scene(), looked_at());
        assert_eq!(geometry.courses.len(), scene.edges().len());
        for (ends, course) in scene.ends().iter().zip(&geometry.courses) {
            for node in [ends.source, ends.target] {
                let disc = geometry.discs[node];
                assert!(course.distance(disc.center) > disc.radius + 1.0);
            }
        }
    }

    /// Parallel lines run apart, and a single line runs straight.
    #[test]
    fn parallel_lines_fan_out() {
        let geometry = looked_at();
        let middle = |edge: usize| geometry.anchor_of_edge(edge).unwrap();
        assert!((middle(0) - middle(1)).length() > LANE - 2.0);
        assert_eq!(geometry.courses[2].points().len(), 2);
    }
}
