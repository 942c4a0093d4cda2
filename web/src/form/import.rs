//! What the import page sends and gets back, and what a person decided about the rows.

mod encoding;
pub use encoding::decode;

use domain::refusal::{Refusal, RefusalCode};
use domain::sheet::Table;
use domain::text::Locale;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How to read dates such as 03/04/2024, when ISO order does not settle it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateOrder {
    /// 2024-04-03.
    #[serde(rename = "ISO")]
    Iso,
    /// 03/04/2024 is the third of April.
    #[serde(rename = "DMY")]
    DayMonthYear,
}

/// A sheet to be looked at or to be brought in.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ImportRequest {
    /// Who keeps the new records; none is the shared registry.
    pub community: Option<String>,
    /// What the rows are about.
    pub sheet: Table,
    /// The name of the file, for the list of imports.
    pub file_name: Option<String>,
    /// The pasted cells or the text of the file.
    pub text: String,
    /// The field of each column; absent to have them guessed.
    pub columns: Option<Vec<Option<String>>>,
    /// How to read ambiguous dates; absent to have it guessed for the whole sheet.
    pub date_order: Option<DateOrder>,
    /// What to take where the sheet says nothing, by field.
    pub defaults: Option<BTreeMap<String, String>>,
    /// What a person decided about single rows.
    pub decisions: Vec<Decision>,
    /// The language in which known records are named.
    pub locale: Locale,
}

/// What to do with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Course {
    /// Make a new record of it.
    Create,
    /// It is the record that `match` names.
    Match,
    /// Leave it out.
    Skip,
}

/// A person's word about one row, instead of what was proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// The row, as numbered in the preview.
    pub row: u32,
    /// What to do with it.
    pub action: Course,
    /// Which record it is, with `MATCH`.
    #[serde(rename = "match")]
    pub record: Option<String>,
}

/// How the sheet was understood.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Preview {
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// How many rows of each verdict.
    pub counts: Counts,
}

/// One column and the field that it fills.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// The field, or none when it is left out.
    pub field: Option<String>,
}

/// What would become of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Verdict {
    /// A new record.
    Create,
    /// A record that is there already.
    Match,
    /// Nothing: something in it is wrong.
    Reject,
}

/// One row and what would become of it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Row {
    /// Its number in the sheet.
    pub row: u32,
    /// What would become of it.
    pub verdict: Verdict,
    /// What it is about, in words.
    #[serde(default)]
    pub name: String,
    /// The record that it is taken for.
    #[serde(rename = "match")]
    pub record: Option<Candidate>,
    /// Other records that it might be.
    #[serde(default)]
    pub suggestions: Vec<Candidate>,
    /// Why it is rejected.
    #[serde(default)]
    pub refusals: Vec<CellRefusal>,
    /// The fields that were filled from the defaults.
    #[serde(default)]
    pub defaults: Vec<String>,
}

/// A record that a row may be about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Candidate {
    /// Its id; none when it is made by an earlier row of the same sheet.
    #[serde(default)]
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// Why it is thought to be the same.
    #[serde(default)]
    pub why: String,
}

/// A rule saying no to one cell.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CellRefusal {
    /// Which rule.
    pub code: RefusalCode,
    /// The field.
    #[serde(default)]
    pub field: String,
    /// What would be needed instead.
    #[serde(default)]
    pub missing: Vec<String>,
    /// The heading of the column.
    pub column: Option<String>,
    /// What stands in the cell.
    pub cell: Option<String>,
}

impl CellRefusal {
    /// The refusal without its cell, for saying it in a sentence.
    pub fn refusal(&self) -> Refusal {
        Refusal { code: self.code, field: self.field.clone(), missing: self.missing.clone() }
    }
}

/// How many rows of each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Counts {
    /// To be created.
    pub create: u32,
    /// Found.
    #[serde(rename = "match")]
    pub matched: u32,
    /// Wrong.
    pub reject: u32,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Outcome {
    /// The import, by which it can be undone.
    pub import: String,
    /// How many records were created.
    pub created: u32,
    /// How many rows were already there.
    pub matched: u32,
    /// How many rows were left out.
    pub rejected: u32,
}

impl ImportRequest {
    /// Nothing pasted yet.
    pub fn new(locale: Locale) -> Self {
        Self {
            community: None,
            sheet: Table::Stakeholders,
            file_name: None,
            text: String::new(),
            columns: None,
            date_order: None,
            defaults: None,
            decisions: Vec::new(),
            locale,
        }
    }

    /// Whether the server would read both as the same sheet, whatever was decided about the rows.
    pub fn reads_as(&self, other: &Self) -> bool {
        fn sheet(request: &ImportRequest) -> impl PartialEq {
            let ImportRequest { community, sheet, text, columns, date_order, defaults, .. } =
                request;
            (community, *sheet, text, columns, *date_order, defaults)
        }
        sheet(self) == sheet(other)
    }

    /// Assigns a column to a field; a field that stood at another column leaves it, since one
    /// field has one column.
    pub fn assign(&mut self, shown: &[Column], column: usize, field: Option<&str>) {
        let mut columns: Vec<Option<String>> =
            shown.iter().map(|column| column.field.clone()).collect();
        for (position, assigned) in columns.iter_mut().enumerate() {
            if position == column {
                *assigned = field.map(str::to_owned);
            } else if field.is_some() && assigned.as_deref() == field {
                *assigned = None;
            }
        }
        self.columns = Some(columns);
    }

