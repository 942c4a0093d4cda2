//! The order of rows.

use domain::text::fold;
use domain::vocabulary::{Tongue, Word};

use crate::map::scene::{Edge, Node, Scene};
use crate::ui::{Sort, Way};

/// What rows are compared by; numbers and words never meet in one column.
type Key = (i64, String);

/// The positions of the nodes, sorted by a column; equal ones stay in the order of the scene.
pub fn nodes(scene: &Scene, sort: &Sort, tongue: Tongue) -> Vec<usize> {
    let key = |(place, node): (usize, &Node)| match sort.column.as_str() {
        "NAME" => words(&node.name),
        "KIND" => words(node.kind.label(tongue)),
        "COUNTRY" => words(node.country.as_deref().unwrap_or("~")),
        "RELATIONSHIPS" => number(scene.edges_at(place).count()),
        _ => (i64::from(node.hop), fold(&node.name)),
    };
    sorted(scene.nodes().iter().enumerate().map(key).collect(), sort.way)
}

/// The positions of the edges, sorted by a column; equal ones stay in the order of the scene.
pub fn edges(scene: &Scene, sort: &Sort, tongue: Tongue) -> Vec<usize> {
    let name = |id: &str| scene.node(id).map_or("", |node| &node.name);
    let key = |edge: &Edge| match sort.column.as_str() {
        "KIND" => words(edge.kind.label(tongue)),
        "TARGET" => words(name(&edge.target)),
        "STATE" => words(edge.state.label(tongue)),
        "DATES" => words(edge.since.as_deref().unwrap_or("~")),
        "EVIDENCE" => (i64::from(edge.evidence_count), String::new()),
        _ => words(name(&edge.source)),
    };
    sorted(scene.edges().iter().map(key).collect(), sort.way)
}

fn words(text: &str) -> Key {
    (0, fold(text))
}

fn number(count: usize) -> Key {
    (i64::try_from(count).unwrap_or(i64::MAX), String::new())
}

fn sorted(keys: Vec<Key>, way: Way) -> Vec<usize> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    places.sort_by(|&one, &other| match way {
        Way::Up => keys[one].cmp(&keys[other]),
        Way::Down => keys[other].cmp(&keys[one]),
    });
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::sample::scene;

    fn check(sorted: &[usize], names: &[&str], all: impl Fn(usize) -> String) {
        let sorted: Vec<String> = sorted.iter().map(|place| all(*place)).collect();
        assert_eq!(sorted, names);
    }

    /// Every column sorts all rows, both ways; an unknown one falls back to the first.
    #[test]
    fn columns_sort_rows() {
        let scene = scene();
        let id = |place: usize| scene.nodes()[place].id.clone();
        let by = |text: &str| nodes(&scene, &Sort::parse(text), Tongue::En);
        check(&by("-NAME"), &["org_d", "org_c", "org_b", "grp_e", "good_a"], id);
        check(&by("-RELATIONSHIPS"), &["good_a", "org_b", "org_c", "org_d", "grp_e"], id);
        check(&by("nonsense"), &["good_a", "org_b", "org_c", "org_d", "grp_e"], id);
        let id = |place: usize| scene.edges()[place].id.clone();
        let by = |text: &str| edges(&scene, &Sort::parse(text), Tongue::En);
        check(&by("STATE"), &["rel_1", "rel_3", "rel_4", "rel_5", "rel_2"], id);
        check(&by("KIND"), &["rel_3", "rel_5", "rel_1", "rel_2", "rel_4"], id);
        for column in ["TARGET", "DATES", "EVIDENCE", "SOURCE"] {
            assert_eq!(by(column).len(), scene.edges().len());
        }
    }
}
