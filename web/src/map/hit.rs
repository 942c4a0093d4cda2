//! What is under the pointer.

use domain::graph::layout::Point;

use super::geometry::Geometry;
use super::selection::Target;

/// How far off a pointer may be and still mean it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Beyond the rim of a disc.
    pub disc: f32,
    /// Beside a line.
    pub line: f32,
}

impl Reach {
    /// A mouse or a pen.
    pub const FINE: Self = Self { disc: 3.0, line: 6.0 };
    /// A finger.
    pub const COARSE: Self = Self { disc: 12.0, line: 14.0 };
}

/// The nearest disc within reach, or else the nearest line: discs lie on top.
pub fn hit(geometry: &Geometry, point: Point, reach: Reach) -> Option<Target> {
    let discs = geometry.discs.iter().map(|disc| (disc.center - point).length() - disc.radius);
    let lines = geometry.courses.iter().map(|course| course.distance(point));
    nearest(discs, reach.disc)
        .map(Target::Node)
        .or_else(|| nearest(lines, reach.line).map(Target::Edge))
}

fn nearest(distances: impl Iterator<Item = f32>, reach: f32) -> Option<usize> {
    let near = distances.enumerate().filter(|(_, distance)| *distance <= reach);
    near.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::super::camera::{Camera, Viewport};
    use super::super::sample::scene;
    use super::*;

    fn check(x: f32, y: f32, reach: Reach, expected: Option<Target>) {
        let places = [(0.0, 0.0), (-100.0, 0.0), (100.0, 0.0), (0.0, 100.0), (100.0, 90.0)];
        let places = places.map(|(x, y)| Point::new(x, y));
        let canvas = Viewport { width: 400.0, height: 400.0 };
        let geometry = Geometry::new(&scene(), &places, Camera::default(), canvas);
        let point = Point::new(x + 200.0, y + 200.0);
        assert_eq!(hit(&geometry, point, reach), expected, "{x} {y}");
    }

    /// The disc wins over the line that ends at it; away from both there is nothing.
    #[test]
    fn discs_lie_on_top() {
        check(0.0, 0.0, Reach::FINE, Some(Target::Node(0)));
        check(17.0, 0.0, Reach::FINE, Some(Target::Node(0)));
        check(50.0, 4.0, Reach::FINE, Some(Target::Edge(2)));
        check(50.0, 9.0, Reach::FINE, None);
    }

    /// A finger may be further off than a mouse.
    #[test]
    fn fingers_reach_further() {
        check(50.0, 13.0, Reach::COARSE, Some(Target::Edge(2)));
        check(100.0, 111.0, Reach::COARSE, None);
        check(100.0, 108.0, Reach::COARSE, Some(Target::Node(4)));
        check(100.0, 108.0, Reach::FINE, None);
    }

    /// Of two parallel lines the nearer one is meant.
    #[test]
    fn the_nearer_line_is_meant() {
        check(-50.0, 8.0, Reach::COARSE, Some(Target::Edge(0)));
        check(-50.0, -8.0, Reach::COARSE, Some(Target::Edge(1)));
    }
}
