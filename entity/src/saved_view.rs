//! Saved views: what a page shows, kept under a title.

use crate::record::{List, Record, one_table};
use chrono::{DateTime, Utc};
use domain::identifier::{AccountId, CommunityId, SavedViewId, StakeholderId};
use domain::policy::Place;
use domain::saved_view::{SavedViewKind, SavedViewVisibility};
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// One saved view. Its owner may be unknown: whoever works from the command line has no account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "saved_view")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented on domain::saved_view::SavedViewDraft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SavedViewId,
    pub community_id: CommunityId,
    pub kind: SavedViewKind,
    pub title: String,
    pub query: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub named: List<StakeholderId>,
    pub owner_id: Option<AccountId>,
    pub visibility: SavedViewVisibility,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Joins are made in the snapshot, not in SQL.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Where it is worked on: with its community, whoever finds it.
    pub fn workplace(&self) -> Place {
        Place { community: Some(self.community_id), visibility: Visibility::Community }
    }

    /// Whether nobody but this account finds it.
    pub fn is_private_to(&self, account: AccountId) -> bool {
        self.visibility == SavedViewVisibility::Private && self.owner_id == Some(account)
    }
}

impl Record for Model {
    const NOUN: &'static str = "savedView";

    fn uuid(&self) -> Uuid {
        self.id.0
    }
    fn version(&self) -> i32 {
        self.version
    }
    fn set_version(&mut self, version: i32) {
        self.version = version;
    }
    /// What is somebody's alone stands nowhere, so that nobody reads of it in the log.
    fn place(&self) -> Option<Place> {
        Some(match self.visibility {
            SavedViewVisibility::Community => self.workplace(),
            SavedViewVisibility::Private => Place::NOWHERE,
        })
    }
    fn title(&self) -> String {
        self.title.clone()
    }

    one_table!(SavedViewId);
}
