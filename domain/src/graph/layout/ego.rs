//! The map's layout: one node in the middle, those around it readable.

use super::force::{ForceLayout, ForceSettings};
use super::radial::{RadialSettings, radial};
use super::separation::separate;
use super::{Canvas, Footprint, Point, check_length, check_within};
use crate::graph::{Graph, GraphError};

/// A map being laid out: radial at first, then by forces until calm, then with footprints apart.
#[derive(Clone, Debug)]
pub struct EgoLayout {
    focus: u32,
    footprints: Vec<Footprint>,
    canvas: Canvas,
    forces: ForceLayout,
}

impl EgoLayout {
    /// Places the focus at the origin, for good, and everything else on rings around it.
    pub fn new(
        graph: &Graph,
        focus: u32,
        footprints: &[Footprint],
        canvas: Canvas,
        settings: ForceSettings,
    ) -> Result<Self, GraphError> {
        check_length(graph, footprints)?;
        check_within(footprints.iter().map(Footprint::lengths))?;
        canvas.check()?;
        let ring_distance = settings.link_distance;
        let start = radial(graph, focus, RadialSettings { ring_distance, ..Default::default() })?;
        let settings = ForceSettings { aspect: canvas.aspect(), ..settings };
        let forces = ForceLayout::new(graph, &start, &[focus], settings)?;
        let footprints = fitting(footprints, canvas);
        Ok(Self { focus, footprints, canvas, forces })
    }

    /// Takes up to `count` steps towards rest; see [`ForceLayout::step`].
    pub fn step(&mut self, count: u32) -> f32 {
        self.forces.step(count)
    }

    /// Whether the forces have come to rest, so that [`EgoLayout::finish`] would take no step.
    pub fn is_calm(&self) -> bool {
        self.forces.is_calm()
    }

    /// Where each node is now, for drawing the way there.
    pub fn positions(&self) -> &[Point] {
        self.forces.positions()
    }

    /// The final positions: whatever steps are left, then nothing covering anything. Without
    /// animation, this is the only call needed.
    pub fn finish(mut self) -> Result<Vec<Point>, GraphError> {
        while !self.is_calm() {
            self.step(u32::MAX);
        }
        let mut positions = self.forces.positions().to_vec();
        separate(&mut positions, &self.footprints, &[self.focus], self.canvas)?;
        Ok(positions)
    }
}

