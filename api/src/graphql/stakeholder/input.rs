//! What is sent about stakeholders of every kind.

use crate::error::Result;
use crate::graphql::identifier::Outside;
use crate::graphql::patch::set;
use crate::service::stakeholder::{NewStakeholder, UpdateStakeholder};
use async_graphql::{ID, InputObject, MaybeUndefined};
use domain::identifier::{CommunityId, StakeholderId};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::{DetailDraft, ExternalId, Registry, StakeholderDraft, Visibility};
use domain::text::Locale;

/// An id in another registry.
#[derive(Clone, Debug, InputObject)]
pub struct ExternalIdInput {
    /// The registry.
    pub registry: Registry,
    /// The id there.
    pub value: String,
}

impl From<ExternalIdInput> for ExternalId {
    fn from(input: ExternalIdInput) -> Self {
        Self { registry: input.registry, value: input.value }
    }
}

/// The fields of every kind, for a new stakeholder.
#[derive(Debug, Default, InputObject)]
pub struct CreateFields {
    /// The community that maintains it; absent is the shared registry.
    pub community: Option<ID>,
    /// The name in English; one in some language is needed, or is refused as `name`.
    pub name_en: Option<String>,
    /// The name in French.
    pub name_fr: Option<String>,
    /// A paragraph in English.
    pub summary_en: Option<String>,
    /// A paragraph in French.
    pub summary_fr: Option<String>,
    /// Other names.
    pub aliases: Option<Vec<String>>,
    /// The short form.
    pub acronym: Option<String>,
    /// The country of its seat, or where it is: ISO code, or name in English or French.
    pub country: Option<String>,
    /// The countries it works in, likewise.
    pub countries: Option<Vec<String>>,
    /// The languages it works in: ISO codes, or names in English or French.
    pub languages: Option<Vec<String>>,
    /// Its web address.
    pub website: Option<String>,
    /// Its ids in other registries.
    pub external_ids: Option<Vec<ExternalIdInput>>,
    /// Why it is not clear who or what this is; absent when it is clear.
    pub unresolved: Option<String>,
    /// Who may see it; PUBLIC when absent. The shared registry is PUBLIC only.
    pub visibility: Option<Visibility>,
}

impl CreateFields {
    /// The new stakeholder, its texts not yet checked.
    pub fn parse(self, detail: DetailDraft) -> Result<NewStakeholder, Refusal> {
        let community = CommunityId::read_opt(self.community.as_ref(), "community")?;
        let visibility = self.visibility.unwrap_or(Visibility::Public);
        let localized = |en: Option<String>, fr: Option<String>| {
            let texts = [(Locale::En, en), (Locale::Fr, fr)];
            texts.into_iter().filter_map(|(locale, text)| Some((locale, text?))).collect()
        };
        let external_ids = self.external_ids.unwrap_or_default();
        let draft = StakeholderDraft {
            names: localized(self.name_en, self.name_fr),
            summaries: localized(self.summary_en, self.summary_fr),
            aliases: self.aliases.unwrap_or_default(),
            acronym: self.acronym.unwrap_or_default(),
            country: self.country.unwrap_or_default(),
            countries: self.countries.unwrap_or_default(),
            languages: self.languages.unwrap_or_default(),
            website: self.website.unwrap_or_default(),
            external_ids: external_ids.into_iter().map(ExternalId::from).collect(),
            unresolved: self.unresolved.unwrap_or_default(),
            detail,
        };
        Ok(NewStakeholder { community, visibility, draft })
    }
}

/// The fields of every kind, for a change. Absent: unchanged. Null: cleared.
#[derive(Debug, InputObject)]
pub struct UpdateFields {
    /// Which one.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
    /// The name in English.
    pub name_en: MaybeUndefined<String>,
    /// The name in French.
    pub name_fr: MaybeUndefined<String>,
    /// A paragraph in English.
    pub summary_en: MaybeUndefined<String>,
    /// A paragraph in French.
    pub summary_fr: MaybeUndefined<String>,
    /// Other names; the whole list.
    pub aliases: MaybeUndefined<Vec<String>>,
    /// The short form.
    pub acronym: MaybeUndefined<String>,
    /// The country of its seat, or where it is: ISO code, or name in English or French.
    pub country: MaybeUndefined<String>,
    /// The countries it works in, likewise; the whole list.
    pub countries: MaybeUndefined<Vec<String>>,
    /// The languages it works in: ISO codes, or names in English or French; the whole list.
    pub languages: MaybeUndefined<Vec<String>>,
    /// Its web address.
    pub website: MaybeUndefined<String>,
    /// Its ids in other registries; the whole list.
    pub external_ids: MaybeUndefined<Vec<ExternalIdInput>>,
    /// Why it is not clear who or what this is; null when it is clear.
    pub unresolved: MaybeUndefined<String>,
    /// Who may see it. The shared registry is PUBLIC only.
    pub visibility: MaybeUndefined<Visibility>,
}

impl UpdateFields {
    /// Which stakeholder is changed, and what of its place.
    pub fn update(&self, id: StakeholderId) -> Result<UpdateStakeholder, Refusal> {
        let visibility = match self.visibility {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => return Err(Refusal::new(RefusalCode::Required, "visibility")),
            MaybeUndefined::Value(visibility) => Some(visibility),
        };
        Ok(UpdateStakeholder { id, expected_version: self.expected_version, visibility })
    }

    /// Writes the patch over the draft of the present record.
    pub fn write(self, draft: &mut StakeholderDraft) {
        set(draft.names.entry(Locale::En).or_default(), self.name_en);
        set(draft.names.entry(Locale::Fr).or_default(), self.name_fr);
        set(draft.summaries.entry(Locale::En).or_default(), self.summary_en);
        set(draft.summaries.entry(Locale::Fr).or_default(), self.summary_fr);
        set(&mut draft.aliases, self.aliases);
        set(&mut draft.acronym, self.acronym);
        set(&mut draft.country, self.country);
        set(&mut draft.countries, self.countries);
        set(&mut draft.languages, self.languages);
        set(&mut draft.website, self.website);
        let ids = |ids: Vec<ExternalIdInput>| ids.into_iter().map(ExternalId::from).collect();
        set(&mut draft.external_ids, self.external_ids.map_value(ids));
        set(&mut draft.unresolved, self.unresolved);
    }
}
