//! The JSON of an import, as the front end and other programs write and read it.

use domain::identifier::{CommunityId, Noun, parse_stakeholder};
use domain::refusal::{Refusal, RefusalCode};
use domain::sheet::{self, Choice, DateForm, Decision, Who};
use domain::text::Locale;
use serde::{Deserialize, Serialize};

use super::field::Fields;
use crate::service::import;

/// A sheet to be looked at or to be brought in. Of what is absent, the community is the shared
/// registry, and the columns and the order of dates are guessed.
pub(super) fn read(mut fields: Fields) -> Result<import::Request, Vec<Refusal>> {
    let community = fields.parsed("community", |id: String| {
        Noun::Community.parse_id(&id, "community").map(CommunityId)
    });
    let table = fields.required("sheet");
    let file_name = fields.optional("fileName").unwrap_or_default();
    let text = fields.required("text");
    let columns = fields.optional("columns");
    let dates = fields.optional("dateOrder").map(DateOrder::form);
    let defaults = fields.optional("defaults").unwrap_or_default();
    let decisions = fields.list("decisions", decision);
    let locale = fields.optional("locale").unwrap_or(Locale::En);
    let request = Option::zip(table, text).map(|(table, text)| import::Request {
        community,
        table,
        file_name,
        text,
        columns,
        dates,
        defaults,
        decisions,
        locale,
    });
    fields.finish(request)
}

#[derive(Clone, Copy, Deserialize)]
enum DateOrder {
    #[serde(rename = "ISO")]
    Iso,
    #[serde(rename = "DMY")]
    DayFirst,
}

impl DateOrder {
    fn form(self) -> DateForm {
        match self {
            Self::Iso => DateForm::Iso,
            Self::DayFirst => DateForm::DayFirst,
        }
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Action {
    Create,
    Match,
    Skip,
}

/// A person's word about one row; `match` says what it is the same as.
fn decision(fields: &mut Fields) -> Option<Decision> {
    let row = fields.required("row");
    let action = fields.required("action");
    let same: Option<String> = match action {
        Some(Action::Match) => fields.required("match"),
        _ => fields.optional("match"),
    };
    let choice = match action? {
        Action::Create => Choice::Create,
        Action::Skip => Choice::Skip,
        Action::Match => Choice::Same(fields.take(who(&same?))?),
    };
    Some(Decision { row: row?, choice })
}

/// A stored stakeholder by its id, or `row:12` for what that row makes.
fn who(text: &str) -> Result<Who, Refusal> {
    let row = text.strip_prefix("row:").and_then(|number| number.parse().ok());
    match row {
        Some(number) => Ok(Who::Row(number)),
        None => parse_stakeholder(text, "match").map(Who::Stored),
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
            import::Whom::Capability(id) => Noun::Capability.format(id.0),
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
