//! Small scenes for the tests of the map.

use domain::dating::DatingBasis;
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::StakeholderKind;

use super::scene::{Edge, Node, Scene};

/// A node with this id, so many hops from the focus; what it is follows from the id.
pub fn node(id: &str, hop: u32) -> Node {
    let kind = match id.split_once('_') {
        Some(("good", _)) => StakeholderKind::GlobalGood,
        Some(("grp", _)) => StakeholderKind::Group,
        _ => StakeholderKind::Organization,
    };
    Node {
        id: id.to_owned(),
        kind,
        name: format!("The stakeholder {id}"),
        acronym: None,
        organization_type: None,
        country: None,
        hop,
        unresolved: false,
        degree: 1,
    }
}

/// A confirmed relationship with this id.
pub fn edge(id: &str, source: &str, target: &str) -> Edge {
    Edge {
        id: id.to_owned(),
        kind: RelationshipKind::Supports,
        source: source.to_owned(),
        target: target.to_owned(),
        state: RelationshipState::Confirmed,
        valid_from: None,
        valid_to: None,
        since: None,
        basis: DatingBasis::Undated,
        compared: None,
        evidence_count: 1,
        inferred: false,
    }
}

/// A good with three supporters, one of them twice, and a group behind one of them.
pub fn scene() -> Scene {
    let nodes = vec![
        node("org_d", 1),
        node("good_a", 0),
        node("org_b", 1),
        node("org_c", 1),
        node("grp_e", 2),
    ];
    let edges = vec![
        edge("rel_4", "org_d", "good_a"),
        edge("rel_1", "org_b", "good_a"),
        Edge { state: RelationshipState::Proposed, ..edge("rel_2", "org_b", "good_a") },
        Edge { kind: RelationshipKind::Funds, ..edge("rel_3", "org_c", "good_a") },
        Edge { kind: RelationshipKind::SeatOn, ..edge("rel_5", "org_c", "grp_e") },
    ];
    Scene::new(nodes, edges).expect("the sample has a focus")
}
