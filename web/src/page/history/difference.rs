//! What changed in one field, as lines taken out and put in. Pure.

use crate::form::{Field, worded};
use crate::text::format::date;
use crate::text::{change_noun, stored_field};
use chrono::{DateTime, NaiveDate};
use domain::action::ActionState;
use domain::capability::ServiceKind;
use domain::community::Role;
use domain::engagement::{ReviewOutcome, Stage};
use domain::evidence::{SourceKind, Stance};
use domain::identifier::{Noun, parse};
use domain::need::{NeedSide, NeedStatus};
use domain::requirement::Disposition;
use domain::stakeholder::{ImplementationStage, StakeholderKind};
use domain::vocabulary::{Tongue, Word};
use serde_json::{Map, Value};

/// One line of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// It was there and is no more.
    Out(String),
    /// It was not there and is now.
    In(String),
    /// It is in both, shown for its neighbours.
    Same(String),
}

/// The lines of a change from one stored value to another. Lists are compared item by item, long
/// texts line by line; everything else is one line out and one in.
pub fn difference(
    noun: &str,
    field: &str,
    values: (Option<&str>, Option<&str>),
    tongue: Tongue,
) -> Vec<Line> {
    let reader = Reader { noun, tongue };
    let lines =
        |value: Option<&str>| value.map(|text| reader.stored(field, text)).unwrap_or_default();
    compare(&lines(values.0), &lines(values.1))
}

/// A stored field's label, or its name when it has none.
pub fn label(noun: &str, field: &str, tongue: Tongue) -> String {
    let stored = stored_field(noun, field, tongue);
    let label = stored.or_else(|| Field::find(field).map(|field| field.label(tongue)));
    label.unwrap_or(field).to_owned()
}

/// Reads the stored values of one noun in one language.
struct Reader<'a> {
    noun: &'a str,
    tongue: Tongue,
}

impl Reader<'_> {
    /// A value as it is told: a plain text, or JSON.
    fn stored(&self, field: &str, text: &str) -> Vec<String> {
        match serde_json::from_str::<Value>(text) {
            Ok(Value::Array(items)) => items.iter().map(|item| self.line(field, item)).collect(),
            Ok(Value::Object(parts)) => self.parts(&parts),
            Ok(Value::String(text)) => self.text(field, &text),
            Ok(Value::Null) => Vec::new(),
            _ => self.text(field, text),
        }
    }

    /// A value with parts: one line for each, or one date.
    fn parts(&self, parts: &Map<String, Value>) -> Vec<String> {
        if let Some(point) = date_point(parts) {
            return vec![date(&point, self.tongue)];
        }
        let told = parts.iter().filter(|(key, value)| *key != "type" && !is_empty(value));
        let colon = match self.tongue {
            Tongue::En => ":",
            Tongue::Fr => "\u{a0}:",
        };
        told.map(|(key, value)| {
            format!("{}{colon} {}", label(self.noun, key, self.tongue), self.line(key, value))
        })
        .collect()
    }

    /// A value in one line.
    fn line(&self, field: &str, value: &Value) -> String {
        match value {
            Value::String(text) => self.text(field, text).join(" "),
            Value::Array(items) => {
                items.iter().map(|item| self.line(field, item)).collect::<Vec<_>>().join(", ")
            }
            Value::Object(parts) => match date_point(parts) {
                Some(point) => date(&point, self.tongue),
                None => parts
                    .iter()
                    .map(|(key, value)| self.line(key, value))
                    .collect::<Vec<_>>()
                    .join(" "),
            },
            other => self.text(field, &other.to_string()).join(" "),
        }
    }

    fn text(&self, field: &str, text: &str) -> Vec<String> {
        if text.is_empty() {
            return Vec::new();
        }
        if let Some(word) = self.word(field, text) {
            return vec![word.to_owned()];
        }
        let is_instant = DateTime::parse_from_rfc3339(text).is_ok();
        if is_instant || NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok() {
            return vec![date(text.get(..10).unwrap_or(text), self.tongue)];
        }
        let said = match Field::find(field) {
            Some(known) => worded(text, known.shape(), self.tongue),
            None => text.to_owned(),
        };
        said.lines().map(str::to_owned).collect()
    }

    /// The label of a closed word, where the noun decides which list the code belongs to.
    fn word(&self, field: &str, code: &str) -> Option<&'static str> {
        fn label<W: Word>(code: &str, tongue: Tongue) -> Option<&'static str> {
            W::parse(code).map(|word| word.label(tongue))
        }
        match (self.noun.to_ascii_lowercase().as_str(), field) {
            ("engagement", "stage" | "beforeDormant") | ("transition", "fromStage" | "toStage") => {
                label::<Stage>(code, self.tongue)
            }
            ("engagement", "decisionOutcome") => label::<ReviewOutcome>(code, self.tongue),
            ("stakeholder", "beforePaused") => label::<ImplementationStage>(code, self.tongue),
            ("requirement", "disposition") => label::<Disposition>(code, self.tongue),
            ("action", "state") => label::<ActionState>(code, self.tongue),
            ("source", "kind") => label::<SourceKind>(code, self.tongue),
            ("stakeholder", "kind") => label::<StakeholderKind>(code, self.tongue),
            ("membership", "role") => label::<Role>(code, self.tongue),
            ("need", "side") => label::<NeedSide>(code, self.tongue),
            ("need", "status") => label::<NeedStatus>(code, self.tongue),
            ("capability" | "need", "service") => label::<ServiceKind>(code, self.tongue),
            ("evidence", "subjectNoun") => change_noun(code, self.tongue),
            ("evidence", "stance") => label::<Stance>(code, self.tongue),
            _ => match code {
                "true" | "false" => {
                    Some(crate::text::ShellText(self.tongue)).map(|text| match code {
                        "true" => text.yes(),
                        _ => text.no(),
                    })
                }
                _ => None,
            },
        }
    }
}

