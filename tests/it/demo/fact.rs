//! What is loaded, in the words of the list.

use super::list::{Absent, in_order};
use api::app::App;
use api::snapshot::View;
use domain::evidence::Stance;
use domain::identifier::StakeholderId;
use domain::policy::Viewer;
use domain::stakeholder::Detail;
use domain::text::Locale;
use entity::{engagement, evidence, relationship, stakeholder::Stakeholder};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

/// Every fact that is loaded; what is for practice is none.
pub(super) fn facts(app: &Arc<App>) -> BTreeSet<String> {
    let view = app.op(Viewer::Owner).view();
    let told = Told { keys: keys(&view), view };
    let mut facts = BTreeSet::new();
    told.sources(&mut facts);
    told.stakeholders(&mut facts);
    told.relationships(&mut facts);
    told.engagements(&mut facts);
    told.actions(&mut facts);
    told.overlaps(&mut facts);
    facts
}

/// Whether nothing of what the line speaks of is loaded.
pub(super) fn is_absent(app: &Arc<App>, line: &Absent) -> bool {
    let view = app.op(Viewer::Owner).view();
    let end = |id: StakeholderId| view.stakeholder(id).expect("an end").slug.clone();
    match line.relation.as_str() {
        "STAKEHOLDER" => view.matching(&line.subject).is_empty(),
        "AMOUNT" => view.relationships().all(|row| row.amount.is_none()),
        "ACTION_OWNER" => {
            let mut facts = view.actions().filter(|row| !row.practice);
            facts.all(|row| row.owner_id.is_none() && row.due_on.is_none())
        }
        kind => view
            .relationships()
            .all(|row| end(row.source_id) != line.subject || row.kind.to_string() != kind),
    }
}

struct Told {
    view: View,
    /// The key of each source in the list, by its title.
    keys: BTreeMap<String, String>,
}

/// The list names the documents by the keys of the demo's own file.
fn keys(view: &View) -> BTreeMap<String, String> {
    let text = include_str!("../../../api/demo/sources.csv");
    let keys: BTreeMap<String, String> = text
        .lines()
        .skip(1)
        .filter_map(|line| {
            let (key, rest) = line.split_once(',')?;
            Some((rest.split(',').next()?.to_owned(), key.to_owned()))
        })
        .collect();
    assert!(view.sources().all(|row| keys.contains_key(&row.title)));
    keys
}

fn line(cells: [&str; 8]) -> String {
    cells.join(" | ")
}

impl Told {
    fn key(&self, row: &evidence::Model) -> &str {
        &self.keys[&self.view.source(row.source_id).expect("a source").title]
    }

    /// The lines that say so, and whether they do so only by inference.
    fn places(&self, subject: Uuid, stance: Stance) -> (String, &'static str) {
        let rows: Vec<_> =
            self.view.evidence_of(subject).filter(|row| row.stance == stance).collect();
        let place = |row: &&Arc<evidence::Model>| {
            let locator = row.locator.as_deref().unwrap_or_default();
            let lines = locator.trim_start_matches("lines ").trim_start_matches("line ");
            match lines.starts_with(|letter: char| letter.is_ascii_digit()) {
                true => format!("{}:{lines}", self.key(row)),
                false => self.key(row).to_owned(),
            }
        };
        let mut places: Vec<_> = rows.iter().map(place).collect();
        places.sort();
        let inferred = rows.iter().all(|row| row.inferred) && !rows.is_empty();
        (places.join(","), if inferred { "yes" } else { "no" })
    }

    fn slug(&self, id: StakeholderId) -> &str {
        &self.view.stakeholder(id).expect("a stakeholder").slug
    }

    fn sources(&self, facts: &mut BTreeSet<String>) {
        for row in self.view.sources() {
            let published = row.published_on.map(|date| format!("publishedOn={date}"));
            let licence = row.licence.as_ref().map(|licence| format!("licence={licence}"));
            let state = if published.is_some() { "DATED" } else { "UNDATED" };
            let detail = published.into_iter().chain(licence).collect::<Vec<_>>().join("; ");
            let (key, kind) = (&self.keys[&row.title], row.kind.to_string());
            facts.insert(line(["source", "", state, "no", key, &kind, "-", &detail]));
        }
    }

    fn stakeholders(&self, facts: &mut BTreeSet<String>) {
        for row in self.view.stakeholders() {
            let (places, inferred) = self.places(row.id.0, Stance::Supports);
            let state = if row.unresolved.is_some() { "UNRESOLVED" } else { "CLEAR" };
            let (kind, word) = (row.kind.to_string(), type_of(row));
            let detail = detail_of(row);
            facts.insert(line([
                "stakeholder",
                &places,
                state,
                inferred,
                &row.slug,
                &kind,
                &word,
                &detail,
            ]));
        }
    }

