//! Stakeholders: one common row, one row of what only the kind has, the texts by language and the
//! ids elsewhere; stored and logged as one record.

use crate::record::{List, Record};
use chrono::{DateTime, Utc};
use domain::identifier::{CommunityId, StakeholderId};
use domain::policy::Place;
use domain::stakeholder::{
    Detail, ExternalId, StakeholderFacts, StakeholderKind, Visibility, localized,
};
use domain::text::Locale;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::BTreeMap;
use uuid::Uuid;

pub mod detail;
pub mod external_id;
pub mod row;
mod storage;
pub mod text;

/// One stakeholder with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(
    missing_docs,
    reason = "the fields are documented on domain::stakeholder::StakeholderFacts"
)]
pub struct Stakeholder {
    pub id: StakeholderId,
    pub kind: StakeholderKind,
    pub slug: String,
    pub names: BTreeMap<Locale, String>,
    /// Long texts: empty in the snapshot, filled where the record comes from the database.
    pub summaries: BTreeMap<Locale, String>,
    pub aliases: Vec<String>,
    pub acronym: Option<String>,
    pub country: Option<String>,
    pub countries: Vec<String>,
    pub languages: Vec<String>,
    pub website: Option<String>,
    pub external_ids: Vec<ExternalId>,
    pub unresolved: Option<String>,
    pub detail: Detail,
    pub practice: bool,
    pub community_id: Option<CommunityId>,
    pub visibility: Visibility,
    pub archived_at: Option<DateTime<Utc>>,
    /// When a person was erased: whatever told of somebody is gone since then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<DateTime<Utc>>,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

impl Stakeholder {
    /// The name in this language, or in the other one.
    pub fn name(&self, locale: Locale) -> &str {
        localized(&self.names, locale).map_or("", |(_, name)| name)
    }

    /// Takes over checked facts; kind, slug and place stay.
    pub fn set_facts(&mut self, facts: StakeholderFacts) {
        let StakeholderFacts {
            names,
            summaries,
            aliases,
            acronym,
            country,
            countries,
            languages,
            website,
            external_ids,
            unresolved,
            detail,
        } = facts;
        self.names = names;
        self.summaries = summaries;
        self.aliases = aliases;
        self.acronym = acronym;
        self.country = country;
        self.countries = countries;
        self.languages = languages;
        self.website = website;
        self.external_ids = external_ids;
        self.unresolved = unresolved;
        self.detail = detail;
    }

    /// What is left when everything that tells of somebody is taken away.
    pub fn erased(&self, at: DateTime<Utc>) -> Self {
        let names = [(Locale::En, "Erased person"), (Locale::Fr, "Personne effacée")];
        Self {
            id: self.id,
            kind: self.kind,
            slug: format!("erased-{}", self.id.0.simple()),
            names: names.map(|(locale, name)| (locale, name.to_owned())).into(),
            summaries: BTreeMap::new(),
            aliases: Vec::new(),
            acronym: None,
            country: None,
            countries: Vec::new(),
            languages: Vec::new(),
            website: None,
            external_ids: Vec::new(),
            unresolved: None,
            detail: Detail::Person { role: None },
            practice: self.practice,
            community_id: self.community_id,
            visibility: self.visibility,
            archived_at: self.archived_at,
            erased_at: Some(at),
            version: self.version,
            created_at: self.created_at,
            updated_at: at,
        }
    }

    fn row(&self) -> row::Model {
        let person = self.kind == StakeholderKind::Person;
        row::Model {
            id: self.id,
            kind: self.kind,
            slug: (!person).then(|| self.slug.clone()),
            aliases: List(self.aliases.clone()),
            acronym: self.acronym.clone(),
            country: self.country.clone(),
            countries: List(self.countries.clone()),
            languages: List(self.languages.clone()),
            website: self.website.clone(),
            unresolved: self.unresolved.clone(),
            practice: self.practice,
            community_id: self.community_id,
            visibility: self.visibility,
            archived_at: self.archived_at,
            erased_at: self.erased_at,
            version: self.version,
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}

impl Record for Stakeholder {
    const NOUN: &'static str = "stakeholder";

    fn uuid(&self) -> Uuid {
        self.id.0
    }
    fn version(&self) -> i32 {
        self.version
    }
    fn set_version(&mut self, version: i32) {
        self.version = version;
    }
    fn place(&self) -> Option<Place> {
        Some(Place { community: self.community_id, visibility: self.visibility })
    }
    fn title(&self) -> String {
        self.name(Locale::En).to_owned()
    }

    async fn find<C: ConnectionTrait>(db: &C, id: Uuid) -> Result<Option<Self>, DbErr> {
        Ok(storage::load(db, Some(StakeholderId(id))).await?.pop())
    }
    async fn all<C: ConnectionTrait>(db: &C) -> Result<Vec<Self>, DbErr> {
        storage::load(db, None).await
    }
    async fn page<C: ConnectionTrait>(db: &C, after: Option<Uuid>) -> Result<Vec<Self>, DbErr> {
        // Its parts lie in many tables, which are sooner read as a whole.
        match after {
            Some(_) => Ok(Vec::new()),
            None => Self::all(db).await,
        }
    }
    async fn insert<C: ConnectionTrait>(&self, db: &C) -> Result<(), DbErr> {
        storage::insert(db, self).await
    }
    async fn update<C: ConnectionTrait>(&self, db: &C) -> Result<(), DbErr> {
        storage::update(db, self).await
    }
    async fn delete<C: ConnectionTrait>(db: &C, id: Uuid) -> Result<(), DbErr> {
        storage::delete(db, StakeholderId(id)).await
    }
}
