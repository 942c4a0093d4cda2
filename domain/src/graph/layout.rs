//! Where to draw a graph: positions in, positions out, the same every time.
//!
//! [`ego`] is what the map uses: it puts the focus at the origin, starts from [`radial`] rings,
//! lets [`force`] settle step by step so that it can be watched, and ends with [`separation`] so
//! that no disc or label box covers another. When there is no room for every label, [`labels`]
//! chooses which to show. [`layered`] draws ladders, from those who ask to those who answer.
//!
//! Lengths are CSS pixels at zoom 1; x grows to the right, y downwards.

mod bounds;
mod canvas;
pub mod ego;
mod footprint;
pub mod force;
pub mod labels;
pub mod layered;
mod point;
pub mod radial;
pub mod separation;

pub use bounds::Bounds;
pub use canvas::Canvas;
pub use footprint::Footprint;
pub use point::Point;

use super::index::index;
use super::{Graph, GraphError};

/// Positions and sizes stay below this, so that pixels are exact to a sixteenth.
const FURTHEST: f32 = 1e6;

/// Refuses a list that has not one item for each node, before any layout relies on it.
fn check_length<T>(graph: &Graph, items: &[T]) -> Result<(), GraphError> {
    let (nodes, items) = (graph.node_count(), index(items.len()));
    if nodes == items { Ok(()) } else { Err(GraphError::LengthMismatch { nodes, items }) }
}

/// Refuses a node that is not in the graph.
fn check_node(graph: &Graph, node: u32) -> Result<(), GraphError> {
    if graph.contains(node) { Ok(()) } else { Err(GraphError::NodeOutOfRange { node }) }
}

/// Refuses coordinates and sizes that would spread infinities or NaN through a whole layout.
fn check_within<const N: usize>(lengths: impl Iterator<Item = [f32; N]>) -> Result<(), GraphError> {
    for (node, lengths) in (0..).zip(lengths) {
        if lengths.into_iter().any(|length| length.is_nan() || length.abs() > FURTHEST) {
            return Err(GraphError::OutOfBounds { node });
        }
    }
    Ok(())
}
