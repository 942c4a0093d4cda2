//! Reading starts from a scope: who may name a table's own finder, and why.

use super::{report, sources};

/// Where a bare finder may stand. Everything else reads through a `View`, or adds `in_scope` or
/// `change_in_sight` to a query: clippy's `disallowed-methods` cannot say this, because finders are
/// methods of a trait and it would forbid them everywhere or nowhere.
const REASONED: [(&str, &str); 26] = [
    ("entity/src/record.rs", "a whole noun, for building the snapshot and for the write path"),
    ("entity/src/stakeholder/storage.rs", "the same, for the tables of a stakeholder"),
    ("entity/src/scope.rs", "the scope itself"),
    ("entity/src/sight.rs", "scoped: what of the log is in sight"),
    ("entity/src/long_text.rs", "scoped: which texts are"),
    ("api/src/snapshot/", "the snapshot is built of everything and read through a view"),
    ("api/src/op/", "the write path, and bookkeeping about requests"),
    ("api/src/auth/", "bookkeeping about sign-in, never a fact"),
    ("api/src/http/graphql/document/kept.rs", "bookkeeping: texts of the front end"),
    ("api/src/app.rs", "the ledger, which tells how far the log is"),
    ("api/src/service/change/list.rs", "scoped: the log, by `change_in_sight`"),
    ("api/src/service/change/recent.rs", "scoped: the same, party by party"),
    ("api/src/service/change/touched.rs", "whether later changes stand in the way of an undo"),
    ("api/src/service/change.rs", "one whole step, each part of which its undo must be allowed"),
    ("api/src/service/audit", "the owner's audit of the whole chain"),
    ("api/src/service/contact.rs", "contact data of persons whom the view allows to reach"),
    (
        "api/src/service/correction.rs",
        "how authors are reached of corrections that the viewer decides about",
    ),
    ("api/src/service/meeting.rs", "notes of meetings that the view has shown"),
    ("api/src/service/subject.rs", "one person, whom the actor administers"),
    ("api/src/service/evidence.rs", "notes of evidence that the view has shown"),
    ("api/src/service/presence.rs", "whether accounts that the view has shown have come in"),
    ("api/src/service/session.rs", "one's own sessions"),
    ("api/src/service/mute.rs", "one's own mutes"),
    ("api/src/service/digest.rs", "one's own wish for a digest, and whose the process sends"),
    ("api/src/service/calendar.rs", "one's own calendar, and whose an address is"),
    ("api/src/service/stakeholder/summary.rs", "summaries of stakeholders that the view has shown"),
];

/// No query begins with a bare finder outside the list.
#[test]
fn reading_starts_from_a_scope() {
    let finders =
        ["Entity::find()", "Entity::find_by_id(", "::find_by_statement(", "::find_with_related("];
    let mut bare = Vec::new();
    let ours = |path: &str| path.starts_with("api/src") || path.starts_with("entity/src");
    for source in sources() {
        let path = source.path.to_string_lossy().replace('\\', "/");
        let reasoned = REASONED.iter().any(|(known, _)| path.starts_with(known));
        if !ours(&path) || reasoned {
            continue;
        }
        for (number, line) in (1..).zip(source.content.lines()) {
            if finders.iter().any(|finder| line.contains(finder)) {
                bare.push(format!("{path}:{number}: {}", line.trim()));
            }
        }
    }
    report(bare);
}

/// Every reason still stands: the file is there and has a finder.
#[test]
fn every_exception_is_needed() {
    let texts = sources();
    let idle = REASONED.iter().filter(|(known, _)| {
        let mut here = texts.iter().filter(|text| text.path.to_string_lossy().starts_with(known));
        !here.any(|text| text.content.contains("::find") || text.content.contains("Condition"))
    });
    report(idle.map(|(known, _)| format!("{known}: no finder")).collect());
}
