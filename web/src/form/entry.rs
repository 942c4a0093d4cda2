//! What was typed or chosen in one field.

use super::shape::Shape;
use domain::country::Country;
use domain::language::Language;
use domain::stakeholder::{ExternalId, StakeholderKind};
use domain::vocabulary::Tongue;
use serde_json::{Value, json};

/// A record that a field points to, with what is needed to show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Its id.
    pub id: String,
    /// Its name, as shown.
    pub name: String,
    /// What it is, when it is a stakeholder.
    pub kind: Option<StakeholderKind>,
}

/// What was typed or chosen in one field.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A text, a date, a number, a code.
    Text(String),
    /// Several texts or codes.
    Lines(Vec<String>),
    /// Records.
    Links(Vec<Link>),
    /// Ids in other registries.
    ExternalIds(Vec<ExternalId>),
}

impl From<&str> for Entry {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Entry {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<String>> for Entry {
    fn from(text: Option<String>) -> Self {
        Self::Text(text.unwrap_or_default())
    }
}

impl From<Vec<String>> for Entry {
    fn from(lines: Vec<String>) -> Self {
        Self::Lines(lines)
    }
}

impl From<Vec<Link>> for Entry {
    fn from(links: Vec<Link>) -> Self {
        Self::Links(links)
    }
}

impl From<Option<Link>> for Entry {
    fn from(link: Option<Link>) -> Self {
        Self::Links(link.into_iter().collect())
    }
}

impl From<Vec<ExternalId>> for Entry {
    fn from(ids: Vec<ExternalId>) -> Self {
        Self::ExternalIds(ids)
    }
}

impl Entry {
    /// Nothing, in the form that the shape holds.
    pub fn empty(shape: Shape) -> Self {
        match shape {
            Shape::Lines | Shape::Choices(_) | Shape::Countries | Shape::Languages => {
                Self::Lines(Vec::new())
            }
            Shape::Party(_) | Shape::Parties(_) | Shape::Source => Self::Links(Vec::new()),
            Shape::ExternalIds => Self::ExternalIds(Vec::new()),
            _ => Self::Text(String::new()),
        }
    }

    /// Whether nothing was typed or chosen.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Lines(lines) => lines.iter().all(|line| line.trim().is_empty()),
            Self::Links(links) => links.is_empty(),
            Self::ExternalIds(ids) => ids.iter().all(|id| id.value.trim().is_empty()),
        }
    }

    /// What it becomes in a GraphQL input. Countries and languages become their codes when they
    /// are known, so that a list compares equal to the one that was read.
    pub(super) fn value(&self, shape: Shape) -> Value {
        match self {
            Self::Text(text) => match coded(text.trim(), shape) {
                text if text.is_empty() => Value::Null,
                text => Value::from(text),
            },
            Self::Lines(lines) => {
                let mut values: Vec<String> = Vec::new();
                for line in lines.iter().map(|line| coded(line.trim(), shape)) {
                    if !line.is_empty() && !values.contains(&line) {
                        values.push(line);
                    }
                }
                if matches!(shape, Shape::Countries | Shape::Languages | Shape::Choices(_)) {
                    values.sort();
                }
                Value::from(values)
            }
            Self::Links(links) => {
                let mut ids = links.iter().map(|link| Value::from(link.id.clone()));
                match shape {
                    Shape::Parties(_) => ids.collect(),
                    _ => ids.next().unwrap_or(Value::Null),
                }
            }
            Self::ExternalIds(ids) => ids
                .iter()
                .filter(|id| !id.value.trim().is_empty())
                .map(|id| json!({"registry": id.registry, "value": id.value.trim()}))
                .collect(),
        }
    }

    /// What it says to people, in one text.
    pub fn shown(&self, shape: Shape, tongue: Tongue) -> String {
        let said = |text: &str| worded(text, shape, tongue);
        match self {
            Self::Text(text) => said(text.trim()),
            Self::Lines(lines) => {
                lines.iter().map(|line| said(line)).collect::<Vec<_>>().join(", ")
            }
            Self::Links(links) => {
                links.iter().map(|link| link.name.as_str()).collect::<Vec<_>>().join(", ")
            }
            Self::ExternalIds(ids) => {
                let ids = ids.iter().map(|id| format!("{} {}", id.registry, id.value));
                ids.collect::<Vec<_>>().join(", ")
            }
        }
    }
}

fn coded(text: &str, shape: Shape) -> String {
    let code = match shape {
        Shape::Country | Shape::Countries => Country::find(text).map(Country::code),
        Shape::Language | Shape::Languages => Language::parse(text, "").ok().map(Language::code),
        Shape::Currency => return text.to_ascii_uppercase(),
        _ => None,
    };
    code.unwrap_or(text).to_owned()
}

/// A code as people read it: the label of a word, the name of a country.
pub fn worded(text: &str, shape: Shape, tongue: Tongue) -> String {
    match shape {
        Shape::Choice(options) | Shape::Choices(options) => options(tongue)
            .into_iter()
            .find(|(code, _)| *code == text)
            .map_or_else(|| text.to_owned(), |(_, label)| label.to_owned()),
        Shape::Country | Shape::Countries => Country::find(text)
            .map_or_else(|| text.to_owned(), |country| country.name(tongue).to_owned()),
        Shape::Language | Shape::Languages => Language::parse(text, "")
            .map_or_else(|_| text.to_owned(), |language| language.name(tongue).to_owned()),
        Shape::Truth | Shape::Flag => match (text, tongue) {
            ("true", Tongue::En) => "yes".to_owned(),
            ("true", Tongue::Fr) => "oui".to_owned(),
            ("false", Tongue::En) => "no".to_owned(),
            ("false", Tongue::Fr) => "non".to_owned(),
            _ => text.to_owned(),
        },
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::stakeholder::Visibility;

    /// Countries typed as names are sent as codes, each once and in order.
    #[test]
    fn names_are_sent_as_codes() {
        let lines =
            vec!["Népal".to_owned(), " cameroun".to_owned(), "CM".to_owned(), String::new()];
        assert_eq!(Entry::Lines(lines).value(Shape::Countries), json!(["CM", "NP"]));
        assert_eq!(Entry::from("french").value(Shape::Language), json!("fr"));
        assert_eq!(Entry::from(" eur").value(Shape::Currency), json!("EUR"));
    }

    /// One record is sent as an id, several as a list, none as null.
    #[test]
    fn records_are_sent_as_ids() {
        let link = Link { id: "org_1".into(), name: "WHO".into(), kind: None };
        let any = super::super::shape::ANY_KIND;
        assert_eq!(Entry::from(vec![link.clone()]).value(Shape::Parties(any)), json!(["org_1"]));
        assert_eq!(Entry::from(Some(link)).value(Shape::Party(any)), json!("org_1"));
        assert_eq!(Entry::empty(Shape::Source).value(Shape::Source), Value::Null);
    }

    /// Codes are shown in words of the reader's language.
    #[test]
    fn codes_are_shown_in_words() {
        let shape = Shape::Choice(super::super::shape::options::<Visibility>);
        assert_eq!(Entry::from("RESTRICTED").shown(shape, Tongue::Fr), "restreint");
        let countries = vec!["CM".to_owned(), "Atlantis".to_owned()];
        assert_eq!(
            Entry::Lines(countries).shown(Shape::Countries, Tongue::En),
            "Cameroon, Atlantis"
        );
        assert_eq!(Entry::from("true").shown(Shape::Truth, Tongue::Fr), "oui");
    }
}
