//! The one place where a length becomes an index.

/// Narrows a length or position to the index type. Builders refuse more than `u32::MAX` nodes or
/// edges, so the saturation is never reached; it is there because a wrapped index would be a wrong
/// answer.
pub(in crate::graph) fn index(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
