//! What only one kind of stakeholder has: a table per kind, none for segments.

use crate::record::List;
use chrono::NaiveDate;
use domain::identifier::StakeholderId;
use domain::interval::DatePoint;
use domain::stakeholder::{
    Detail, GroupType, ImplementationScope, ImplementationStage, OrganizationType, PlaceLevel,
    ProgrammeType, SizeBand,
};
use domain::text::Locale;
use sea_orm::entity::prelude::*;
use std::collections::BTreeMap;

/// The names of a person by language, as one JSON value.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    sea_orm::FromJsonQueryResult,
)]
#[serde(transparent)]
pub struct PersonNames(pub BTreeMap<Locale, String>);

/// Declares the table of one kind, and the way from its rows to `Detail` and back.
macro_rules! detail_table {
    ($(#[doc = $doc:literal])+ $module:ident, $table:literal, $variant:ident {
        $($field:ident: $type:ty,)*
    } $(lists { $($list:ident: $item:ty,)+ })?) => {
        $(#[doc = $doc])+
        pub mod $module {
            use super::*;

            /// The part of one stakeholder.
            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            #[expect(missing_docs, reason = "the fields are documented on domain::stakeholder::DetailDraft")]
            pub struct Model {
                #[sea_orm(primary_key, auto_increment = false)]
                pub id: StakeholderId,
                $(pub $field: $type,)*
                $($(#[sea_orm(column_type = "JsonBinary")] pub $list: List<$item>,)+)?
            }

            /// It is loaded with its stakeholder.
            #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}

            impl Model {
                /// The row of this part, when it is of this kind.
                pub fn of(id: StakeholderId, detail: &Detail) -> Option<Self> {
                    match detail.clone() {
                        Detail::$variant { $($field,)* $($($list,)+)? } => {
                            Some(Self { id, $($field,)* $($($list: List($list),)+)? })
                        }
                        _ => None,
                    }
                }
            }

            impl From<Model> for Detail {
                fn from(row: Model) -> Self {
                    Self::$variant { $($field: row.$field,)* $($($list: row.$list.0,)+)? }
                }
            }
        }
    };
}

detail_table! {
    /// Organizations.
    organization, "organization", Organization {
        organization_type: OrganizationType,
        size_band: Option<SizeBand>,
        is_local: Option<bool>,
    } lists { secondary_types: OrganizationType, }
}

detail_table! {
    /// Global goods.
    global_good, "global_good", GlobalGood {
        licence: Option<String>,
        repository: Option<String>,
    }
}

detail_table! {
    /// Groups; the table is called `body`, since GROUP is a word of SQL.
    body, "body", Group {
        group_type: GroupType,
        local_name: Option<String>,
        mandate: Option<String>,
        language: Option<String>,
        meets: Option<String>,
    } lists { topics: String, required_constituencies: String, }
}

detail_table! {
    /// Implementations.
    implementation, "implementation", Implementation {
        stage: Option<ImplementationStage>,
        scope: Option<ImplementationScope>,
        scheme: Option<String>,
        started_on: Option<DatePoint>,
        ended_on: Option<DatePoint>,
        stage_since: Option<NaiveDate>,
        stage_note: Option<String>,
        before_paused: Option<ImplementationStage>,
    }
}

detail_table! {
    /// Programmes.
    programme, "programme", Programme {
        programme_type: Option<ProgrammeType>,
        decided_by: Option<String>,
    }
}

detail_table! {
    /// Places.
    place, "place", Place {
        level: PlaceLevel,
    }
}

/// Persons: the only table that holds their names.
pub mod person {
    use super::*;

    /// The part of one person.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        /// The stakeholder.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: StakeholderId,
        /// The name by language.
        #[sea_orm(column_type = "JsonBinary")]
        pub names: PersonNames,
        /// The short name for addresses, which tells the name.
        pub slug: String,
        /// The role in which the person is known.
        pub role: Option<String>,
    }

    /// It is loaded with its stakeholder.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
