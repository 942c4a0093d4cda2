//! The last word on clusters: each hangs together.

use crate::graph::index::index;

use super::level::Level;

/// Splits clusters whose nodes do not hang together within them, which can only raise modularity,
/// and numbers them anew.
pub(super) fn split_disconnected(level: &Level, clusters: &mut [u32]) {
    let mut pieces = vec![None; clusters.len()];
    let mut count = 0;
    let mut waiting = Vec::new();
    for first in 0..index(clusters.len()) {
        if pieces[first as usize].is_some() {
            continue;
        }
        pieces[first as usize] = Some(count);
        waiting.push(first);
        while let Some(node) = waiting.pop() {
            for (to, _) in level.links(node) {
                let mate = clusters[to as usize] == clusters[node as usize];
                if mate && pieces[to as usize].is_none() {
                    pieces[to as usize] = Some(count);
                    waiting.push(to);
                }
            }
        }
        count += 1;
    }
    for (cluster, piece) in clusters.iter_mut().zip(pieces) {
        *cluster = piece.unwrap_or(*cluster);
    }
}
