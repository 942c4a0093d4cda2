//! Point masses in flat arrays, so that summing their push is a loop the compiler can vectorise.

use crate::graph::layout::Point;

/// Sums run in this many lanes; the fixed number keeps the order of additions the same everywhere.
const LANES: usize = 8;
/// Added to squared distances, so that nodes in one place do not divide by zero.
const SOFTENING: f32 = 1.0;

/// Things that push: bodies, or far groups of bodies standing in for them.
#[derive(Clone, Debug, Default)]
pub(super) struct Sources {
    x: Vec<f32>,
    y: Vec<f32>,
    mass: Vec<f32>,
}

impl Sources {
    pub(super) fn clear(&mut self) {
        self.x.clear();
        self.y.clear();
        self.mass.clear();
    }

    pub(super) fn len(&self) -> usize {
        self.mass.len()
    }

    pub(super) fn push(&mut self, at: Point, mass: f32) {
        self.x.push(at.x);
        self.y.push(at.y);
        self.mass.push(mass);
    }

    pub(super) fn position(&self, place: usize) -> Point {
        Point::new(self.x[place], self.y[place])
    }

    pub(super) fn mass(&self, place: usize) -> f32 {
        self.mass[place]
    }

    pub(super) fn extend_from(&mut self, other: &Self, range: std::ops::Range<usize>) {
        self.x.extend_from_slice(&other.x[range.clone()]);
        self.y.extend_from_slice(&other.y[range.clone()]);
        self.mass.extend_from_slice(&other.mass[range]);
    }

    /// Fills the last group of lanes with sources that push nothing; needed once before
    /// [`Self::push_at`].
    pub(super) fn pad(&mut self) {
        while !self.len().is_multiple_of(LANES) {
            self.push(Point::ORIGIN, 0.0);
        }
    }

    /// The sum of all pushes on a body at `at`: from each source straight away, mass over distance.
    /// A source in that very place pushes nothing, so a body may be among its own sources.
    pub(super) fn push_at(&self, at: Point) -> Point {
        let (mut sum_x, mut sum_y) = ([0.0_f32; LANES], [0.0_f32; LANES]);
        let (xs, _) = self.x.as_chunks::<LANES>();
        let (ys, _) = self.y.as_chunks::<LANES>();
        let (masses, _) = self.mass.as_chunks::<LANES>();
        for ((xs, ys), masses) in xs.iter().zip(ys).zip(masses) {
            for lane in 0..LANES {
                let x = at.x - xs[lane];
                let y = at.y - ys[lane];
                let push = masses[lane] / (x * x + y * y + SOFTENING);
                sum_x[lane] += x * push;
                sum_y[lane] += y * push;
            }
        }
        Point::new(sum_x.iter().sum(), sum_y.iter().sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_pushes_away_by_its_mass_over_the_distance() {
        let mut sources = Sources::default();
        sources.push(Point::ORIGIN, 6.0);
        sources.push(Point::new(200.0, 0.0), 6.0);
        sources.pad();
        let push = sources.push_at(Point::new(0.0, 60.0));
        let expected_y = 6.0 / 60.0 + 6.0 * 60.0 / (200.0 * 200.0 + 60.0 * 60.0);
        let expected_x = -6.0 * 200.0 / (200.0 * 200.0 + 60.0 * 60.0);
        assert!((push - Point::new(expected_x, expected_y)).length() < 1e-4, "{push:?}");
    }

    #[test]
    fn a_source_in_the_same_place_pushes_nothing() {
        let mut sources = Sources::default();
        sources.push(Point::new(5.0, 5.0), 3.0);
        sources.pad();
        assert_eq!(sources.push_at(Point::new(5.0, 5.0)), Point::ORIGIN);
    }
}