/// A date with its precision, as a partial date.
fn date_point(parts: &Map<String, Value>) -> Option<String> {
    let (day, precision) = (parts.get("date")?.as_str()?, parts.get("precision")?.as_str()?);
    let length = match precision {
        "YEAR" => 4,
        "MONTH" => 7,
        _ => 10,
    };
    day.get(..length).map(str::to_owned)
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// What stands for a record in a line: its kind, and the end of its id to tell it from others.
pub fn record_label(id: &str, tongue: Tongue) -> Option<String> {
    let (noun, _) = parse(id)?;
    let word = match noun {
        Noun::Stakeholder(kind) => kind.label(tongue),
        Noun::Account => stored_field("", "account", tongue)?,
        Noun::Relationship => change_noun("relationship", tongue)?,
        Noun::Engagement => change_noun("engagement", tongue)?,
        Noun::Source => change_noun("source", tongue)?,
        Noun::Evidence => change_noun("evidence", tongue)?,
        Noun::Community => change_noun("community", tongue)?,
        Noun::Capability => change_noun("capability", tongue)?,
        Noun::Requirement => change_noun("requirement", tongue)?,
        Noun::Need => change_noun("need", tongue)?,
        _ => return None,
    };
    Some(format!("{word} …{}", id.get(id.len().checked_sub(6)?..)?))
}

/// The longest common lines stay, what is left went out or came in; out before in.
fn compare(before: &[String], after: &[String]) -> Vec<Line> {
    let mut common = vec![vec![0_usize; after.len() + 1]; before.len() + 1];
    for (row, old) in before.iter().enumerate().rev() {
        for (column, new) in after.iter().enumerate().rev() {
            common[row][column] = if old == new {
                common[row + 1][column + 1] + 1
            } else {
                common[row + 1][column].max(common[row][column + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut lines = Vec::new();
    while row < before.len() || column < after.len() {
        if row < before.len() && column < after.len() && before[row] == after[column] {
            lines.push(Line::Same(before[row].clone()));
            (row, column) = (row + 1, column + 1);
        } else if row < before.len()
            && (column == after.len() || common[row + 1][column] >= common[row][column + 1])
        {
            lines.push(Line::Out(before[row].clone()));
            row += 1;
        } else {
            lines.push(Line::In(after[column].clone()));
            column += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        noun: &str,
        field: &str,
        before: Option<&str>,
        after: Option<&str>,
        expected: &[&str],
    ) {
        let told: Vec<String> = difference(noun, field, (before, after), Tongue::Fr)
            .into_iter()
            .map(|line| match line {
                Line::Out(text) => format!("- {text}"),
                Line::In(text) => format!("+ {text}"),
                Line::Same(text) => format!("  {text}"),
            })
            .collect();
        assert_eq!(told, expected);
    }

    /// A short value is one line out and one line in; what was empty has no line.
    #[test]
    fn values_go_out_and_in() {
        check("stakeholder", "acronym", Some("WHO"), Some("OMS"), &["- WHO", "+ OMS"]);
        check("stakeholder", "acronym", None, Some("\"OMS\""), &["+ OMS"]);
        check("stakeholder", "acronym", Some("WHO"), Some("null"), &["- WHO"]);
    }

    /// Codes, countries and dates are said in words of the reader's language.
    #[test]
    fn codes_are_said_in_words() {
        check(
            "engagement",
            "stage",
            Some("IDENTIFIED"),
            Some("QUALIFIED"),
            &["- identifié", "+ qualifié"],
        );
        check(
            "relationship",
            "state",
            Some("PROPOSED"),
            Some("CONFIRMED"),
            &["- proposée", "+ confirmée"],
        );
        check("stakeholder", "country", None, Some("CM"), &["+ Cameroun"]);
        check("engagement", "nextStepDue", None, Some("2026-12-01"), &["+ 1er décembre 2026"]);
        let month = r#"{"date":"2024-05-01","precision":"MONTH"}"#;
        check("relationship", "validFrom", None, Some(month), &["+ mai 2024"]);
        check("evidence", "subjectNoun", None, Some("relationship"), &["+ relation"]);
        check("relationship", "voting", Some("true"), Some("false"), &["- oui", "+ non"]);
    }

    /// Of a list or a long text only what changed goes out or in.
    #[test]
    fn lists_and_texts_are_compared_by_line() {
        let (before, after) = (r#"["CM","NP"]"#, r#"["CM","TG"]"#);
        check(
            "stakeholder",
            "countries",
            Some(before),
            Some(after),
            &["  Cameroun", "- Népal", "+ Togo"],
        );
        let (before, after) = ("one\ntwo\nthree", "one\n2\nthree");
        check(
            "engagement",
            "proposalText",
            Some(before),
            Some(after),
            &["  one", "- two", "+ 2", "  three"],
        );
    }

    /// A value with parts is told part by part, and only the changed part goes out and in.
    #[test]
    fn parts_are_told_apart() {
        let ids = r#"[{"registry":"ROR","value":"01f80g185"}]"#;
        check("stakeholder", "externalIds", None, Some(ids), &["+ ROR 01f80g185"]);
        let (before, after) = (r#"{"kind":"GROUP","note":"a"}"#, r#"{"kind":"GROUP","note":"b"}"#);
        let lines = ["  Nature\u{a0}: groupe", "- Note\u{a0}: a", "+ Note\u{a0}: b"];
        check("stakeholder", "anything", Some(before), Some(after), &lines);
    }

    /// A record is told by what it is and the end of its id.
    #[test]
    fn records_are_told_by_what_they_are() {
        let told = record_label("grp_01h2xcejqtf2nbrexx3vqjhp41", Tongue::Fr);
        assert_eq!(told.as_deref(), Some("groupe …qjhp41"));
        assert_eq!(record_label("OpenLMIS", Tongue::Fr), None);
    }

    /// Fields go by the labels of the forms, or by their own.
    #[test]
    fn fields_go_by_their_labels() {
        assert_eq!(label("stakeholder", "nameFr", Tongue::En), "Name in French");
        assert_eq!(label("evidence", "source", Tongue::Fr), "Source");
        assert_eq!(label("stakeholder", "archivedAt", Tongue::Fr), "Archivé");
        assert_eq!(label("stakeholder", "somethingNew", Tongue::En), "somethingNew");
    }
}
