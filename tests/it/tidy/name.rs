//! How files and folders are called.

use std::path::Path;

use super::{report, texts};

/// Words that say nothing of what a file is about.
const EMPTY: [&str; 8] =
    ["utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"];

/// Every file and folder has a name that says what it is about.
#[test]
fn names_say_something() {
    let broken = texts().into_iter().filter_map(|text| {
        complaint(&text.path).map(|reason| format!("{}: {reason}", text.path.display()))
    });
    report(broken.collect());
}

fn complaint(path: &Path) -> Option<String> {
    if path.file_name().is_some_and(|name| name == "mod.rs") {
        return Some("a module lies beside its folder, as `noun.rs`".to_owned());
    }
    path.iter()
        .map(|part| part.to_string_lossy().to_lowercase())
        .find(|part| {
            let stem = part.split('.').next().unwrap_or_default();
            stem.split(['_', '-']).any(|word| EMPTY.contains(&word))
        })
        .map(|part| format!("`{part}` says nothing"))
}

/// Empty words are seen in files, folders and compounds; ordinary nouns pass.
#[test]
fn empty_words_are_seen() {
    for path in ["api/src/utils.rs", "web/src/common/a.css", "api/date_helpers.rs", "api/mod.rs"] {
        assert!(complaint(Path::new(path)).is_some(), "{path}");
    }
    for path in ["api/src/community.rs", "domain/src/model.rs", "README.md"] {
        assert!(complaint(Path::new(path)).is_none(), "{path}");
    }
}
