//! How much room a node takes.

use super::{Bounds, Point};

/// The space between a disc and the label below it.
const LABEL_GAP: f32 = 2.0;

/// A node's disc, and the label box centred below it. Zero width and height mean no label.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Footprint {
    /// The radius of the disc.
    pub radius: f32,
    /// The width of the label as it will be drawn.
    pub label_width: f32,
    /// The height of the label as it will be drawn.
    pub label_height: f32,
}

impl Footprint {
    /// The square around the disc of a node at `position`.
    pub fn disc(&self, position: Point) -> Bounds {
        Bounds::around(position, self.radius * 2.0, self.radius * 2.0)
    }

    /// The label box of a node at `position`.
    pub fn label(&self, position: Point) -> Bounds {
        let below = self.radius + LABEL_GAP + self.label_height / 2.0;
        let center = position + Point::new(0.0, below);
        Bounds::around(center, self.label_width, self.label_height)
    }

    /// The rectangle that nothing else should enter: disc and label together.
    pub fn bounds(&self, position: Point) -> Bounds {
        if self.label_height > 0.0 && self.label_width > 0.0 {
            self.disc(position).union(self.label(position))
        } else {
            self.disc(position)
        }
    }

    /// The same node drawn without its label.
    pub fn without_label(&self) -> Self {
        Self { radius: self.radius, label_width: 0.0, label_height: 0.0 }
    }

    /// All sizes, for checking them.
    pub(super) fn lengths(&self) -> [f32; 3] {
        [self.radius, self.label_width, self.label_height]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_stands_centred_below_the_disc_and_both_are_within_the_bounds() {
        let footprint = Footprint { radius: 10.0, label_width: 60.0, label_height: 14.0 };
        let at = Point::new(100.0, 50.0);
        let label = footprint.label(at);
        assert_eq!((label.left, label.top, label.right, label.bottom), (70.0, 62.0, 130.0, 76.0));
        assert!(!label.overlaps(&footprint.disc(at)));
        let bounds = footprint.bounds(at);
        assert_eq!((bounds.top, bounds.bottom, bounds.width()), (40.0, 76.0, 60.0));
        assert_eq!(footprint.without_label().bounds(at), footprint.disc(at));
    }
}
