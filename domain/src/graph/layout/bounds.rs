//! Axis-parallel rectangles: label boxes, extents, canvases.

use super::Point;

/// A rectangle; `left <= right` and `top <= bottom`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The smallest x.
    pub left: f32,
    /// The smallest y.
    pub top: f32,
    /// The largest x.
    pub right: f32,
    /// The largest y.
    pub bottom: f32,
}

impl Bounds {
    /// The rectangle of this size around `center`.
    pub fn around(center: Point, width: f32, height: f32) -> Self {
        Self {
            left: center.x - width / 2.0,
            top: center.y - height / 2.0,
            right: center.x + width / 2.0,
            bottom: center.y + height / 2.0,
        }
    }

    /// The smallest rectangle that holds all of `rectangles`; none for none.
    pub fn enclosing(rectangles: impl IntoIterator<Item = Self>) -> Option<Self> {
        rectangles.into_iter().reduce(Self::union)
    }

    /// The smallest rectangle that holds both.
    pub fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The same rectangle with `margin` more on each side.
    pub fn grown(self, margin: f32) -> Self {
        Self {
            left: self.left - margin,
            top: self.top - margin,
            right: self.right + margin,
            bottom: self.bottom + margin,
        }
    }

    /// The same rectangle displaced.
    pub fn moved(self, by: Point) -> Self {
        Self {
            left: self.left + by.x,
            top: self.top + by.y,
            right: self.right + by.x,
            bottom: self.bottom + by.y,
        }
    }

    /// The extent in x.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// The extent in y.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// The middle of the rectangle.
    pub fn center(&self) -> Point {
        Point::new((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(x: f32, y: f32, expected: bool) {
        let one = Bounds::around(Point::ORIGIN, 4.0, 2.0);
        let other = Bounds::around(Point::new(x, y), 4.0, 2.0);
        assert_eq!((one.overlaps(&other), other.overlaps(&one)), (expected, expected));
    }

    #[test]
    fn rectangles_that_only_touch_do_not_overlap() {
        check(3.9, 1.9, true);
        check(4.0, 0.0, false);
        check(0.0, -2.0, false);
        check(0.0, 0.0, true);
    }

    #[test]
    fn an_enclosing_rectangle_holds_exactly_its_parts() {
        let parts = [Point::new(0.0, 0.0), Point::new(10.0, -5.0)];
        let whole = Bounds::enclosing(parts.map(|part| Bounds::around(part, 2.0, 2.0))).unwrap();
        assert_eq!((whole.left, whole.top, whole.right, whole.bottom), (-1.0, -6.0, 11.0, 1.0));
        assert_eq!((whole.width(), whole.height()), (12.0, 7.0));
        assert_eq!(whole.center(), Point::new(5.0, -2.5));
        assert_eq!(Bounds::enclosing([]), None);
    }
}
