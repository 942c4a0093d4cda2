//! Where the parties of a flow stand, and how lines go between them. Pure, the same for the same
//! flow.

use super::{Line, Party};
use domain::graph::layout::layered::{LayeredSettings, Rows};
use domain::graph::{Edge, GraphBuilder};
use std::collections::HashMap;

/// The width and height of a party's box.
pub const BOX: (f32, f32) = (210.0, 32.0);
/// The distance from one column to the next, and from one box to the one below it.
const STEP: (f32, f32) = (290.0, 46.0);
/// The room around everything.
const MARGIN: f32 = 12.0;

/// The upper left corner of each party's box.
#[derive(Clone, Debug)]
pub struct Plan {
    corners: HashMap<String, (f32, f32)>,
    size: (f32, f32),
}

impl Plan {
    /// Puts everybody to the right of those whom a line comes from.
    pub fn new(parties: &[Party], lines: &[Line]) -> Self {
        let mut number = HashMap::new();
        for (place, party) in (0u32..).zip(parties) {
            number.entry(party.id.as_str()).or_insert(place);
        }
        let mut builder = GraphBuilder::new(u32::try_from(parties.len()).unwrap_or(0));
        for line in lines {
            let ends = number.get(line.from.as_str()).zip(number.get(line.to.as_str()));
            if let Some((from, to)) = ends {
                // Both are numbers of parties, so that the edge is never refused.
                builder.add(Edge { from: *from, to: *to, kind: 0 }).ok();
            }
        }
        let settings = LayeredSettings { row_distance: STEP.0, node_distance: STEP.1 };
        let points = Rows::new(&builder.build()).positions(settings);
        // Rows lead down, columns to the right: the two directions change places.
        let top = points.iter().map(|point| point.x).fold(0.0, f32::min);
        let place = |x: f32, y: f32| (y + MARGIN, x - top + MARGIN);
        let corners: HashMap<_, _> = parties
            .iter()
            .zip(&points)
            .map(|(party, point)| (party.id.clone(), place(point.x, point.y)))
            .collect();
        let most = |of: fn(&(f32, f32)) -> f32| corners.values().map(of).fold(0.0, f32::max);
        let size = (most(|it| it.0) + BOX.0 + MARGIN, most(|it| it.1) + BOX.1 + MARGIN);
        Self { corners, size }
    }

    /// How large the picture is.
    pub fn size(&self) -> (f32, f32) {
        self.size
    }

    /// The upper left corner of a party's box.
    pub fn corner(&self, id: &str) -> Option<(f32, f32)> {
        self.corners.get(id).copied()
    }

    /// The way from one box to another as an SVG path, and its middle; none when either is not there.
    pub fn curve(&self, from: &str, to: &str) -> Option<(String, (f32, f32))> {
        let (start, end) = (self.corner(from)?, self.corner(to)?);
        let middle_of = |corner: (f32, f32)| corner.1 + BOX.1 / 2.0;
        let (x1, y1, x2, y2) = (start.0 + BOX.0, middle_of(start), end.0, middle_of(end));
        let bend = (x1 + x2) / 2.0;
        let path = format!("M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}");
        Some((path, (bend, (y1 + y2) / 2.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Standing;
    use super::*;

    fn party(id: &str) -> Party {
        Party { id: id.to_owned(), name: id.to_owned(), leaves: false }
    }

    fn line(from: &str, to: &str) -> Line {
        let (from, to) = (from.to_owned(), to.to_owned());
        Line { from, to, standing: Standing::Stays, weight: None, title: String::new() }
    }

    /// Whoever receives stands to the right; nobody leaves the picture, and no box covers another.
    #[test]
    fn receivers_stand_to_the_right() {
        let parties = ["a", "b", "c", "d"].map(party);
        let lines = [line("a", "b"), line("a", "c"), line("b", "d"), line("x", "a")];
        let plan = Plan::new(&parties, &lines);
        let at = |id: &str| plan.corner(id).unwrap();
        assert!(at("a").0 < at("b").0 && at("b").0 < at("d").0);
        assert_eq!(at("b").0, at("c").0);
        assert!((at("b").1 - at("c").1).abs() >= BOX.1);
        for party in &parties {
            let (x, y) = at(&party.id);
            assert!(
                x >= 0.0 && x + BOX.0 <= plan.size().0 && y >= 0.0 && y + BOX.1 <= plan.size().1
            );
        }
        assert!(plan.curve("a", "b").is_some() && plan.curve("x", "a").is_none());
    }

    /// Nobody to draw is a small empty picture.
    #[test]
    fn nobody_is_an_empty_picture() {
        assert_eq!(Plan::new(&[], &[]).size(), (BOX.0 + MARGIN, BOX.1 + MARGIN));
    }
}
