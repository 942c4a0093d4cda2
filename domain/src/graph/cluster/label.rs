//! Names of clusters that outlive changes of the graph.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Labels that stay with clusters from one state of a graph to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// The label of every node, by node index; none for one in no cluster.
    pub of: Vec<Option<u32>>,
    /// The first label that no cluster has ever had.
    pub unused: u32,
}

/// Labels clusters so that each keeps the label of the earlier one that it continues.
///
/// `before` gives the earlier labels under the present node indices (none for a node that is new),
/// `clusters` the present clusters. Of all pairs of an earlier label and a present cluster, the one
/// with the most nodes in both is matched first, then the next among those still free; of equal
/// pairs that with the smaller label, then that with the smaller cluster number. So when a cluster
/// splits, its label stays with the largest part, and when two merge, the larger one's stays. A
/// cluster that is left over is new and gets a label that was never used: labels of clusters that
/// are gone do not come back. New labels are given in the order of cluster numbers.
pub fn carry_over(before: &Labels, clusters: &[Option<u32>]) -> Labels {
    let mut shared: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for (label, cluster) in before.of.iter().zip(clusters) {
        if let Some(pair) = label.zip(*cluster) {
            *shared.entry(pair).or_insert(0) += 1;
        }
    }
    let mut pairs: Vec<_> =
        shared.into_iter().map(|(pair, nodes)| (Reverse(nodes), pair)).collect();
    pairs.sort_unstable();
    let mut taken = BTreeSet::new();
    let mut labels: BTreeMap<u32, u32> = BTreeMap::new();
    for (_, (label, cluster)) in pairs {
        if !labels.contains_key(&cluster) && taken.insert(label) {
            labels.insert(cluster, label);
        }
    }
    let highest = before.of.iter().flatten().max().map_or(0, |label| label.saturating_add(1));
    let mut unused = before.unused.max(highest);
    for cluster in clusters.iter().flatten().collect::<BTreeSet<_>>() {
        labels.entry(*cluster).or_insert_with(|| {
            unused = unused.saturating_add(1);
            unused - 1
        });
    }
    let of = clusters.iter().map(|cluster| labels.get(&(*cluster)?).copied()).collect();
    Labels { of, unused }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(word: &str) -> Vec<Option<u32>> {
        word.chars().map(|letter| letter.to_digit(10)).collect()
    }

    fn check(before: &str, clusters: &str, expected: &str, unused: u32) {
        let before = Labels { of: read(before), unused: 0 };
        let found = carry_over(&before, &read(clusters));
        assert_eq!((found.of, found.unused), (read(expected), unused));
    }

    #[test]
    fn a_label_goes_with_most_of_its_nodes() {
        check("000111", "111000", "000111", 2);
        check("000111", "000000", "000000", 2);
        check("00011111", "00000111", "00000111", 2);
        check("000000", "001111", "110000", 2);
        check("0011--", "00112-", "00112-", 3);
        check("55-", "-01", "-56", 7);
        check("0011", "0101", "0101", 2);
    }

    #[test]
    fn labels_of_clusters_that_are_gone_do_not_come_back() {
        let first = carry_over(&Labels::default(), &read("01"));
        let second = carry_over(&Labels { of: read("0--"), unused: first.unused }, &read("0-1"));
        assert_eq!((second.of, second.unused), (read("0-2"), 3));
    }

    proptest! {
        /// Labels divide nodes exactly as clusters do, unchanged clusters keep theirs, and cluster
        /// numbers that are given differently change nothing for clusters that overlap alone.
        #[test]
        fn labels_rename_clusters_and_nothing_else(
            before in prop::collection::vec(prop::option::of(0..5_u32), 12),
            clusters in prop::collection::vec(prop::option::of(0..5_u32), 12),
        ) {
            let earlier = Labels { of: before, unused: 9 };
            let found = carry_over(&earlier, &clusters);
            for a in 0..12 {
                prop_assert_eq!(found.of[a].is_some(), clusters[a].is_some());
                for b in (0..12).filter(|b| clusters[a].is_some() && clusters[*b].is_some()) {
                    prop_assert_eq!(found.of[a] == found.of[b], clusters[a] == clusters[b]);
                }
            }
            prop_assert_eq!(&carry_over(&found, &clusters), &found);
            let renamed: Vec<_> = clusters.iter().map(|c| c.map(|c| (c * 3 + 1) % 5)).collect();
            prop_assert_eq!(&carry_over(&found, &renamed), &found);
        }
    }
}
