//! Which package may know which.

use cargo_metadata::MetadataCommand;

/// Each package with those of ours that it depends on, in any way.
const LAYERS: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("entity", &["domain"]),
    ("migration", &[]),
    ("api", &["domain", "entity", "migration"]),
    ("web", &["domain"]),
    ("tests", &["api", "domain", "entity", "migration"]),
    ("bench", &["api", "domain", "entity", "migration"]),
    ("kernels", &["domain"]),
    ("xtask", &[]),
];

/// Packages depend on each other exactly as the layers say.
#[test]
fn packages_keep_to_their_layer() {
    let metadata = MetadataCommand::new().current_dir(super::root()).no_deps().exec().unwrap();
    let mut found: Vec<(String, Vec<String>)> = metadata
        .packages
        .iter()
        .map(|package| {
            let dependencies = package.dependencies.iter();
            let mut ours: Vec<String> = dependencies
                .filter(|dependency| dependency.path.is_some())
                .map(|dependency| dependency.name.clone())
                .collect();
            ours.sort();
            ours.dedup();
            (package.name.to_string(), ours)
        })
        .collect();
    found.sort();
    let mut expected = LAYERS.map(|(package, dependencies)| {
        (package.to_owned(), dependencies.iter().map(|&name| name.to_owned()).collect::<Vec<_>>())
    });
    expected.sort();
    assert_eq!(found, expected);
}
