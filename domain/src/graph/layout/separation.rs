//! The last pass of a layout: nothing covers anything else.

use super::{Bounds, Canvas, Footprint, Point, check_within};
use crate::graph::GraphError;
use crate::graph::index::index;

/// A picture is crowded when more than one node in so many touches another.
const CROWDED: usize = 8;
/// The share of the canvas to fill before nodes are pushed, which takes some more room.
const FILL: f32 = 0.93;
/// Each change of scale makes the picture this much larger or smaller.
const SCALE: f32 = 1.06;
/// The most changes of scale; together they make a picture ten times as large.
const SCALINGS: u32 = 40;
/// The most pairs pushed in one round, for each node: a heap in one place is not pushed all at
/// once.
const PAIRS: usize = 24;
/// Rounds of gentle pushing before the rest is moved outright.
const ROUNDS: u32 = 120;
/// Directions in which a free place is sought.
const DIRECTIONS: u32 = 16;
/// How much further than needed things move, so that rounding cannot leave them overlapping.
const SLACK: f32 = 0.05;

/// Moves nodes apart until no two footprints are closer than the canvas asks; pinned nodes stay, so
/// two pinned ones may still overlap. First the picture is scaled, each axis on its own: up into
/// the canvas while it is crowded, down towards the canvas while it is not. Then all pairs push
/// each other gently. Whatever still overlaps goes to the nearest free place, nodes near the origin
/// choosing first.
pub fn separate(
    positions: &mut [Point],
    footprints: &[Footprint],
    pinned: &[u32],
    canvas: Canvas,
) -> Result<(), GraphError> {
    let mut bodies = Bodies::new(positions, footprints, pinned, canvas)?;
    for _ in 0..SCALINGS {
        if !bodies.scale() {
            break;
        }
    }
    for _ in 0..ROUNDS {
        let pairs = bodies.overlapping_pairs(positions.len() * PAIRS);
        if pairs.is_empty() {
            break;
        }
        for (one, other) in pairs {
            bodies.part(one, other);
        }
    }
    bodies.resettle();
    positions.copy_from_slice(&bodies.positions);
    Ok(())
}

struct Bodies {
    canvas: Canvas,
    positions: Vec<Point>,
    /// Each node's room around a position at the origin, half the gap included.
    rooms: Vec<Bounds>,
    free: Vec<bool>,
}

impl Bodies {
    fn new(
        positions: &[Point],
        footprints: &[Footprint],
        pinned: &[u32],
        canvas: Canvas,
    ) -> Result<Self, GraphError> {
        let (nodes, items) = (index(positions.len()), index(footprints.len()));
        if nodes != items {
            return Err(GraphError::LengthMismatch { nodes, items });
        }
        canvas.check()?;
        check_within(positions.iter().map(|at| [at.x, at.y]))?;
        check_within(footprints.iter().map(Footprint::lengths))?;
        let mut free = vec![true; positions.len()];
        for &node in pinned {
            *free.get_mut(node as usize).ok_or(GraphError::NodeOutOfRange { node })? = false;
        }
        Ok(Self {
            canvas: canvas.with_room_for(footprints),
            positions: positions.to_vec(),
            rooms: footprints.iter().map(|f| canvas.room(f, Point::ORIGIN)).collect(),
            free,
        })
    }

    fn room(&self, node: usize) -> Bounds {
        self.rooms[node].moved(self.positions[node])
    }

    /// The first `most` overlapping pairs of which at least one can move, by their left edges.
    fn overlapping_pairs(&self, most: usize) -> Vec<(usize, usize)> {
        let mut order: Vec<(usize, Bounds)> =
            (0..self.positions.len()).map(|node| (node, self.room(node))).collect();
        order.sort_by(|one, other| one.1.left.total_cmp(&other.1.left));
        let mut pairs = Vec::new();
        for (place, (one, room)) in order.iter().enumerate() {
            let near = order[place + 1..].iter().take_while(|(_, next)| next.left < room.right);
            let covering = near.filter(|(other, next)| {
                next.overlaps(room) && (self.free[*one] || self.free[*other])
            });
            pairs.extend(covering.map(|(other, _)| (*one, *other)).take(most - pairs.len()));
        }
        pairs
    }