/// Footprints with labels if the canvas has room for all of them, else discs only: spreading
/// hundreds of labels would shrink the picture until none can be read, so then the map chooses
/// among them.
fn fitting(footprints: &[Footprint], canvas: Canvas) -> Vec<Footprint> {
    if canvas.with_room_for(footprints) == canvas {
        footprints.to_vec()
    } else {
        footprints.iter().map(Footprint::without_label).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Direction;
    use crate::graph::admission::everything;
    use crate::graph::filter::{Reach, neighborhood};
    use crate::graph::layout::Bounds;
    use crate::graph::layout::labels::{Label, choose};
    use crate::graph::random::SplitMix64;
    use crate::graph::sample::{graph_of, partner_network};

    /// The depth-2 network of 60 nodes around a node of a larger one, as the map asks for it.
    fn ego_network(seed: u64) -> Graph {
        let whole = partner_network(400, 300, seed);
        let reach = Reach { radius: 2, limit: 60, rank: |node| node };
        let found = neighborhood(&whole, &everything(), 3, &reach).unwrap();
        assert_eq!(found.nodes.len(), 60);
        found.subgraph(&whole).unwrap().graph().clone()
    }

    /// Discs that grow with the degree, and labels of 6 to 24 characters.
    fn footprints(graph: &Graph, seed: u64) -> Vec<Footprint> {
        let mut random = SplitMix64::new(seed);
        let degree = |node| graph.degree(node, Direction::Either) as f32;
        let footprint = |node| Footprint {
            radius: 7.0 + degree(node).sqrt() * 2.0,
            label_width: 36.0 + random.unit() * 108.0,
            label_height: 15.0,
        };
        (0..graph.node_count()).map(footprint).collect()
    }

    fn finished(graph: &Graph, footprints: &[Footprint], canvas: Canvas) -> Vec<Point> {
        let settings = ForceSettings::default();
        EgoLayout::new(graph, 0, footprints, canvas, settings).unwrap().finish().unwrap()
    }

    fn check_readable(graph: &Graph, seed: u64) {
        let footprints = footprints(graph, seed);
        let positions = finished(graph, &footprints, Canvas::default());
        assert_eq!(positions[0], Point::ORIGIN);
        let rooms: Vec<Bounds> =
            positions.iter().zip(&footprints).map(|(at, f)| f.bounds(*at)).collect();
        for (one, room) in rooms.iter().enumerate() {
            assert!(!rooms[one + 1..].iter().any(|other| other.overlaps(room)), "{one} is covered");
        }
        let extent = Bounds::enclosing(rooms).unwrap();
        let (width, height) = (extent.width(), extent.height());
        assert!(width <= 1440.0 && height <= 900.0, "{width} x {height} with seed {seed}");
    }

    #[test]
    fn sixty_labelled_nodes_fit_the_canvas_at_zoom_one_without_overlap() {
        for seed in 1..=6 {
            check_readable(&ego_network(seed), seed);
        }
        let star: Vec<(u32, u32)> = (1..60).map(|leaf| (leaf, 0)).collect();
        check_readable(&graph_of(60, &star), 7);
    }

    #[test]
    fn the_same_network_gives_the_same_picture_however_it_is_watched() {
        let graph = ego_network(8);
        let footprints = footprints(&graph, 8);
        let at_once = finished(&graph, &footprints, Canvas::default());
        let settings = ForceSettings::default();
        let mut watched =
            EgoLayout::new(&graph, 0, &footprints, Canvas::default(), settings).unwrap();
        while !watched.is_calm() {
            watched.step(3);
            assert_eq!(watched.positions()[0], Point::ORIGIN);
        }
        assert_eq!(watched.finish().unwrap(), at_once);
    }

    /// Links and screenshots rely on this number. It is the same in debug, release and wasm builds;
    /// a change of the layout changes it on purpose.
    #[test]
    fn the_picture_is_the_same_on_every_platform() {
        let graph = ego_network(9);
        let positions = finished(&graph, &footprints(&graph, 9), Canvas::default());
        let bits = positions.iter().flat_map(|at| [at.x.to_bits(), at.y.to_bits()]);
        let checksum =
            bits.fold(0_u32, |sum, bits| (sum.rotate_left(5) ^ bits).wrapping_mul(0x9E37_79B1));
        assert_eq!(checksum, 381_576_763);
    }

    #[test]
    fn on_a_small_screen_discs_stay_apart_and_a_choice_of_labels_is_shown() {
        let graph = ego_network(5);
        let footprints = footprints(&graph, 5);
        let canvas = Canvas { width: 360.0, height: 640.0, gap: 4.0 };
        let positions = finished(&graph, &footprints, canvas);
        let at = || positions.iter().zip(&footprints);
        let discs: Vec<Bounds> = at().map(|(at, f)| f.disc(*at)).collect();
        for (one, disc) in discs.iter().enumerate() {
            assert!(!discs[one + 1..].iter().any(|other| other.overlaps(disc)), "{one} is covered");
        }
        let places: Vec<[Bounds; 1]> = at().map(|(at, f)| [f.label(*at)]).collect();
        let labels: Vec<Label<'_>> =
            places.iter().map(|places| Label { priority: 0, places }).collect();
        let shown = choose(&labels, &discs);
        assert!((10..60).contains(&shown.len()), "{} labels", shown.len());
        let extent = Bounds::enclosing(discs).unwrap();
        assert!(extent.width() <= 360.0 && extent.height() <= 640.0, "{extent:?}");
    }

    #[test]
    fn bad_input_is_refused() {
        let graph = graph_of(2, &[(0, 1)]);
        let check = |focus, footprints: &[Footprint], expected| {
            let settings = ForceSettings::default();
            let refused = EgoLayout::new(&graph, focus, footprints, Canvas::default(), settings);
            assert_eq!(refused.err(), Some(expected));
        };
        check(2, &[Footprint::default(); 2], GraphError::NodeOutOfRange { node: 2 });
        check(0, &[], GraphError::LengthMismatch { nodes: 2, items: 0 });
        let endless = Footprint { radius: f32::INFINITY, ..Footprint::default() };
        check(0, &[Footprint::default(), endless], GraphError::OutOfBounds { node: 1 });
    }
}
