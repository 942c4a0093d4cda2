use super::*;
use crate::snapshot::View;
use crate::snapshot::view::Around;
use domain::community::{Role, Standing as Member};
use domain::identifier::{AccountId, CommunityId, RelationshipId, StakeholderId};
use domain::policy::{Policy, Viewer};
use domain::stakeholder::{Detail, StakeholderKind, Visibility};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One step of a history; numbers are ids, so that rows come in any order of id.
#[derive(Clone, Debug)]
enum Step {
    Node { id: u32, place: usize, archived: bool },
    Edge { id: u32, ends: (u32, u32), place: usize, kind: usize, retracted: bool },
    DropNode(u32),
    DropEdge(u32),
}

/// Shared, of a community, and restricted there.
const PLACES: [(Option<u128>, Visibility); 3] = [
    (None, Visibility::Public),
    (Some(1), Visibility::Community),
    (Some(1), Visibility::Restricted),
];

fn step(ids: u32) -> impl Strategy<Value = Step> {
    let id = 0..ids;
    prop_oneof![
        3 => (id.clone(), 0..3_usize, prop::bool::weighted(0.2))
            .prop_map(|(id, place, archived)| Step::Node { id, place, archived }),
        6 => (id.clone(), (0..ids, 0..ids), 0..3_usize, 0..4_usize, prop::bool::weighted(0.2))
            .prop_map(|(id, ends, place, kind, retracted)| Step::Edge { id, ends, place, kind, retracted }),
        1 => id.clone().prop_map(Step::DropNode),
        2 => id.prop_map(Step::DropEdge),
    ]
}

fn uuid(number: u32) -> Uuid {
    Uuid::from_u128(u128::from(number))
}

fn place(place: usize) -> (Option<CommunityId>, Visibility) {
    let (community, visibility) = PLACES[place];
    (community.map(|id| CommunityId(Uuid::from_u128(id))), visibility)
}

fn stakeholder(id: u32, at: usize, archived: bool) -> Stakeholder {
    let (community_id, visibility) = place(at);
    Stakeholder {
        id: StakeholderId(uuid(id)),
        kind: StakeholderKind::Segment,
        slug: format!("s-{id}"),
        names: BTreeMap::new(),
        summaries: BTreeMap::new(),
        aliases: Vec::new(),
        acronym: None,
        country: None,
        countries: Vec::new(),
        languages: Vec::new(),
        website: None,
        external_ids: Vec::new(),
        unresolved: None,
        detail: Detail::Segment,
        practice: false,
        community_id,
        visibility,
        archived_at: archived.then(Default::default),
        erased_at: None,
        version: 1,
        created_at: Default::default(),
        updated_at: Default::default(),
    }
}

fn relationship(id: u32, ends: (u32, u32), kind: usize, at: usize) -> relationship::Model {
    let (community_id, visibility) = place(at);
    relationship::Model {
        id: RelationshipId(uuid(id)),
        kind: RelationshipKind::ALL[kind],
        source_id: StakeholderId(uuid(ends.0)),
        target_id: StakeholderId(uuid(ends.1)),
        valid_from: None,
        valid_to: None,
        state: RelationshipState::Confirmed,
        strength: None,
        note: None,
        role: None,
        topic: None,
        constituency: None,
        voting: None,
        cadence: None,
        last_heard: None,
        blocked_by_id: None,
        amount: None,
        currency: None,
        share_min: None,
        share_max: None,
        purpose: None,
        form: None,
        via_id: None,
        consent: None,
        practice: false,
        community_id,
        visibility,
        version: 1,
        created_at: Default::default(),
        updated_at: Default::default(),
    }
}

fn take(snapshot: &mut Snapshot, step: &Step) {
    match *step {
        Step::Node { id, place, archived } => {
            snapshot.put(uuid(id), Some(stakeholder(id, place, archived)));
        }
        Step::Edge { id, ends, place, kind, retracted } => {
            let mut row = relationship(id, ends, kind, place);
            if retracted {
                row.state = RelationshipState::Retracted;
            }
            snapshot.put(uuid(id), Some(row));
        }
        Step::DropNode(id) => snapshot.put::<Stakeholder>(uuid(id), None),
        Step::DropEdge(id) => snapshot.put::<relationship::Model>(uuid(id), None),
    }
}

