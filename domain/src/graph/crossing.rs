//! How much two sets of nodes have to do with each other: the share of the edges that go from one to
//! the other, beside the share that chance alone would give. A node may be in both sets.

/// In which of the two sets a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// In the first alone.
    One,
    /// In the second alone.
    Other,
    /// In both.
    Both,
    /// In neither.
    Neither,
    /// Nobody knows.
    Unknown,
}

impl Side {
    /// Whether a node in the one place is joined with one in the other across the two sets.
    fn crosses(self, other: Self) -> bool {
        let reaches = |left: Self, right: Self| {
            matches!(left, Self::One | Self::Both) && matches!(right, Self::Other | Self::Both)
        };
        reaches(self, other) || reaches(other, self)
    }

    fn is_within(self) -> bool {
        matches!(self, Self::One | Self::Other | Self::Both)
    }
}

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crossing {
    /// Nodes in the first set alone.
    pub one: usize,
    /// Nodes in the second set alone.
    pub other: usize,
    /// Nodes in both.
    pub both: usize,
    /// Nodes of which nobody knows.
    pub unknown: usize,
    /// Edges with both ends within the two sets.
    pub known: usize,
    /// Of these, the edges from one set to the other, by their place in the list.
    pub crossing: Vec<usize>,
    /// Edges with an end of which nobody knows.
    pub unknown_edges: usize,
}

/// Counts the nodes and the edges, which name their ends by index. An edge that names a node that is
/// not there is passed over.
pub fn crossing(sides: &[Side], edges: &[(u32, u32)]) -> Crossing {
    let count = |side| sides.iter().filter(|other| **other == side).count();
    let mut found = Crossing {
        one: count(Side::One),
        other: count(Side::Other),
        both: count(Side::Both),
        unknown: count(Side::Unknown),
        ..Crossing::default()
    };
    let side = |node: u32| sides.get(usize::try_from(node).unwrap_or(usize::MAX)).copied();
    for (place, (from, to)) in edges.iter().enumerate() {
        let (Some(from), Some(to)) = (side(*from), side(*to)) else { continue };
        if from == Side::Unknown || to == Side::Unknown {
            found.unknown_edges += 1;
        } else if from.is_within() && to.is_within() {
            found.known += 1;
            if from.crosses(to) {
                found.crossing.push(place);
            }
        }
    }
    found
}

impl Crossing {
    /// The share of the known edges that cross; none when there are fewer than `least` of them.
    pub fn share(&self, least: usize) -> Option<f64> {
        (self.known >= least.max(1)).then(|| ratio(self.crossing.len(), self.known))
    }

    /// The share of all pairs of nodes within the two sets that would cross; none when there is no
    /// pair.
    pub fn expected(&self) -> Option<f64> {
        let pairs = |nodes: usize| nodes * nodes.saturating_sub(1) / 2;
        let all = pairs(self.one + self.other + self.both);
        let apart = pairs(self.one) + pairs(self.other);
        (all > 0).then(|| ratio(all - apart, all))
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(part) / number(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [Side; 5] = [Side::One, Side::Other, Side::Both, Side::Neither, Side::Unknown];

    /// The share of few edges is nobody's to tell, and no edge at all has none.
    #[test]
    fn few_edges_have_no_share() {
        let sides = [Side::One, Side::Other];
        let nine = crossing(&sides, &[(0, 1); 9]);
        assert_eq!((nine.known, nine.share(10)), (9, None));
        assert_eq!(crossing(&sides, &[(0, 1); 10]).share(10), Some(1.0));
        assert_eq!(crossing(&[], &[]).share(0), None);
        assert_eq!(crossing(&[Side::One], &[]).expected(), None);
    }

    proptest! {
        /// The expected share is that of the graph which joins everybody with everybody once.
        #[test]
        fn expected_is_the_share_of_all_pairs(sides in prop::collection::vec(prop::sample::select(ALL.to_vec()), 0..12)) {
            let nodes = u32::try_from(sides.len()).unwrap();
            let pairs: Vec<_> = (0..nodes).flat_map(|to| (0..to).map(move |from| (from, to))).collect();
            let complete = crossing(&sides, &pairs);
            prop_assert_eq!(complete.share(1), complete.expected());
        }

        /// Every edge is counted once: known, unknown, or with an end in neither set.
        #[test]
        fn every_edge_is_counted_once(
            sides in prop::collection::vec(prop::sample::select(ALL.to_vec()), 1..9),
            ends in prop::collection::vec((0..9u32, 0..9u32), 0..30),
        ) {
            let nodes = u32::try_from(sides.len()).unwrap();
            let edges: Vec<_> = ends.into_iter().map(|(from, to)| (from % nodes, to % nodes)).collect();
            let found = crossing(&sides, &edges);
            let side = |node: u32| sides[usize::try_from(node).unwrap()];
            let aside = edges.iter().filter(|(from, to)| {
                let ends = [side(*from), side(*to)];
                !ends.contains(&Side::Unknown) && ends.contains(&Side::Neither)
            });
            prop_assert_eq!(found.known + found.unknown_edges + aside.count(), edges.len());
            // Which end is named first does not matter.
            let turned: Vec<_> = edges.iter().map(|(from, to)| (*to, *from)).collect();
            prop_assert_eq!(crossing(&sides, &turned), found);
        }
    }
}
