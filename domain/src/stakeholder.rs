//! Stakeholders: what a party is. What a party does is told by its relationships alone.

use crate::country::Country;
use crate::identifier::Noun;
use crate::language::Language;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::text::{
    LINE_LIMIT, Locale, NAME_LIMIT, PARAGRAPH_LIMIT, optional_line, optional_paragraph, parse_url,
};
use crate::vocabulary::Word;
use std::collections::BTreeMap;

mod detail;
mod words;
pub use detail::{Detail, DetailDraft, StageMoved};
pub use words::*;

impl StakeholderKind {
    /// The noun of this kind's ids.
    pub fn noun(self) -> Noun {
        Noun::Stakeholder(self)
    }
}

/// An id that another registry gave to a stakeholder.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct ExternalId {
    /// The registry.
    pub registry: Registry,
    /// The id there.
    pub value: String,
}

/// What a person typed for a stakeholder, not yet checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StakeholderDraft {
    /// The name in each language that has one; at least one is needed.
    pub names: BTreeMap<Locale, String>,
    /// One paragraph in each language that has one.
    pub summaries: BTreeMap<Locale, String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// The short form.
    pub acronym: String,
    /// The country of its seat, or where it is; code or name.
    pub country: String,
    /// The countries it works in; codes or names.
    pub countries: Vec<String>,
    /// The languages it works in; codes or names.
    pub languages: Vec<String>,
    /// Its web address.
    pub website: String,
    /// Its ids elsewhere.
    pub external_ids: Vec<ExternalId>,
    /// Why it is not clear who or what this is; empty when it is clear.
    pub unresolved: String,
    /// What only its kind has.
    pub detail: DetailDraft,
}

/// A stakeholder's facts, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderFacts {
    /// The name by language; never empty.
    pub names: BTreeMap<Locale, String>,
    /// The summary by language.
    pub summaries: BTreeMap<Locale, String>,
    /// Other names, each once.
    pub aliases: Vec<String>,
    /// The short form.
    pub acronym: Option<String>,
    /// ISO code of the country of its seat, or where it is.
    pub country: Option<String>,
    /// ISO codes of the countries it works in, sorted.
    pub countries: Vec<String>,
    /// ISO codes of the languages it works in, sorted.
    pub languages: Vec<String>,
    /// Its web address.
    pub website: Option<String>,
    /// Its ids elsewhere, sorted.
    pub external_ids: Vec<ExternalId>,
    /// Why it is not clear who or what this is.
    pub unresolved: Option<String>,
    /// What only its kind has.
    pub detail: Detail,
}

/// The most aliases, countries, languages or external ids of one stakeholder.
pub const LIST_LIMIT: usize = 250;

impl StakeholderDraft {
    /// Checks everything at once; all refusals come back together, each with its field.
    pub fn parse(self) -> Result<StakeholderFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let names = parse_localized(&self.names, "name", NAME_LIMIT, &mut refusals);
        if names.is_empty() && refusals.is_empty() {
            refusals.push(Refusal::new(RefusalCode::Required, "name"));
        }
        let summaries = parse_localized(&self.summaries, "summary", PARAGRAPH_LIMIT, &mut refusals);
        let aliases = parse_list(&self.aliases, "aliases", &mut refusals, |alias| {
            optional_line(alias, "aliases", NAME_LIMIT)
        });
        let countries = parse_list(&self.countries, "countries", &mut refusals, |text| {
            Country::parse(text, "countries").map(|country| Some(country.code().to_owned()))
        });
        let languages = parse_list(&self.languages, "languages", &mut refusals, |text| {
            Language::parse(text, "languages").map(|language| Some(language.code().to_owned()))
        });
        let external_ids = parse_external_ids(self.external_ids, &mut refusals);
        let acronym = refusals.take(optional_line(&self.acronym, "acronym", 40)).flatten();
        let country = refusals.take(parse_country(&self.country)).flatten();
        let website = refusals.take(parse_url(&self.website, "website")).flatten();
        let unresolved =
            refusals.take(optional_line(&self.unresolved, "unresolved", LINE_LIMIT)).flatten();
        let detail = self.detail.parse(&mut refusals);
        let facts = detail.map(|detail| StakeholderFacts {
            names,
            summaries,
            aliases,
            acronym,
            country,
            countries: sorted(countries),
            languages: sorted(languages),
            website,
            external_ids,
            unresolved,
            detail,
        });
        refusals.finish(facts)
    }
}

