//! Sources: documents, pages and meetings that evidence points into.

use crate::record::{Record, one_table};
use chrono::{DateTime, Utc};
use domain::evidence::SourceKind;
use domain::identifier::{CommunityId, SourceId};
use domain::interval::DatePoint;
use domain::policy::Place;
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// One source.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "source")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented on domain::evidence::SourceDraft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SourceId,
    pub kind: SourceKind,
    pub title: String,
    pub url: Option<String>,
    pub published_on: Option<DatePoint>,
    pub licence: Option<String>,
    pub revision_tag: Option<String>,
    pub community_id: Option<CommunityId>,
    pub visibility: Visibility,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// A source joins nothing by itself.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Record for Model {
    const NOUN: &'static str = "source";

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
        self.title.clone()
    }

    one_table!(SourceId);
}
