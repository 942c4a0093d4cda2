//! What the graph mathematics refuses to work on.

use std::error::Error;
use std::fmt;

/// A caller's mistake, told instead of a panic, or the caller's wish to stop. People never see it:
/// indices come from our own code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GraphError {
    /// A node index is not below the number of nodes.
    NodeOutOfRange {
        /// The index that was given.
        node: u32,
    },
    /// An edge index is not below the number of edges.
    EdgeOutOfRange {
        /// The index that was given.
        edge: u32,
    },
    /// A list of distinct nodes names one twice.
    NodeRepeated {
        /// The index that was given twice.
        node: u32,
    },
    /// An edge was to be kept although one of its ends was not.
    EdgeWithoutEnd {
        /// The edge in question.
        edge: u32,
    },
    /// Node indices would no longer fit 32 bits.
    TooManyNodes,
    /// Edge indices would no longer fit 32 bits.
    TooManyEdges,
    /// A list with one item for each node has another length.
    LengthMismatch {
        /// The number of nodes.
        nodes: u32,
        /// The number of items given.
        items: u32,
    },
    /// A coordinate or size is not a number, or too large to compute with.
    OutOfBounds {
        /// The node it was given for.
        node: u32,
    },
    /// A setting is negative, zero where it must not be, too large, or not a number.
    UnusableSetting,
    /// A list with one weight for each edge has another length.
    WeightCount {
        /// The number of edges.
        edges: u32,
        /// The number of weights given.
        items: u32,
    },
    /// The weight of an edge is not a positive number.
    UnusableWeight {
        /// The edge in question.
        edge: u32,
    },
    /// What has no meaning along directions was asked of a network packed with them.
    Directed,
    /// Whoever asked for long work answered, when asked between two pieces of it, not to go on.
    Stopped,
}

impl fmt::Display for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NodeOutOfRange { node } => write!(f, "node {node} is not in the graph"),
            Self::EdgeOutOfRange { edge } => write!(f, "edge {edge} is not in the graph"),
            Self::NodeRepeated { node } => write!(f, "node {node} is listed twice"),
            Self::EdgeWithoutEnd { edge } => write!(f, "edge {edge} has an end that is not kept"),
            Self::TooManyNodes => write!(f, "node indices do not fit 32 bits"),
            Self::TooManyEdges => write!(f, "edge indices do not fit 32 bits"),
            Self::LengthMismatch { nodes, items } => {
                write!(f, "{items} items were given for {nodes} nodes")
            }
            Self::OutOfBounds { node } => write!(f, "node {node} has an unusable place or size"),
            Self::UnusableSetting => write!(f, "a setting is out of range"),
            Self::WeightCount { edges, items } => {
                write!(f, "{items} weights were given for {edges} edges")
            }
            Self::UnusableWeight { edge } => write!(f, "edge {edge} has no positive weight"),
            Self::Directed => write!(f, "the network was packed with directions"),
            Self::Stopped => write!(f, "the work was stopped"),
        }
    }
}

impl Error for GraphError {}
