//! Forces that settle: every node pushes every other, edges pull like springs, and all drift
//! inwards.

mod quadtree;
mod repulsion;
mod settings;
mod sources;

pub use settings::ForceSettings;

use super::{Point, check_length, check_node, check_within};
use crate::graph::random::SplitMix64;
use crate::graph::{Direction, Edge, Graph, GraphError};
use repulsion::Repulsion;

/// The share of its velocity that a node keeps from one step to the next.
const MOMENTUM: f32 = 0.6;
/// The share of its error that a spring corrects in one step.
const STIFFNESS: f32 = 0.4;
/// How far a start may be nudged, in link distances, so that no two nodes stay in one place.
const NUDGE: f32 = 0.02;
/// The furthest a node moves in one step, in link distances.
const LONGEST_MOVE: f32 = 0.5;

/// A layout in motion. Steps can be taken one by one to be watched or all at once: what comes out
/// depends only on how many were taken.
#[derive(Clone, Debug)]
pub struct ForceLayout {
    settings: ForceSettings,
    positions: Vec<Point>,
    velocities: Vec<Point>,
    forces: Vec<Point>,
    masses: Vec<f32>,
    pinned: Vec<bool>,
    springs: Vec<Spring>,
    repulsion: Repulsion,
    taken: u32,
    energy: f32,
}

impl ForceLayout {
    /// Prepares the layout of `graph` from the given start. Pinned nodes push and pull but never
    /// move.
    pub fn new(
        graph: &Graph,
        start: &[Point],
        pinned: &[u32],
        settings: ForceSettings,
    ) -> Result<Self, GraphError> {
        check_length(graph, start)?;
        check_within(start.iter().map(|at| [at.x, at.y]))?;
        settings.check()?;
        let mut stays = vec![false; start.len()];
        for &node in pinned {
            check_node(graph, node)?;
            stays[node as usize] = true;
        }
        let degrees: Vec<f32> = (0..graph.node_count())
            .map(|node| graph.degree(node, Direction::Either) as f32)
            .collect();
        let mut layout = Self {
            settings,
            positions: start.to_vec(),
            velocities: vec![Point::ORIGIN; start.len()],
            forces: vec![Point::ORIGIN; start.len()],
            masses: degrees.iter().map(|degree| 1.0 + degree.sqrt()).collect(),
            pinned: stays,
            springs: springs(graph, &degrees),
            repulsion: Repulsion::default(),
            taken: 0,
            energy: f32::INFINITY,
        };
        layout.nudge();
        Ok(layout)
    }

    /// Takes up to `count` steps, fewer when calm, and answers the movement energy of the last one:
    /// the mean squared move of a node, in square pixels.
    pub fn step(&mut self, count: u32) -> f32 {
        for _ in 0..count {
            if self.is_calm() {
                break;
            }
            self.single_step();
        }
        self.energy
    }

    /// Whether further steps would change nothing that can be seen.
    pub fn is_calm(&self) -> bool {
        self.taken >= self.settings.steps || self.energy < self.settings.calm_energy
    }

    /// Where each node is now.
    pub fn positions(&self) -> &[Point] {
        &self.positions
    }

    fn single_step(&mut self) {
        self.forces.fill(Point::ORIGIN);
        let angle = self.settings.opening_angle;
        self.repulsion.add(&self.positions, &self.masses, angle, &mut self.forces);
        let strength =
            self.settings.repulsion * self.settings.link_distance * self.settings.link_distance;
        for force in &mut self.forces {
            *force = *force * strength;
        }
        self.pull_springs();
        self.drift_inwards();
        self.energy = self.move_nodes();
        self.taken += 1;
    }

    fn pull_springs(&mut self) {
        for spring in &self.springs {
            let (from, to) = (spring.from as usize, spring.to as usize);
            let apart = self.positions[to] - self.positions[from];
            let length = apart.length().max(1.0);
            let pull = apart * ((length - self.settings.link_distance) / length * spring.stiffness);
            self.forces[from] += pull * spring.share;
            self.forces[to] -= pull * (1.0 - spring.share);
        }
    }

    /// Pulls harder on the shorter axis of the picture, which makes the drawing as wide as that.
    fn drift_inwards(&mut self) {
        let stretch = self.settings.aspect.sqrt();
        let (x, y) = (self.settings.gravity / stretch, self.settings.gravity * stretch);
        for (force, position) in self.forces.iter_mut().zip(&self.positions) {
            *force -= Point::new(position.x * x, position.y * y);
        }
    }

    /// Moves what is not pinned, less with every step taken, and answers the mean squared move.
    fn move_nodes(&mut self) -> f32 {
        let left = 1.0 - self.taken as f32 / self.settings.steps.max(1) as f32;
        let (cooling, longest) = (left * left, LONGEST_MOVE * self.settings.link_distance);
        let (mut energy, mut moved) = (0.0, 0_u32);
        for (node, position) in self.positions.iter_mut().enumerate() {
            if self.pinned[node] {
                continue;
            }
            let velocity = (self.velocities[node] + self.forces[node] * cooling) * MOMENTUM;
            let velocity = velocity * (longest / velocity.length().max(longest));
            self.velocities[node] = velocity;
            *position += velocity;
            energy += velocity.length_squared();
            moved += 1;
        }
        energy / moved.max(1) as f32
    }

    fn nudge(&mut self) {
        let mut random = SplitMix64::new(self.settings.seed);
        let size = NUDGE * self.settings.link_distance;
        for (position, &pinned) in self.positions.iter_mut().zip(&self.pinned) {
            let by = Point::new(random.unit() - 0.5, random.unit() - 0.5) * size;
            *position += if pinned { Point::ORIGIN } else { by };
        }
    }
}

