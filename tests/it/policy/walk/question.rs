//! With which arguments the walk asks what follows from what is recorded.

use crate::policy::scene::Scene;
use serde_json::json;

/// What somebody writes of a contact with the organization of a scene.
pub fn line_about(word: &str) -> String {
    format!("Called {word} organization")
}

/// Such a line about each scene, as it is written in each community.
pub(super) fn lines(scenes: &[Scene], communities: &[String]) -> Vec<String> {
    let about = scenes.iter().flat_map(|it| communities.iter().map(move |id| (id, &it.word)));
    let ask = |(id, word): (&String, &String)| {
        format!("(community: \"{id}\", text: \"{}, call back Tuesday\")", line_about(word))
    };
    about.map(ask).collect()
}

/// The arguments of what follows from what is recorded; none for any other field.
pub(super) fn questions(field: &str, scenes: &[Scene]) -> Option<Vec<String>> {
    let each = |about: &dyn Fn(&Scene) -> String| scenes.iter().map(about).collect();
    Some(match field {
        "compareGovernance" => each(&|it| format!("(goods: [{}])", it.rows["GlobalGood"])),
        "feedbackDistances" => each(&|it| format!("(first: 5, good: {})", it.rows["GlobalGood"])),
        "feedbackPath" => {
            let ends = ["GlobalGood", "Implementation"];
            let about = |it: &Scene| ends.map(|kind| format!("(id: {})", it.rows[kind]));
            scenes.iter().flat_map(about).collect()
        }
        "groupHealth" => each(&|it| format!("(group: {})", it.rows["Group"])),
        "groupOverlap" => each(&|it| format!("(good: {})", it.rows["GlobalGood"])),
        "representationGaps" => each(&|it| {
            let filter = json!({ "group": it.rows["Group"], "constituency": it.word });
            let filter = filter.to_string().replace("\"group\"", "group");
            format!("(first: 5, filter: {})", filter.replace("\"constituency\"", "constituency"))
        }),
        "simulateLoss" => each(&|it| format!("(stakeholders: [{}])", it.rows["Organization"])),
        "fundingConcentration" => each(&|it| format!("(stakeholder: {})", it.rows["GlobalGood"])),
        "brief" => each(&|it| format!("(party: {})", it.rows["Organization"])),
        "fundingRanking" => ["GLOBAL_GOOD", "GROUP"].map(|kind| format!("(kind: {kind})")).to_vec(),
        "fundingPaths" => each(&|it| format!("(good: {})", it.rows["GlobalGood"])),
        "graphDiff" => {
            let far = |time| format!("{{ at: \"{time}T00:00:00Z\" }}");
            let whole = format!("(from: {}, to: {})", far("2000-01-01"), far("2100-01-01"));
            let days = "(from: { day: \"2000-01-01\" }, to: { day: \"2100-01-01\" })".to_owned();
            let last = |it: &Scene| {
                format!("(from: {{ change: {} }}, to: {})", it.change, far("2100-01-01"))
            };
            scenes.iter().map(last).chain([whole, days]).collect()
        }
        "recordDiff" => each(&|it| format!("(id: {}, from: {})", it.rows["Segment"], it.change)),
        "peersFor" => {
            each(&|it| format!("(first: 20, implementation: {})", it.rows["Implementation"]))
        }
        "introductionPaths" => each(&|it| {
            let (from, to) = (&it.rows["Group"], &it.rows["Organization"]);
            format!("(from: [{from}], to: {to}, includeProposed: true)")
        }),
        "networkMeasures" => vec!["(measure: DEGREE)".to_owned()],
        _ => return None,
    })
}
