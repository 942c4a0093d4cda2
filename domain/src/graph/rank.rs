//! How well connected each node is, by the usual measures.
//!
//! All measures are answered by node index, with none for what is undefined: a node that was not
//! admitted, the closeness of a node that reaches nobody, the betweenness where there are no two
//! others to be between. None is never 0. Parallel edges and self-loops:
//!
//! | measure | parallel edges | self-loop |
//! |---|---|---|
//! | degree, strength | each counts; `neighbors` counts a node once | counts once, is no neighbor |
//! | PageRank | weights add up | keeps its share at the node |
//! | closeness, betweenness | one way: paths are sequences of nodes | ignored |
//! | core | one link | ignored |

pub mod betweenness;
mod closeness;
mod core;
mod degree;
mod pagerank;

pub use closeness::closeness;
pub use core::cores;
pub use degree::{Degree, Strength, degrees, strengths};
pub use pagerank::{PageRank, Ranks, pagerank};