    fn relationships(&self, facts: &mut BTreeSet<String>) {
        for row in self.view.relationships() {
            let (state, kind) = (row.state.to_string(), row.kind.to_string());
            let (from, to) = in_order(&kind, self.slug(row.source_id), self.slug(row.target_id));
            let (places, inferred) = self.places(row.id.0, Stance::Supports);
            let detail = self.particulars(row);
            facts.insert(line([
                "relationship",
                &places,
                &state,
                inferred,
                from,
                &kind,
                to,
                &detail,
            ]));
            let (places, inferred) = self.places(row.id.0, Stance::Disputes);
            if !places.is_empty() {
                facts.insert(line(["dispute", &places, &state, inferred, from, &kind, to, ""]));
            }
        }
    }

    fn particulars(&self, row: &relationship::Model) -> String {
        let all = [
            ("via", row.via_id.map(|id| self.slug(id).to_owned())),
            ("blockedBy", row.blocked_by_id.map(|id| self.slug(id).to_owned())),
            ("topic", row.topic.clone()),
            ("constituency", row.constituency.clone()),
            ("role", row.role.clone()),
            ("validFrom", row.valid_from.map(|date| date.to_string())),
            ("validTo", row.valid_to.map(|date| date.to_string())),
        ];
        listed(all)
    }

    fn engagements(&self, facts: &mut BTreeSet<String>) {
        for row in self.view.engagements().filter(|row| !row.practice) {
            let community = &self.view.community(row.community_id).expect("a community").name;
            let (objective, party) = (row.objective.to_string(), self.slug(row.party_id));
            let (places, inferred) = self.places(row.id.0, Stance::Supports);
            let since = row.standing_since.map(|since| since.to_string());
            let (stage, detail) = (row.stage.to_string(), listed([("since", since)]));
            facts.insert(line([
                "engagement",
                &places,
                &stage,
                inferred,
                community,
                &objective,
                party,
                &detail,
            ]));
            self.parts(row, &format!("{community}/{objective}/{party}"), facts);
        }
    }

    fn parts(&self, row: &engagement::Model, name: &str, facts: &mut BTreeSet<String>) {
        for gain in self.view.gains_of(row.id) {
            let (status, side) = (gain.status.to_string(), gain.side.to_string());
            facts.insert(line(["gain", "", &status, "no", name, &side, &gain.text, ""]));
        }
        for point in &row.entry_points.0 {
            facts.insert(line([
                "entry",
                "",
                "CONFIRMED",
                "no",
                name,
                "ENTRY_POINT",
                self.slug(*point),
                "",
            ]));
        }
    }

    fn actions(&self, facts: &mut BTreeSet<String>) {
        for row in self.view.actions().filter(|row| !row.practice) {
            let community = &self.view.community(row.community_id).expect("a community").name;
            let (places, inferred) = self.places(row.id.0, Stance::Supports);
            let recorded = row.recorded_on.map(|date| date.to_string());
            let (state, detail) = (row.state.to_string(), listed([("recordedOn", recorded)]));
            facts.insert(line([
                "action", &places, &state, inferred, community, "ACTION", &row.text, &detail,
            ]));
        }
    }

    /// Two groups that say to work on the same.
    fn overlaps(&self, facts: &mut BTreeSet<String>) {
        let rows: Vec<_> = self.view.stakeholders().collect();
        for (place, one) in rows.iter().enumerate() {
            for other in &rows[place + 1..] {
                let shared: Vec<_> = topics(one)
                    .iter()
                    .filter(|topic| topics(other).contains(topic))
                    .cloned()
                    .collect();
                if !shared.is_empty() {
                    let shared = shared.join(",");
                    let (one, other) = in_order("TOPICS", &one.slug, &other.slug);
                    facts.insert(line([
                        "overlap",
                        "",
                        "CONFIRMED",
                        "no",
                        one,
                        "TOPICS",
                        other,
                        &shared,
                    ]));
                }
            }
        }
    }
}

fn type_of(row: &Stakeholder) -> String {
    match &row.detail {
        Detail::Organization { organization_type, .. } => organization_type.to_string(),
        Detail::Group { group_type, .. } => group_type.to_string(),
        Detail::Programme { programme_type: Some(word), .. } => word.to_string(),
        Detail::Place { level } => level.to_string(),
        _ => "-".to_owned(),
    }
}

fn topics(row: &Stakeholder) -> &[String] {
    match &row.detail {
        Detail::Group { topics, .. } => topics,
        _ => &[],
    }
}

fn detail_of(row: &Stakeholder) -> String {
    assert!(!row.name(Locale::En).is_empty() && row.archived_at.is_none());
    let list = |items: &[String]| (!items.is_empty()).then(|| items.join(","));
    listed([
        ("country", row.country.clone()),
        ("countries", list(&row.countries)),
        ("languages", list(&row.languages)),
        ("topics", list(topics(row))),
    ])
}

fn listed<const N: usize>(all: [(&str, Option<String>); N]) -> String {
    let said = all.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?)));
    said.collect::<Vec<_>>().join("; ")
}
