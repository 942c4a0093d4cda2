//! The JSON of an import, as the front end and other programs write and read it.

use std::collections::BTreeMap;

use domain::identifier::{CommunityId, Noun, parse_stakeholder};
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::sheet::{self, Choice, DateForm, Table, Who};
use serde::{Deserialize, Serialize};

use crate::service::import;

/// A sheet to be looked at or to be brought in.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Asked {
    /// Who maintains the new records where a row does not say; none is the shared registry.
    community: Option<String>,
    /// What the rows are about.
    sheet: Table,
    file_name: Option<String>,
    /// The cells, pasted or from a file.
    text: String,
    /// What each column means, by code; absent to have it guessed.
    columns: Option<Vec<Option<String>>>,
    /// How dates are written; absent to have it guessed.
    date_order: Option<DateOrder>,
    /// What a missing cell stands for, by column.
    defaults: Option<BTreeMap<String, String>>,
    #[serde(default)]
    decisions: Vec<Decision>,
}

#[derive(Clone, Copy, Deserialize)]
enum DateOrder {
    #[serde(rename = "ISO")]
    Iso,
    #[serde(rename = "DMY")]
    DayFirst,
}

/// A person's word about one row.
#[derive(Deserialize)]
struct Decision {
    row: usize,
    action: Action,
    /// What it is the same as, with `MATCH`.
    #[serde(rename = "match")]
    same: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Action {
    Create,
    Match,
    Skip,
}

impl TryFrom<Asked> for import::Request {
    type Error = Vec<Refusal>;

    fn try_from(asked: Asked) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let community = |text: String| Noun::Community.parse_id(&text, "community");
        let community = refusals.take(asked.community.map(community).transpose());
        let decisions = asked.decisions.iter().map(Decision::read);
        let decisions = refusals.take(decisions.collect());
        let both = community.zip(decisions);
        refusals.finish(both.map(|(community, decisions)| Self {
            community: community.map(CommunityId),
            table: asked.sheet,
            file_name: asked.file_name.unwrap_or_default(),
            text: asked.text,
            columns: asked.columns,
            dates: asked.date_order.map(|order| match order {
                DateOrder::Iso => DateForm::Iso,
                DateOrder::DayFirst => DateForm::DayFirst,
            }),
            defaults: asked.defaults.unwrap_or_default(),
            decisions,
        }))
    }
}

impl Decision {
    fn read(&self) -> Result<sheet::Decision, Refusal> {
        let choice = match (self.action, &self.same) {
            (Action::Create, _) => Choice::Create,
            (Action::Skip, _) => Choice::Skip,
            (Action::Match, Some(same)) => Choice::Same(who(same)?),
            (Action::Match, None) => {
                return Err(Refusal::new(RefusalCode::Required, "decisions.match"));
            }
        };
        Ok(sheet::Decision { row: self.row, choice })
    }
}

/// A stored stakeholder by its id, or `row:12` for what that row makes.
fn who(text: &str) -> Result<Who, Refusal> {
    let row = text.strip_prefix("row:").and_then(|number| number.parse().ok());
    match row {
        Some(number) => Ok(Who::Row(number)),
        None => parse_stakeholder(text, "decisions.match").map(Who::Stored),
    }
}

/// What would become of a sheet.
#[derive(Serialize)]
pub(super) struct Preview {
    columns: Vec<Column>,
    rows: Vec<Row>,
    counts: Counts,
}

#[derive(Serialize)]
struct Column {
    heading: String,
    field: Option<&'static str>,
}

#[derive(Serialize)]
struct Row {
    row: usize,
    verdict: Verdict,
    name: String,
    #[serde(rename = "match")]
    found: Option<Candidate>,
    suggestions: Vec<Candidate>,
    refusals: Vec<Fault>,
    defaults: Vec<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Verdict {
    Create,
    Match,
    Reject,
}

#[derive(Serialize)]
struct Candidate {
    id: String,
    name: String,
    why: sheet::Why,
}

#[derive(Serialize)]
struct Fault {
    code: RefusalCode,
    field: String,
    missing: Vec<String>,
    column: Option<String>,
    cell: Option<String>,
}

#[derive(Serialize)]
struct Counts {
    create: usize,
    #[serde(rename = "match")]
    matched: usize,
    reject: usize,
}

/// What an import did.
#[derive(Serialize)]
pub(super) struct Outcome {
    import: String,
    created: usize,
    matched: usize,
    rejected: usize,
}

impl From<import::Outcome> for Outcome {
    fn from(done: import::Outcome) -> Self {
        Self {
            import: Noun::Import.format(done.import.0),
            created: done.counts.create,
            matched: done.counts.matched,
            rejected: done.counts.reject,
        }
    }
}

impl From<import::Preview> for Preview {
    fn from(told: import::Preview) -> Self {
        let import::Counts { create, matched, reject } = told.counts;
        let column =
            |column: import::Column| Column { heading: column.heading, field: column.code };
        Self {
            columns: told.columns.into_iter().map(column).collect(),
            rows: told.rows.into_iter().map(Row::from).collect(),
            counts: Counts { create, matched, reject },
        }
    }
}

impl From<import::Row> for Row {
    fn from(row: import::Row) -> Self {
        Self {
            row: row.number,
            verdict: match row.verdict {
                import::Verdict::Create => Verdict::Create,
                import::Verdict::Match => Verdict::Match,
                import::Verdict::Reject => Verdict::Reject,
            },
            name: row.name,
            found: row.found.map(Candidate::from),
            suggestions: row.suggestions.into_iter().map(Candidate::from).collect(),
            refusals: row.faults.into_iter().map(Fault::from).collect(),
            defaults: row.assumed,
        }
    }
}

impl From<import::Candidate> for Candidate {
    fn from(candidate: import::Candidate) -> Self {
        let id = match candidate.whom {
            import::Whom::Stakeholder(kind, id) => kind.noun().format(id.0),
            import::Whom::Relationship(id) => Noun::Relationship.format(id.0),
            import::Whom::Row(number) => format!("row:{number}"),
        };
        Self { id, name: candidate.name, why: candidate.why }
    }
}

impl From<import::Fault> for Fault {
    fn from(fault: import::Fault) -> Self {
        let Refusal { code, field, missing } = fault.refusal;
        Self { code, field, missing, column: fault.column, cell: fault.cell }
    }
}
