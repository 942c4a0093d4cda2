use super::*;

const TINY: Scale =
    Scale { name: "tiny", stakeholders: 500, relationships: 5_000, engagements: 500 };

fn degrees(world: &World) -> Vec<usize> {
    let mut degrees = vec![0; world.parties.len()];
    for tie in &world.ties {
        degrees[tie.source as usize] += 1;
        degrees[tie.target as usize] += 1;
    }
    degrees
}

/// The same seed gives the same world, another seed another one.
#[test]
fn the_seed_decides() {
    let world = World::new(TINY, 7);
    assert_eq!(world, World::new(TINY, 7));
    assert_ne!(world.ties, World::new(TINY, 8).ties);
}

/// There are as many of each as the scale says; nobody is joined to itself, and no pair twice.
#[test]
fn the_scale_is_kept() {
    let world = World::new(TINY, SEED);
    let sizes = (world.parties.len(), world.ties.len(), world.talks.len());
    assert_eq!(sizes, (500, 5_000, 500));
    let pairs: HashSet<_> = world.ties.iter().map(|tie| (tie.source, tie.target)).collect();
    assert_eq!(pairs.len(), world.ties.len());
    assert!(pairs.iter().all(|(source, target)| source != target));
    let simple = world.pairs();
    assert!(simple.len() <= world.ties.len() && simple.iter().all(|(low, high)| low < high));
}

/// Few have many relationships, many few, and 6 % have one.
#[test]
fn there_are_hubs_and_leaves() {
    let world = World::new(TINY, SEED);
    let mut degrees = degrees(&world);
    let leaves = &degrees[470..];
    assert!(leaves.iter().all(|degree| *degree == 1), "{leaves:?}");
    degrees.sort_unstable();
    let median = degrees[degrees.len() / 2];
    let greatest = degrees[degrees.len() - 1];
    assert!(greatest > 3 * median, "{greatest} beside {median}");
}

/// Every relationship is of a kind that may join what it joins.
#[test]
fn kinds_fit() {
    let world = World::new(TINY, SEED);
    for tie in &world.ties {
        let kind = |place: u32| world.parties[place as usize].kind;
        assert!(tie.kind.joins(kind(tie.source), kind(tie.target)), "{tie:?}");
    }
}

/// Most relationships stay within a region.
#[test]
fn regions_hold_together() {
    let world = World::new(TINY, SEED);
    let region = |place: u32| world.parties[place as usize].region;
    let near = world.ties.iter().filter(|tie| region(tie.source) == region(tie.target)).count();
    assert!(near * 10 > world.ties.len() * 7, "{near}");
}