impl StakeholderFacts {
    /// The name in this language, or in the other one: what is shown always has a name.
    pub fn name(&self, locale: Locale) -> &str {
        localized(&self.names, locale).map_or("", |(_, name)| name)
    }
}

/// The text in this language, or else the first there is, with the language it really is in.
pub fn localized(texts: &BTreeMap<Locale, String>, locale: Locale) -> Option<(Locale, &str)> {
    texts
        .get_key_value(&locale)
        .or_else(|| texts.first_key_value())
        .map(|(locale, text)| (*locale, text.as_str()))
}

fn parse_localized(
    texts: &BTreeMap<Locale, String>,
    field: &str,
    limit: usize,
    refusals: &mut Refusals,
) -> BTreeMap<Locale, String> {
    let mut parsed = BTreeMap::new();
    for (locale, text) in texts {
        let field = format!("{field}{}", if *locale == Locale::En { "En" } else { "Fr" });
        let checked = if limit == NAME_LIMIT {
            optional_line(text, &field, limit)
        } else {
            optional_paragraph(text, &field, limit)
        };
        if let Some(text) = refusals.take(checked).flatten() {
            parsed.insert(*locale, text);
        }
    }
    parsed
}

fn parse_list(
    texts: &[String],
    field: &str,
    refusals: &mut Refusals,
    parse: impl Fn(&str) -> Result<Option<String>, Refusal>,
) -> Vec<String> {
    if texts.len() > LIST_LIMIT {
        refusals.push(Refusal::new(RefusalCode::TooMany, field).missing(LIST_LIMIT.to_string()));
        return Vec::new();
    }
    let mut parsed = Vec::new();
    for text in texts {
        if let Some(value) = refusals.take(parse(text)).flatten()
            && !parsed.contains(&value)
        {
            parsed.push(value);
        }
    }
    parsed
}

fn parse_external_ids(ids: Vec<ExternalId>, refusals: &mut Refusals) -> Vec<ExternalId> {
    let mut parsed = Vec::new();
    for id in ids {
        match refusals.take(optional_line(&id.value, "externalIds", 200)) {
            Some(Some(value)) => parsed.push(ExternalId { registry: id.registry, value }),
            Some(None) => refusals.push(Refusal::new(RefusalCode::Required, "externalIds")),
            None => {}
        }
    }
    sorted(parsed)
}

fn parse_country(text: &str) -> Result<Option<String>, Refusal> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Country::parse(text, "country").map(|country| Some(country.code().to_owned()))
}

fn sorted<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort();
    values.dedup();
    values
}

/// Every code of a list, for messages that name what is allowed.
pub fn codes<W: Word>() -> Vec<String> {
    W::ALL.iter().map(|word| word.code().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(name: &str) -> StakeholderDraft {
        StakeholderDraft {
            names: BTreeMap::from([(Locale::En, name.to_owned())]),
            ..StakeholderDraft::default()
        }
    }

    /// All faults of a draft are told at once, each at its field.
    #[test]
    fn all_faults_are_told_at_once() {
        let faulty = StakeholderDraft {
            country: "Atlantis".into(),
            website: "ftp://x".into(),
            languages: vec!["klingon".into()],
            ..draft(&"x".repeat(201))
        };
        let refusals = faulty.parse().unwrap_err();
        let told: Vec<_> = refusals.iter().map(|r| (r.field.as_str(), r.code)).collect();
        assert_eq!(
            told,
            [
                ("nameEn", RefusalCode::TooLong),
                ("languages", RefusalCode::UnknownLanguage),
                ("country", RefusalCode::UnknownCountry),
                ("website", RefusalCode::MalformedUrl),
            ]
        );
    }

    /// A stakeholder needs a name in some language, and one in another is shown when it must be.
    #[test]
    fn a_name_is_needed_in_some_language() {
        assert_eq!(draft(" ").parse().unwrap_err()[0].code, RefusalCode::Required);
        let facts = draft("OpenLMIS").parse().unwrap();
        assert_eq!(facts.name(Locale::Fr), "OpenLMIS");
    }

    /// Countries and languages may be typed as names and are kept as codes, each once.
    #[test]
    fn names_become_codes() {
        let facts = StakeholderDraft {
            countries: vec!["Cameroun".into(), "NP".into(), "CM".into()],
            languages: vec!["French".into(), "anglais".into()],
            ..draft("x")
        }
        .parse()
        .unwrap();
        assert_eq!(facts.countries, ["CM", "NP"]);
        assert_eq!(facts.languages, ["en", "fr"]);
    }
}
