//! A quadtree over bodies in Morton order: groups of far bodies act as one (Barnes and Hut, 1986).

use super::sources::Sources;
use crate::graph::layout::{Bounds, Point};

/// A cell with at most this many bodies is not split; they share one list of sources.
const LEAF: usize = 8;
/// Cells along each axis: positions are told apart to 1/65536 of the extent.
const GRID: f32 = 65_535.0;
/// The depth of the tree, two bits of the Morton key to a level.
const LEVELS: u32 = 16;

/// Bodies sorted so that neighbours in the plane are neighbours in memory, and the cells over them
/// in depth-first order. Kept between steps to reuse its memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Quadtree {
    keys: Vec<(u32, u32)>,
    bodies: Sources,
    cells: Vec<Cell>,
}

/// A square of the plane with something in it.
#[derive(Clone, Copy, Debug)]
struct Cell {
    center_of_mass: Point,
    mass: f32,
    bounds: Bounds,
    /// Its bodies are `first..last` of the sorted ones.
    first: usize,
    last: usize,
    /// The next cell in depth-first order that is not inside this one.
    next: usize,
}

impl Cell {
    fn is_leaf(&self, place: usize) -> bool {
        self.next == place + 1
    }
}

impl Quadtree {
    /// Sorts bodies and builds the cells over them.
    pub(super) fn rebuild(&mut self, positions: &[Point], masses: &[f32]) {
        self.keys.clear();
        let points = positions.iter().map(|&at| Bounds::around(at, 0.0, 0.0));
        let Some(extent) = Bounds::enclosing(points) else {
            return;
        };
        let scale = GRID / extent.width().max(extent.height()).max(f32::MIN_POSITIVE);
        let corner = Point::new(extent.left, extent.top);
        self.keys.extend((0..).zip(positions).map(|(body, &at)| {
            let at = (at - corner) * scale;
            (spread(at.x) | (spread(at.y) << 1), body)
        }));
        self.keys.sort_unstable();
        self.bodies.clear();
        for &(_, body) in &self.keys {
            self.bodies.push(positions[body as usize], masses[body as usize]);
        }
        self.cells.clear();
        self.grow(0, self.keys.len());
    }

    /// Adds the push of all bodies on each to `forces`. A cell acts as one body on a leaf when its
    /// size is less than `opening_angle` times its distance from the nearest point of that leaf.
    pub(super) fn add_push(&self, opening_angle: f32, forces: &mut [Point]) {
        let mut sources = Sources::default();
        for (place, leaf) in self.cells.iter().enumerate() {
            if !leaf.is_leaf(place) {
                continue;
            }
            self.gather(leaf, opening_angle, &mut sources);
            for body in leaf.first..leaf.last {
                let (_, number) = self.keys[body];
                forces[number as usize] += sources.push_at(self.bodies.position(body));
            }
        }
    }

    /// Lists what pushes the bodies of `leaf`: near bodies themselves, far cells as one each.
    fn gather(&self, leaf: &Cell, opening_angle: f32, sources: &mut Sources) {
        sources.clear();
        let center = leaf.bounds.center();
        let radius = Point::new(leaf.bounds.width(), leaf.bounds.height()).length() / 2.0;
        let mut place = 0;
        while let Some(cell) = self.cells.get(place) {
            let distance = (cell.center_of_mass - center).length() - radius;
            let size = cell.bounds.width().max(cell.bounds.height());
            if size < opening_angle * distance {
                sources.push(cell.center_of_mass, cell.mass);
                place = cell.next;
            } else if cell.is_leaf(place) {
                sources.extend_from(&self.bodies, cell.first..cell.last);
                place = cell.next;
            } else {
                place += 1;
            }
        }
        sources.pad();
    }

    /// Appends the cell of sorted bodies `first..last` and the cells within it.
    fn grow(&mut self, first: usize, last: usize) {
        let place = self.cells.len();
        self.cells.push(self.summary(first, last));
        let (low, high) = (self.keys[first].0, self.keys[last - 1].0);
        if last - first > LEAF && low != high {
            // The first level at which these bodies fall into different quarters.
            let shift = (low ^ high).ilog2() / 2 * 2;
            let mut start = first;
            for quarter in 0..4 {
                let keys = &self.keys[start..last];
                let end = start + keys.partition_point(|(key, _)| (key >> shift) & 3 <= quarter);
                if start < end {
                    self.grow(start, end);
                }
                start = end;
            }
        }
        self.cells[place].next = self.cells.len();
    }

    fn summary(&self, first: usize, last: usize) -> Cell {
        let (mut mass, mut moment) = (0.0, Point::ORIGIN);
        let mut bounds = Bounds::around(self.bodies.position(first), 0.0, 0.0);
        for body in first..last {
            let at = self.bodies.position(body);
            mass += self.bodies.mass(body);
            moment += at * self.bodies.mass(body);
            bounds = bounds.union(Bounds::around(at, 0.0, 0.0));
        }
        let center_of_mass = moment * (1.0 / mass);
        Cell { center_of_mass, mass, bounds, first, last, next: 0 }
    }
}

/// The grid coordinate of `offset` with a zero bit between every two bits.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an offset within the extent, scaled to 0..=GRID"
)]
fn spread(offset: f32) -> u32 {
    let bits = (offset as u32).min((1 << LEVELS) - 1);
    let bits = (bits | (bits << 8)) & 0x00FF_00FF;
    let bits = (bits | (bits << 4)) & 0x0F0F_0F0F;
    let bits = (bits | (bits << 2)) & 0x3333_3333;
    (bits | (bits << 1)) & 0x5555_5555
}
