//! What keeps nodes apart: every node pushes every other.

use super::quadtree::Quadtree;
use super::sources::Sources;
use crate::graph::layout::Point;

/// Up to this many nodes the direct sum is as fast as the tree, and exact.
const DIRECT: usize = 200;

/// Sums repulsion directly for few nodes, by quadtree for many; keeps its memory between steps.
#[derive(Clone, Debug, Default)]
pub(super) struct Repulsion {
    all: Sources,
    tree: Quadtree,
}

impl Repulsion {
    /// Adds to each force the sum over all other nodes of their mass over the distance, straight
    /// away.
    pub(super) fn add(
        &mut self,
        positions: &[Point],
        masses: &[f32],
        opening_angle: f32,
        forces: &mut [Point],
    ) {
        if positions.len() <= DIRECT {
            self.add_direct(positions, masses, forces);
        } else {
            self.tree.rebuild(positions, masses);
            self.tree.add_push(opening_angle, forces);
        }
    }

    fn add_direct(&mut self, positions: &[Point], masses: &[f32], forces: &mut [Point]) {
        self.all.clear();
        for (&at, &mass) in positions.iter().zip(masses) {
            self.all.push(at, mass);
        }
        self.all.pad();
        for (&at, force) in positions.iter().zip(forces) {
            *force += self.all.push_at(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::layout::force::{ForceLayout, ForceSettings};
    use crate::graph::layout::radial::{RadialSettings, radial};
    use crate::graph::random::SplitMix64;
    use crate::graph::sample::partner_network;

    /// Bodies of unlike mass: half spread evenly, half in a few dense heaps, some in one place.
    fn bodies(count: usize, seed: u64) -> (Vec<Point>, Vec<f32>) {
        let mut random = SplitMix64::new(seed);
        let mut any = |size: f32| (random.unit() - 0.5) * size;
        let heaps: Vec<Point> = (0..6).map(|_| Point::new(any(1600.0), any(1000.0))).collect();
        let positions: Vec<Point> = (0..count)
            .map(|body| match body % 4 {
                0 | 1 => Point::new(any(2000.0), any(1200.0)),
                2 => heaps[body / 4 % 6] + Point::new(any(60.0), any(60.0)),
                _ => heaps[body / 4 % 6] + Point::new(any(20.0), any(300.0)),
            })
            .collect();
        let masses = (0..count).map(|body| 1.0 + 0.5 * (body % 17) as f32).collect();
        (positions, masses)
    }

    /// A network on its way to rest: hubs with dense rings of leaves, the shape that layouts meet.
    fn network(count: u32, seed: u64) -> (Vec<Point>, Vec<f32>) {
        let graph = partner_network(count, count, seed);
        let start = radial(&graph, 0, RadialSettings::default()).unwrap();
        let mut layout = ForceLayout::new(&graph, &start, &[0], ForceSettings::default()).unwrap();
        layout.step(25);
        (layout.positions, layout.masses)
    }

    /// The root mean square error of the tree, relative to the root mean square of the direct sum.
    fn tree_error((positions, masses): (Vec<Point>, Vec<f32>), opening_angle: f32) -> f32 {
        let mut direct = vec![Point::ORIGIN; positions.len()];
        Repulsion::default().add_direct(&positions, &masses, &mut direct);
        let mut approximate = vec![Point::ORIGIN; positions.len()];
        let mut tree = Quadtree::default();
        tree.rebuild(&positions, &masses);
        tree.add_push(opening_angle, &mut approximate);
        let square = |sum: f32, point: Point| sum + point.length_squared();
        let errors = direct.iter().zip(&approximate).map(|(one, other)| *one - *other);
        (errors.fold(0.0, square) / direct.iter().copied().fold(0.0, square)).sqrt()
    }

    #[test]
    fn the_tree_is_within_two_percent_of_the_direct_sum_at_the_shipped_angle() {
        let angle = ForceSettings::default().opening_angle;
        let cases =
            [bodies(201, 1), bodies(500, 2), bodies(2000, 3), network(300, 4), network(900, 5)];
        for case in cases {
            let (count, error) = (case.0.len(), tree_error(case, angle));
            assert!(error <= 0.02, "{count} bodies: {:.2} %", error * 100.0);
        }
    }

    #[test]
    fn an_angle_of_zero_opens_every_cell() {
        assert!(tree_error(bodies(700, 5), 0.0) < 1e-5);
    }

    #[test]
    fn many_bodies_in_one_place_do_not_push_each_other() {
        let positions = [Point::new(3.0, 3.0); 300];
        let mut forces = [Point::ORIGIN; 300];
        Repulsion::default().add(&positions, &[1.0; 300], 0.7, &mut forces);
        assert!(forces.iter().all(|force| *force == Point::ORIGIN), "{:?}", forces[0]);
    }
}