    /// Takes one step towards a picture that fills the canvas no more than it needs to, around the
    /// origin; answers whether there was one to take.
    fn scale(&mut self) -> bool {
        let rooms = (0..self.positions.len()).map(|node| self.room(node));
        let Some(extent) = Bounds::enclosing(rooms) else {
            return false;
        };
        let bearable = self.positions.len() / CROWDED;
        let crowded = self.overlapping_pairs(bearable + 1).len() > bearable;
        let factor = |extent: f32, whole: f32| {
            if crowded && extent * SCALE <= whole * FILL {
                SCALE
            } else if !crowded && extent > whole * FILL {
                1.0 / SCALE
            } else {
                1.0
            }
        };
        let x = factor(extent.width(), self.canvas.width);
        let y = factor(extent.height(), self.canvas.height);
        for (position, _) in self.positions.iter_mut().zip(&self.free).filter(|(_, free)| **free) {
            *position = Point::new(position.x * x, position.y * y);
        }
        x != 1.0 || y != 1.0
    }

    /// Lets an overlapping pair share the move that parts it: along the axis on which that is
    /// shorter, measured by the shape of the canvas.
    fn part(&mut self, one: usize, other: usize) {
        let (room, next) = (self.room(one), self.room(other));
        let depth_x = room.right.min(next.right) - room.left.max(next.left) + SLACK;
        let depth_y = room.bottom.min(next.bottom) - room.top.max(next.top) + SLACK;
        if depth_x <= SLACK || depth_y <= SLACK {
            return;
        }
        let offset = next.center() - room.center();
        // Of two nodes in the same place the later one goes right or down.
        let away = |offset: f32| if offset < 0.0 { -1.0 } else { 1.0 };
        let push = if depth_x < depth_y * self.canvas.aspect() {
            Point::new(depth_x * away(offset.x), 0.0)
        } else {
            Point::new(0.0, depth_y * away(offset.y))
        };
        let share = if self.free[one] && self.free[other] { 0.5 } else { 1.0 };
        if self.free[one] {
            self.positions[one] -= push * share;
        }
        if self.free[other] {
            self.positions[other] += push * share;
        }
    }

    /// Settles nodes one after another, each where it is or, if that is taken, at the nearest free
    /// place.
    fn resettle(&mut self) {
        let mut order: Vec<usize> = (0..self.positions.len()).collect();
        order.sort_by(|&one, &other| {
            let from_origin = |node: usize| self.positions[node].length_squared();
            let nearer = from_origin(one).total_cmp(&from_origin(other));
            self.free[one].cmp(&self.free[other]).then(nearer)
        });
        let mut taken: Vec<Bounds> = Vec::with_capacity(order.len());
        for node in order {
            let room = self.room(node);
            if self.free[node] && taken.iter().any(|other| other.overlaps(&room)) {
                self.positions[node] =
                    nearest_free(self.positions[node], &self.rooms[node], &taken);
            }
            taken.push(self.room(node));
        }
    }
}

/// The nearest free position in one of a fixed set of directions.
fn nearest_free(from: Point, room: &Bounds, taken: &[Bounds]) -> Point {
    let mut nearest = (f32::INFINITY, from);
    for direction in 0..DIRECTIONS {
        let direction = Point::on_circle(f64::from(direction) / f64::from(DIRECTIONS));
        let mut distance = 0.0;
        // On a straight line each rectangle is in the way once, so this many attempts are enough.
        for _ in 0..=taken.len() {
            if distance >= nearest.0 {
                break;
            }
            let candidate = from + direction * distance;
            let moved = room.moved(candidate);
            let Some(blocker) = taken.iter().find(|other| other.overlaps(&moved)) else {
                nearest = (distance, candidate);
                break;
            };
            distance += exit(&moved, blocker, direction) + SLACK;
        }
    }
    nearest.1
}

