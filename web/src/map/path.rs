//! Shapes as data: what the canvas paints, the legend shows and the tests look at is one and the same.

use std::fmt::Write;

use domain::graph::layout::Point;

/// One step of a pen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Lifts the pen and sets it down here.
    Move(Point),
    /// Draws straight to here.
    Line(Point),
    /// Draws a whole circle, and leaves the pen lifted.
    Circle(Point, f32),
    /// Draws straight back to where the pen was set down.
    Close,
}

/// The steps of a pen, in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// The steps, in order.
    pub steps: Vec<Step>,
}

impl Path {
    /// The line through these points, left open.
    pub fn open(points: impl IntoIterator<Item = Point>) -> Self {
        let mut path = Self::default();
        path.add_open(points);
        path
    }

    /// The outline through these points, closed.
    pub fn closed(points: impl IntoIterator<Item = Point>) -> Self {
        let mut path = Self::open(points);
        path.steps.push(Step::Close);
        path
    }

    /// A circle.
    pub fn circle(center: Point, radius: f32) -> Self {
        Self { steps: vec![Step::Circle(center, radius)] }
    }

    /// Adds a line, so that many lines of one look are painted at once.
    pub fn add_open(&mut self, points: impl IntoIterator<Item = Point>) {
        for (place, point) in points.into_iter().enumerate() {
            self.steps.push(if place == 0 { Step::Move(point) } else { Step::Line(point) });
        }
    }

    /// Adds the steps of another path.
    pub fn add(&mut self, other: Self) {
        self.steps.extend(other.steps);
    }

    /// The same path as the `d` of an SVG path, for the legend.
    pub fn to_svg(&self) -> String {
        let mut text = String::new();
        for step in &self.steps {
            let written = match *step {
                Step::Move(to) => write!(text, "M{:.1} {:.1}", to.x, to.y),
                Step::Line(to) => write!(text, "L{:.1} {:.1}", to.x, to.y),
                Step::Circle(center, radius) => {
                    let (left, right, y) = (center.x - radius, center.x + radius, center.y);
                    let half = |to: f32| format!("A{radius:.1} {radius:.1} 0 1 1 {to:.1} {y:.1}");
                    write!(text, "M{left:.1} {y:.1}{}{}", half(right), half(left))
                }
                Step::Close => write!(text, "Z"),
            };
            debug_assert!(written.is_ok(), "writing to a string cannot fail");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path reads the same in SVG as its steps say.
    #[test]
    fn paths_are_written_as_svg() {
        let corners = [Point::new(0.0, 1.0), Point::new(2.5, 1.0)];
        assert_eq!(Path::closed(corners).to_svg(), "M0.0 1.0L2.5 1.0Z");
        let mut both = Path::open(corners);
        both.add(Path::circle(Point::new(5.0, 5.0), 2.0));
        let circle = "M3.0 5.0A2.0 2.0 0 1 1 7.0 5.0A2.0 2.0 0 1 1 3.0 5.0";
        assert_eq!(both.to_svg(), format!("M0.0 1.0L2.5 1.0{circle}"));
    }
}
