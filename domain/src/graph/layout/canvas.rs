//! What a layout is drawn on.

use super::{Bounds, Footprint, Point};
use crate::graph::GraphError;

/// The share of the canvas that footprints may fill; with more there is no way to keep them apart
/// and the picture in shape.
const FULLEST: f32 = 0.5;

/// The drawing area at zoom 1, in pixels. Layouts use its shape and prefer to stay within it; a
/// graph that needs more room gets it, and the camera zooms out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Canvas {
    /// The width; positive.
    pub width: f32,
    /// The height; positive.
    pub height: f32,
    /// The least space between two footprints.
    pub gap: f32,
}

impl Canvas {
    /// Width over height.
    pub fn aspect(&self) -> f32 {
        self.width / self.height
    }

    /// The room a node takes when at `position`, with its share of the gap.
    pub fn room(&self, footprint: &Footprint, position: Point) -> Bounds {
        footprint.bounds(position).grown(self.gap / 2.0)
    }

    /// The canvas of the same shape, not smaller than this one, on which all `footprints` have
    /// room.
    pub fn with_room_for(self, footprints: &[Footprint]) -> Self {
        let area = |room: Bounds| room.width() * room.height();
        let rooms = footprints.iter().map(|footprint| self.room(footprint, Point::ORIGIN));
        let needed: f32 = rooms.map(area).sum();
        let factor = (needed / (FULLEST * self.width * self.height)).sqrt().max(1.0);
        Self { width: self.width * factor, height: self.height * factor, gap: self.gap }
    }

    /// Refuses sizes that no layout could use.
    pub(super) fn check(&self) -> Result<(), GraphError> {
        let usable = self.width > 0.0 && self.height > 0.0 && self.gap >= 0.0;
        let finite = self.width.is_finite() && self.height.is_finite() && self.gap.is_finite();
        if usable && finite { Ok(()) } else { Err(GraphError::UnusableSetting) }
    }
}

impl Default for Canvas {
    fn default() -> Self {
        Self { width: 1440.0, height: 900.0, gap: 6.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(nodes: usize, expected: (f32, f32)) {
        let canvas = Canvas { width: 200.0, height: 100.0, gap: 2.0 };
        // With the gap, each takes a square of 10 by 10.
        let footprint = Footprint { radius: 4.0, ..Footprint::default() };
        let grown = canvas.with_room_for(&vec![footprint; nodes]);
        assert_eq!((grown.width, grown.height), expected);
    }

    #[test]
    fn the_canvas_grows_in_shape_when_more_than_half_of_it_would_be_covered() {
        check(0, (200.0, 100.0));
        check(100, (200.0, 100.0));
        check(400, (400.0, 200.0));
    }
}