/// How far `room` has to go in `direction` to leave `blocker` behind.
fn exit(room: &Bounds, blocker: &Bounds, direction: Point) -> f32 {
    let along = |step: f32, low: f32, high: f32| {
        if step > 0.0 {
            high / step
        } else if step < 0.0 {
            low / step
        } else {
            f32::INFINITY
        }
    };
    let x = along(direction.x, blocker.left - room.right, blocker.right - room.left);
    let y = along(direction.y, blocker.top - room.bottom, blocker.bottom - room.top);
    x.min(y)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LABELLED: Footprint = Footprint { radius: 10.0, label_width: 100.0, label_height: 14.0 };

    const CANVAS: Canvas = Canvas { width: 1000.0, height: 600.0, gap: 4.0 };

    fn overlapping(positions: &[Point], footprints: &[Footprint], pinned: &[u32]) -> usize {
        let rooms: Vec<Bounds> =
            positions.iter().zip(footprints).map(|(p, f)| f.bounds(*p)).collect();
        let stays = |node: usize| pinned.iter().any(|&pin| pin as usize == node);
        let mut count = 0;
        for (one, room) in rooms.iter().enumerate() {
            for (other, next) in rooms.iter().enumerate().skip(one + 1) {
                count += usize::from(room.overlaps(next) && !(stays(one) && stays(other)));
            }
        }
        count
    }

    #[test]
    fn nodes_apart_stay_where_they_are() {
        let before = [Point::ORIGIN, Point::new(0.0, 60.0), Point::new(120.0, 0.0)];
        let mut after = before;
        separate(&mut after, &[LABELLED; 3], &[], CANVAS).unwrap();
        assert_eq!(after, before);
    }

    #[test]
    fn an_overlapping_pair_parts_by_the_shorter_way_and_keeps_the_gap() {
        let others = (-4..4_i16).map(|row| Point::new(200.0, f32::from(row) * 60.0));
        let mut positions: Vec<Point> =
            [Point::ORIGIN, Point::new(30.0, 20.0)].into_iter().chain(others).collect();
        separate(&mut positions, &[LABELLED; 10], &[0], CANVAS).unwrap();
        assert_eq!((positions[0], positions[1].x), (Point::ORIGIN, 30.0));
        let gap = LABELLED.bounds(positions[1]).top - LABELLED.bounds(positions[0]).bottom;
        assert!((4.0..4.2).contains(&gap), "{gap}");
    }

    #[test]
    fn a_crowded_picture_grows_into_the_canvas_and_a_sparse_one_shrinks_towards_it() {
        let row = |distance: f32| -> Vec<Point> {
            (-2..=2_i16).map(|place| Point::new(f32::from(place) * distance, 0.0)).collect()
        };
        let check = |distance: f32, width: std::ops::Range<f32>| {
            let mut positions = row(distance);
            separate(&mut positions, &[LABELLED; 5], &[], CANVAS).unwrap();
            let spread = positions[4].x - positions[0].x;
            assert!(width.contains(&spread), "{spread}");
            assert!(positions.windows(2).all(|pair| pair[0].x < pair[1].x));
        };
        check(50.0, 416.0..450.0);
        check(1000.0, 760.0..826.0);
    }

    #[test]
    fn a_heap_in_one_place_is_spread_without_moving_the_pinned_node() {
        let mut positions = [Point::new(3.0, 4.0); 80];
        separate(&mut positions, &[LABELLED; 80], &[7], CANVAS).unwrap();
        assert_eq!(overlapping(&positions, &[LABELLED; 80], &[]), 0);
        assert_eq!(positions[7], Point::new(3.0, 4.0));
    }

    #[test]
    fn bad_input_is_refused() {
        let check = |positions: &mut [Point], pinned: &[u32], expected| {
            assert_eq!(separate(positions, &[LABELLED; 2], pinned, CANVAS), Err(expected));
        };
        let mismatch = GraphError::LengthMismatch { nodes: 1, items: 2 };
        check(&mut [Point::ORIGIN], &[], mismatch);
        check(&mut [Point::ORIGIN; 2], &[2], GraphError::NodeOutOfRange { node: 2 });
        let lost = Point::new(0.0, f32::NAN);
        check(&mut [Point::ORIGIN, lost], &[], GraphError::OutOfBounds { node: 1 });
    }

    proptest! {
        /// Whatever the positions and sizes, nothing overlaps afterwards, and a second run agrees.
        #[test]
        fn nothing_overlaps_afterwards(
            nodes in prop::collection::vec(
                (
                    -200.0..200.0_f32,
                    -200.0..200.0_f32,
                    1.0..30.0_f32,
                    0.0..150.0_f32,
                    0.0..20.0_f32,
                ),
                1..50,
            ),
            pinned in prop::collection::vec(0..50_u32, 0..4),
        ) {
            let before: Vec<Point> = nodes.iter().map(|n| Point::new(n.0, n.1)).collect();
            let footprints: Vec<Footprint> = nodes
                .iter()
                .map(|n| Footprint { radius: n.2, label_width: n.3, label_height: n.4 })
                .collect();
            let pinned: Vec<u32> =
                pinned.into_iter().filter(|&node| (node as usize) < nodes.len()).collect();
            let (mut after, mut again) = (before.clone(), before.clone());
            separate(&mut after, &footprints, &pinned, CANVAS).unwrap();
            separate(&mut again, &footprints, &pinned, CANVAS).unwrap();
            prop_assert_eq!(&after, &again);
            prop_assert_eq!(overlapping(&after, &footprints, &pinned), 0);
            prop_assert!(pinned.iter().all(|&pin| after[pin as usize] == before[pin as usize]));
        }
    }
}
