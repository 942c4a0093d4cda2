//! The few best ways, one after the other.

use std::collections::BTreeMap;

use crate::graph::GraphError;

use super::Path;
use super::journey::Detour;

/// The order of ways: by what makes one better, then by their nodes read from the goal back.
type Rank<M> = (M, Vec<u32>);

/// A way and the step at which it left the one that it was derived from.
struct Branch {
    path: Path,
    at: usize,
}

/// The best `count` ways from a node, best first (Yen 1971, deriving each way once as Lawler 1972
/// does). `best` answers the best way that takes a detour, and how good the whole of it is. Asks
/// `go_on` before each detour.
pub(super) fn few_best<M: Ord + Clone>(
    from: u32,
    count: u32,
    mut best: impl FnMut(&Detour<'_>) -> Option<(M, Path)>,
    mut go_on: impl FnMut() -> bool,
) -> Result<Vec<(M, Path)>, GraphError> {
    let mut found: Vec<(M, Path)> = Vec::new();
    let mut waiting: BTreeMap<Rank<M>, Branch> = BTreeMap::new();
    let mut derive = |root: &Path, found: &[(M, Path)], waiting: &mut BTreeMap<_, _>| {
        if !go_on() {
            return Err(GraphError::Stopped);
        }
        let at = root.edges.len();
        let siblings = found.iter().filter(|(_, path)| path.nodes.starts_with(&root.nodes));
        let avoided: Vec<u32> =
            siblings.filter_map(|(_, path)| path.nodes.get(at + 1).copied()).collect();
        if let Some((measure, path)) = best(&Detour { root, avoided: &avoided }) {
            let from_goal = path.nodes.iter().rev().copied().collect();
            waiting.insert((measure, from_goal), Branch { path, at });
        }
        Ok(())
    };
    if count > 0 {
        derive(&Path { nodes: vec![from], edges: Vec::new() }, &found, &mut waiting)?;
    }
    while let Some(((measure, _), Branch { path, at })) = waiting.pop_first() {
        found.push((measure, path.clone()));
        if found.len() >= count as usize {
            break;
        }
        for steps in at..path.edges.len() {
            derive(&path.beginning(steps), &found, &mut waiting)?;
        }
    }
    Ok(found)
}