    /// Keeps a person's word about a row, or forgets it when it is what was proposed anyway.
    pub fn decide(&mut self, row: u32, decision: Option<(Course, Option<String>)>) {
        self.decisions.retain(|known| known.row != row);
        if let Some((action, record)) = decision {
            self.decisions.push(Decision { row, action, record });
            self.decisions.sort_by_key(|known| known.row);
        }
    }

    /// What a person decided about a row.
    pub fn decision(&self, row: u32) -> Option<&Decision> {
        self.decisions.iter().find(|known| known.row == row)
    }

    /// Sets or clears a default.
    pub fn default_to(&mut self, field: &str, value: &str) {
        let mut defaults = self.defaults.take().unwrap_or_default();
        match value {
            "" => defaults.remove(field),
            value => defaults.insert(field.to_owned(), value.to_owned()),
        };
        self.defaults = Some(defaults).filter(|defaults| !defaults.is_empty());
    }

    /// The same sheet read anew: what was decided about rows of another text no longer holds.
    pub fn replace_text(&mut self, text: String, file_name: Option<String>) {
        self.text = text;
        self.file_name = file_name;
        self.columns = None;
        self.decisions.clear();
    }
}

impl Preview {
    /// How many records the import would create, with what was decided about the rows.
    pub fn counts_with(&self, decisions: &[Decision]) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            let decided = decisions.iter().find(|decision| decision.row == row.row);
            match (decided.map(|decision| decision.action), row.verdict) {
                (Some(Course::Create), _) | (None, Verdict::Create) => counts.create += 1,
                (Some(Course::Match), _) | (None, Verdict::Match) => counts.matched += 1,
                (Some(Course::Skip), _) | (None, Verdict::Reject) => counts.reject += 1,
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn columns(fields: &[Option<&str>]) -> Vec<Column> {
        let column =
            |field: &Option<&str>| Column { heading: "x".into(), field: field.map(str::to_owned) };
        fields.iter().map(column).collect()
    }

    /// A field stands at one column only, and a column can be left out.
    #[test]
    fn a_field_has_one_column() {
        let mut request = ImportRequest::new(Locale::En);
        let shown = columns(&[Some("nameEn"), None, Some("country")]);
        request.assign(&shown, 1, Some("nameEn"));
        assert_eq!(
            request.columns,
            Some(vec![None, Some("nameEn".to_owned()), Some("country".to_owned())])
        );
        request.assign(&shown, 2, None);
        assert_eq!(request.columns, Some(vec![Some("nameEn".to_owned()), None, None]));
    }

    /// Another text, other columns or another keeper make another sheet; decisions do not.
    #[test]
    fn decisions_leave_the_sheet_the_same() {
        let looked = ImportRequest::new(Locale::En);
        let mut decided = looked.clone();
        decided.decide(2, Some((Course::Skip, None)));
        assert!(decided.reads_as(&looked));
        let mut typed = looked.clone();
        typed.replace_text("Name".into(), None);
        assert!(!typed.reads_as(&looked));
        let mut assigned = looked.clone();
        assigned.assign(&columns(&[None]), 0, Some("nameEn"));
        assert!(!assigned.reads_as(&looked));
    }

    /// What is sent has the names of the contract.
    #[test]
    fn the_request_has_the_names_of_the_contract() {
        let mut request = ImportRequest {
            sheet: Table::Relationships,
            date_order: Some(DateOrder::DayMonthYear),
            ..ImportRequest::new(Locale::En)
        };
        request.replace_text("Nom\tPays".into(), Some("partenaires.csv".into()));
        request.default_to("kind", "ORGANIZATION");
        request.decide(4, Some((Course::Match, Some("org_1".into()))));
        request.decide(2, Some((Course::Skip, None)));
        request.decide(9, Some((Course::Create, None)));
        request.decide(9, None);
        assert_eq!(
            serde_json::to_value(&request).unwrap(),
            json!({
                "community": null, "sheet": "RELATIONSHIPS", "fileName": "partenaires.csv",
                "text": "Nom\tPays", "columns": null, "dateOrder": "DMY",
                "defaults": {"kind": "ORGANIZATION"},
                "decisions": [
                    {"row": 2, "action": "SKIP", "match": null},
                    {"row": 4, "action": "MATCH", "match": "org_1"}
                ],
                "locale": "EN"
            })
        );
    }

    /// What comes back is read, and decisions change the counts.
    #[test]
    fn decisions_change_the_counts() {
        let preview: Preview = serde_json::from_value(json!({
            "columns": [{"heading": "Pays", "field": "country"}],
            "rows": [
                {"row": 2, "verdict": "CREATE", "name": "A", "match": null, "defaults": ["kind"],
                 "suggestions": [{"id": "org_1", "name": "Aa", "why": "alias"}], "refusals": []},
                {"row": 3, "verdict": "REJECT", "name": "", "match": null, "suggestions": [],
                 "refusals": [{"code": "UNKNOWN_COUNTRY", "field": "country", "missing": [],
                               "column": "Pays", "cell": "Atlantide"}], "defaults": []}
            ],
            "counts": {"create": 1, "match": 0, "reject": 1}
        }))
        .unwrap();
        assert_eq!(preview.rows[1].refusals[0].refusal().field, "country");
        assert_eq!(preview.counts_with(&[]), preview.counts);
        let matched = Decision { row: 2, action: Course::Match, record: Some("org_1".into()) };
        let counts = preview.counts_with(&[matched]);
        assert_eq!((counts.create, counts.matched, counts.reject), (0, 1, 1));
    }
}
