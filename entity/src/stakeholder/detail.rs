//! What only one kind of stakeholder has: a table per kind, none for segments.

use crate::record::List;
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

macro_rules! detail_table {
    ($(#[doc = $doc:literal])+ $module:ident, $table:literal { $($(#[$attribute:meta])* $field:ident: $type:ty,)+ }) => {
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
                $($(#[$attribute])* pub $field: $type,)+
            }

            /// It is loaded with its stakeholder.
            #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

detail_table! {
    /// Organizations.
    organization, "organization" {
        organization_type: OrganizationType,
        #[sea_orm(column_type = "JsonBinary")]
        secondary_types: List<OrganizationType>,
        size_band: Option<SizeBand>,
        is_local: Option<bool>,
    }
}

detail_table! {
    /// Global goods.
    global_good, "global_good" {
        licence: Option<String>,
        repository: Option<String>,
    }
}

detail_table! {
    /// Groups; the table is called `body`, since GROUP is a word of SQL.
    body, "body" {
        group_type: GroupType,
        local_name: Option<String>,
        mandate: Option<String>,
        #[sea_orm(column_type = "JsonBinary")]
        topics: List<String>,
        language: Option<String>,
        meets: Option<String>,
        #[sea_orm(column_type = "JsonBinary")]
        required_constituencies: List<String>,
    }
}

detail_table! {
    /// Implementations.
    implementation, "implementation" {
        stage: Option<ImplementationStage>,
        scope: Option<ImplementationScope>,
        scheme: Option<String>,
        started_on: Option<DatePoint>,
        ended_on: Option<DatePoint>,
    }
}

detail_table! {
    /// Programmes.
    programme, "programme" {
        programme_type: Option<ProgrammeType>,
        decided_by: Option<String>,
    }
}

detail_table! {
    /// Places.
    place, "place" {
        level: PlaceLevel,
    }
}

detail_table! {
    /// Persons: the only table that holds their names.
    person, "person" {
        #[sea_orm(column_type = "JsonBinary")]
        names: PersonNames,
        slug: String,
        role: Option<String>,
    }
}

impl From<organization::Model> for Detail {
    fn from(row: organization::Model) -> Self {
        Self::Organization {
            organization_type: row.organization_type,
            secondary_types: row.secondary_types.0,
            size_band: row.size_band,
            is_local: row.is_local,
        }
    }
}

impl From<global_good::Model> for Detail {
    fn from(row: global_good::Model) -> Self {
        Self::GlobalGood {
            licence: row.licence,
            repository: row.repository,
        }
    }
}

impl From<body::Model> for Detail {
    fn from(row: body::Model) -> Self {
        Self::Group {
            group_type: row.group_type,
            local_name: row.local_name,
            mandate: row.mandate,
            topics: row.topics.0,
            language: row.language,
            meets: row.meets,
            required_constituencies: row.required_constituencies.0,
        }
    }
}

impl From<implementation::Model> for Detail {
    fn from(row: implementation::Model) -> Self {
        Self::Implementation {
            stage: row.stage,
            scope: row.scope,
            scheme: row.scheme,
            started_on: row.started_on,
            ended_on: row.ended_on,
        }
    }
}

impl From<programme::Model> for Detail {
    fn from(row: programme::Model) -> Self {
        Self::Programme {
            programme_type: row.programme_type,
            decided_by: row.decided_by,
        }
    }
}

impl From<place::Model> for Detail {
    fn from(row: place::Model) -> Self {
        Self::Place { level: row.level }
    }
}
