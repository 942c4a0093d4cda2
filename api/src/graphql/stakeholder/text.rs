//! Texts by language, and ids elsewhere.

use async_graphql::SimpleObject;
use domain::stakeholder::Registry;
use domain::text::Locale;
use std::collections::BTreeMap;

/// A text with the language it is in.
#[derive(Clone, Debug, SimpleObject)]
pub struct LocalizedText {
    /// The language.
    pub locale: Locale,
    /// The text.
    pub value: String,
}

impl LocalizedText {
    /// All texts of one field.
    pub fn all(texts: &BTreeMap<Locale, String>) -> Vec<Self> {
        let text =
            |(locale, value): (&Locale, &String)| Self { locale: *locale, value: value.clone() };
        texts.iter().map(text).collect()
    }
}

/// An id that another registry gave to a stakeholder.
#[derive(Clone, Debug, SimpleObject)]
pub struct ExternalId {
    /// The registry.
    pub registry: Registry,
    /// The id there.
    pub value: String,
}

impl From<&domain::stakeholder::ExternalId> for ExternalId {
    fn from(id: &domain::stakeholder::ExternalId) -> Self {
        Self { registry: id.registry, value: id.value.clone() }
    }
}
