//! The files of the demo and how their lines are read. What is wrong in them is a defect of this
//! program, never of somebody's input.

use crate::error::{Error, Result};
use domain::community::Role;
use domain::engagement::{Channel, Direction, Objective, Stage};
use domain::evidence::SourceKind;
use domain::stakeholder::Visibility;
use serde::Deserialize;
use serde::de::DeserializeOwned;

const FILES: [(&str, &str); 9] = [
    ("communities.csv", include_str!("../../../demo/communities.csv")),
    ("sources.csv", include_str!("../../../demo/sources.csv")),
    ("stakeholders.csv", include_str!("../../../demo/stakeholders.csv")),
    ("relationships.csv", include_str!("../../../demo/relationships.csv")),
    ("engagements.csv", include_str!("../../../demo/engagements.csv")),
    ("actions.csv", include_str!("../../../demo/actions.csv")),
    ("practice/engagements.csv", include_str!("../../../demo/practice/engagements.csv")),
    ("practice/interactions.csv", include_str!("../../../demo/practice/interactions.csv")),
    ("practice/actions.csv", include_str!("../../../demo/practice/actions.csv")),
];

/// A community and the global good that it is about.
#[derive(Deserialize)]
pub(super) struct Community {
    pub(super) name: String,
    pub(super) good: String,
}

/// A document.
#[derive(Deserialize)]
pub(super) struct Source {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) kind: SourceKind,
    pub(super) url: String,
    pub(super) published_on: String,
    pub(super) licence: String,
    pub(super) revision_tag: String,
}

/// A partner that a community wants.
#[derive(Deserialize)]
pub(super) struct Engagement {
    pub(super) community: String,
    pub(super) party: String,
    pub(super) objective: Objective,
    pub(super) stage: Stage,
    pub(super) since: String,
    pub(super) since_source: String,
    pub(super) why: String,
    pub(super) entry_points: String,
    pub(super) we_gain: String,
    pub(super) they_gain: String,
    pub(super) visibility: Visibility,
    pub(super) evidence: String,
}

/// Something to be done.
#[derive(Deserialize)]
pub(super) struct Action {
    pub(super) community: String,
    pub(super) text: String,
    pub(super) party: String,
    pub(super) objective: Option<Objective>,
    pub(super) recorded_on: String,
    pub(super) finds_entry_point: Answer,
    pub(super) evidence: String,
}

/// A conversation for practice.
#[derive(Deserialize)]
pub(super) struct PracticeEngagement {
    pub(super) community: String,
    pub(super) party: String,
    pub(super) objective: Objective,
    pub(super) stage: Stage,
    pub(super) since_days: i64,
    pub(super) owner: Option<Role>,
    pub(super) why: String,
    pub(super) entry_points: String,
    pub(super) deciding_group: String,
    pub(super) we_gain: String,
    pub(super) they_gain: String,
    pub(super) next_step: String,
    pub(super) next_step_due_days: Option<i64>,
    pub(super) influence: Option<i32>,
    pub(super) interest: Option<i32>,
    pub(super) impact: Option<i32>,
    pub(super) cadence_days: Option<i32>,
    pub(super) proposal_text: String,
    pub(super) visibility: Visibility,
}

/// A contact for practice.
#[derive(Deserialize)]
pub(super) struct PracticeInteraction {
    pub(super) community: String,
    pub(super) party: String,
    pub(super) objective: Objective,
    pub(super) happened_days: i64,
    pub(super) channel: Channel,
    pub(super) direction: Direction,
    pub(super) note: String,
}

/// Something to be done for practice.
#[derive(Deserialize)]
pub(super) struct PracticeAction {
    pub(super) community: String,
    pub(super) text: String,
    pub(super) party: String,
    pub(super) objective: Objective,
    pub(super) due_days: i64,
    pub(super) owner: Role,
    pub(super) finds_entry_point: Answer,
}

/// Yes or no.
#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Answer {
    Yes,
    No,
}

/// The text of a file.
pub(super) fn text(name: &str) -> Result<&'static str> {
    let found = FILES.iter().find(|(known, _)| *known == name);
    found.map(|(_, text)| *text).ok_or_else(|| broken(format!("there is no file {name}")))
}

/// The lines of a file that is not in Banyan's own form.
pub(super) fn read<T: DeserializeOwned>(name: &str) -> Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(text(name)?.as_bytes());
    let lines = reader.deserialize().collect::<Result<Vec<T>, csv::Error>>();
    lines.map_err(|error| broken(format!("{name}: {error}")))
}

/// The items of a cell, split by bars.
pub(super) fn items(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|item| !item.is_empty())
}

/// A defect of the files.
pub(super) fn broken(what: String) -> Error {
    Error::internal(format!("the demo is broken: {what}"))
}