/// What these viewers find around everybody.
fn walks(snapshot: &Snapshot) -> Vec<String> {
    let snapshot = Arc::new(snapshot.clone());
    let policy = Arc::new(Policy::standard());
    let home = CommunityId(Uuid::from_u128(1));
    let standings = vec![Member { community: home, role: Role::Viewer }];
    let member = Viewer::Account { id: AccountId(Uuid::nil()), standings };
    let mut found = Vec::new();
    for viewer in [Viewer::Anonymous, member, Viewer::Owner] {
        let view = View::new(snapshot.clone(), policy.clone(), viewer);
        let around =
            Around { depth: 2, kinds: Vec::new(), layers: Vec::new(), as_of: None, limit: 7 };
        let everybody: Vec<_> = view.stakeholders().map(|row| row.id).collect();
        for focus in everybody {
            let Some(near) = view.neighborhood(focus, &around) else { continue };
            let nodes: Vec<_> = near.nodes.iter().map(|(row, hop)| (row.id.0, *hop)).collect();
            let edges: Vec<_> = near.edges.iter().map(|row| row.id.0).collect();
            // The seen edges, counted without the graph.
            let stands =
                |id| view.relationship(RelationshipId(id)).is_some_and(|row| view.stands(row));
            assert!(edges.iter().all(|id| stands(*id)));
            found.push(format!("{nodes:?} {edges:?} {}", near.omitted));
        }
    }
    found
}

/// The same rows with a graph that is built from them.
fn rebuilt(snapshot: &Snapshot) -> Snapshot {
    let mut rebuilt = snapshot.clone();
    rebuilt.graph.take();
    rebuilt
}

proptest! {
    /// After any history of puts and removals, in any order of id, the patched graph is the one built
    /// from scratch and walks find the same, for everybody; so does a copy made on the way.
    #[test]
    fn a_patched_index_equals_a_built_one(
        early in prop::collection::vec(step(30), 0..60),
        late in prop::collection::vec(step(30), 0..60),
    ) {
        let mut snapshot = Snapshot::default();
        snapshot.graph();
        early.iter().for_each(|step| take(&mut snapshot, step));
        let copy = snapshot.clone();
        late.iter().for_each(|step| take(&mut snapshot, step));
        for patched in [copy, snapshot] {
            let built = rebuilt(&patched);
            prop_assert_eq!(&patched, &built);
            prop_assert_eq!(walks(&patched), walks(&built));
        }
    }

    /// What cannot be patched is built anew: rows that come before many others, and many that go.
    #[test]
    fn an_outgrown_index_equals_a_built_one(
        steps in prop::collection::vec(step(400), 0..40),
        gone in 0_u32..300,
    ) {
        let mut snapshot = Snapshot::default();
        snapshot.graph();
        for id in 100..400 {
            take(&mut snapshot, &Step::Node { id, place: 0, archived: false });
            let ends = (id, 100 + id % 7);
            take(&mut snapshot, &Step::Edge { id, ends, place: 0, kind: 1, retracted: false });
        }
        steps.iter().for_each(|step| take(&mut snapshot, step));
        (100..100 + gone).for_each(|id| take(&mut snapshot, &Step::DropEdge(id)));
        prop_assert_eq!(&snapshot, &rebuilt(&snapshot));
    }
}

/// Hidden places are told apart by number as they are by the policy, for each viewer anew.
#[test]
fn what_is_hidden_from_a_walk_is_what_the_policy_hides() {
    let mut snapshot = Snapshot::default();
    for id in 0..3 {
        take(&mut snapshot, &Step::Node { id, place: id as usize, archived: false });
        let edge = Step::Edge { id, ends: (0, id), place: 0, kind: 1, retracted: false };
        take(&mut snapshot, &edge);
    }
    let first = |viewer| {
        let view = View::new(Arc::new(snapshot.clone()), Arc::new(Policy::standard()), viewer);
        let around =
            Around { depth: 1, kinds: Vec::new(), layers: Vec::new(), as_of: None, limit: 9 };
        let near = view.neighborhood(StakeholderId(uuid(0)), &around).unwrap();
        (near.nodes.len(), near.edges.len(), near.omitted)
    };
    assert_eq!(first(Viewer::Anonymous), (1, 1, 0));
    assert_eq!(first(Viewer::Owner), (3, 3, 0));
}