/// A pair of joined nodes, however many edges join them.
#[derive(Clone, Copy, Debug)]
struct Spring {
    from: u32,
    to: u32,
    /// Weaker between nodes with many edges, which otherwise would swing.
    stiffness: f32,
    /// The part of the move that `from` makes: the node with fewer edges moves more.
    share: f32,
}

fn springs(graph: &Graph, degrees: &[f32]) -> Vec<Spring> {
    let ends = |(_, edge): (u32, Edge)| (edge.from.min(edge.to), edge.from.max(edge.to));
    let mut pairs: Vec<(u32, u32)> =
        graph.edges().map(ends).filter(|(from, to)| from != to).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let spring = |(from, to): (u32, u32)| {
        let (near, far) = (degrees[from as usize], degrees[to as usize]);
        Spring { from, to, stiffness: STIFFNESS / near.min(far), share: far / (near + far) }
    };
    pairs.into_iter().map(spring).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::layout::radial::{RadialSettings, radial};
    use crate::graph::sample::{any_edges, graph_of, partner_network};

    fn settled(graph: &Graph, batch: u32) -> Vec<Point> {
        let start = radial(graph, 0, RadialSettings::default()).unwrap();
        let settings = ForceSettings { steps: 60, ..ForceSettings::default() };
        let mut layout = ForceLayout::new(graph, &start, &[0], settings).unwrap();
        while !layout.is_calm() {
            layout.step(batch);
        }
        layout.positions().to_vec()
    }

    #[test]
    fn an_edge_settles_near_the_link_distance_and_its_energy_fades() {
        let settings = ForceSettings { gravity: 0.0, repulsion: 0.0, ..ForceSettings::default() };
        let start = [Point::ORIGIN, Point::new(300.0, 0.0)];
        let mut layout =
            ForceLayout::new(&graph_of(2, &[(0, 1), (1, 0)]), &start, &[], settings).unwrap();
        let first = layout.step(1);
        let last = layout.step(u32::MAX);
        let length = (layout.positions()[1] - layout.positions()[0]).length();
        assert!((length - settings.link_distance).abs() < 1.0, "{length}");
        assert!(layout.is_calm() && last < first && last < settings.calm_energy);
    }

    #[test]
    fn the_picture_does_not_depend_on_how_the_steps_are_taken() {
        for node_count in [40, 260] {
            let graph = partner_network(node_count, node_count, 9);
            let at_once = settled(&graph, u32::MAX);
            assert_eq!(at_once, settled(&graph, u32::MAX));
            assert_eq!(at_once, settled(&graph, 7));
        }
    }

    #[test]
    fn the_picture_is_as_wide_as_its_aspect_says() {
        let graph = partner_network(60, 20, 3);
        let start = radial(&graph, 0, RadialSettings::default()).unwrap();
        let shape = |aspect| {
            let settings = ForceSettings { aspect, ..ForceSettings::default() };
            let mut layout = ForceLayout::new(&graph, &start, &[0], settings).unwrap();
            layout.step(u32::MAX);
            let spread = |axis: fn(&Point) -> f32| -> f32 {
                layout.positions().iter().map(|point| axis(point) * axis(point)).sum()
            };
            (spread(|point| point.x) / spread(|point| point.y)).sqrt()
        };
        assert!(shape(3.0) > 1.3 && shape(1.0 / 3.0) < 0.77, "{} {}", shape(3.0), shape(1.0 / 3.0));
    }

    #[test]
    fn bad_input_is_refused() {
        let graph = graph_of(2, &[(0, 1)]);
        let check = |start: &[Point], pinned: &[u32], expected| {
            let refused = ForceLayout::new(&graph, start, pinned, ForceSettings::default());
            assert_eq!(refused.err(), Some(expected));
        };
        check(&[Point::ORIGIN], &[], GraphError::LengthMismatch { nodes: 2, items: 1 });
        check(&[Point::ORIGIN; 2], &[2], GraphError::NodeOutOfRange { node: 2 });
        let lost = Point::new(f32::INFINITY, 0.0);
        check(&[Point::ORIGIN, lost], &[], GraphError::OutOfBounds { node: 1 });
    }

    proptest! {
        /// From any start, coincident nodes included, every position stays a number and moderate,
        /// and pinned nodes do not move at all.
        #[test]
        fn layouts_stay_finite_and_pinned_nodes_stay(
            (nodes, ends) in any_edges(14, 30),
            spread in prop::sample::select(vec![0.0_f32, 1e-6, 1.0, 500.0, 1e5]),
            seed in any::<u64>(),
        ) {
            let mut random = SplitMix64::new(seed);
            let mut any = || (random.unit() - 0.5) * spread;
            let start: Vec<Point> = (0..nodes).map(|_| Point::new(any(), any())).collect();
            let pinned = [0, nodes - 1];
            let graph = graph_of(nodes, &ends);
            let settings = ForceSettings { seed, ..ForceSettings::default() };
            let mut layout = ForceLayout::new(&graph, &start, &pinned, settings).unwrap();
            let energy = layout.step(80);
            prop_assert!(energy.is_finite());
            for position in layout.positions() {
                prop_assert!(position.is_finite() && position.length() < 2e5, "{:?}", position);
            }
            for pin in pinned {
                prop_assert_eq!(layout.positions()[pin as usize], start[pin as usize]);
            }
        }
    }
}
