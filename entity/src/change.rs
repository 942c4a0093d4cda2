//! The change log: append-only and chained; what was in the fields lies in `change_value`.

use crate::record::List;
use chrono::{DateTime, Utc};
use domain::identifier::{AccountId, ChangeId, CommunityId, ImportId};
use domain::stakeholder::Visibility;
use sea_orm::entity::prelude::*;

/// One change of one record. The database refuses to update or delete it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "change")]
pub struct Model {
    /// Its id; sorts by revision and position.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ChangeId,
    /// The commit it belongs to.
    pub revision: i64,
    /// Its place within the commit.
    pub position: i32,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Who made it; none for the command line.
    pub account_id: Option<AccountId>,
    /// Which table it touched.
    pub noun: String,
    /// Which row.
    pub subject_id: Uuid,
    /// Which fields changed.
    #[sea_orm(column_type = "JsonBinary")]
    pub fields: List<String>,
    /// The import it belongs to.
    pub import_id: Option<ImportId>,
    /// The community whose record it was.
    pub community_id: Option<CommunityId>,
    /// The community whose members may read the change at most; none when it needs none, and when
    /// nobody may but those who see everything.
    pub audience_id: Option<CommunityId>,
    /// Who may read the change at most: whoever saw the record before and after it, with
    /// everything that it hung on at that moment.
    pub visibility: Visibility,
    /// The salted digest of the values.
    pub digest: String,
    /// The hash of the change before it and of this one.
    pub hash: String,
}

/// Values are loaded by their own query.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
