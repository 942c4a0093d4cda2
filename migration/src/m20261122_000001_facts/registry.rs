//! Stakeholders, relationships and what they rest on.

use super::column::{instant, reference};
use super::words::{
    FUNDING_FORMS, FUNDING_PURPOSES, GROUP_TYPES, IMPLEMENTATION_SCOPES, IMPLEMENTATION_STAGES,
    LOCALES, ORGANIZATION_TYPES, PLACE_LEVELS, PROGRAMME_TYPES, REGISTRIES, RELATIONSHIP_KINDS,
    RELATIONSHIP_STATES, SIZE_BANDS, SOURCE_KINDS, STAKEHOLDER_KINDS, STANCES, TEXT_FIELDS,
    TRANSLATION_STATUS, VISIBILITIES, optional_word, word,
};
use sea_orm_migration::prelude::*;

/// Every table, in an order in which each finds what it refers to.
pub(super) fn tables() -> Vec<TableCreateStatement> {
    vec![
        stakeholder(),
        organization(),
        global_good(),
        body(),
        implementation(),
        programme(),
        person(),
        place(),
        text(),
        external_id(),
        relationship(),
        source(),
        evidence(),
    ]
}

/// What every kind has.
fn stakeholder() -> TableCreateStatement {
    Table::create()
        .table("stakeholder")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(word("kind", STAKEHOLDER_KINDS))
        .col(ColumnDef::new("slug").text().null())
        .col(ColumnDef::new("aliases").json_binary().not_null())
        .col(ColumnDef::new("acronym").text().null())
        .col(ColumnDef::new("country").text().null())
        .col(ColumnDef::new("countries").json_binary().not_null())
        .col(ColumnDef::new("languages").json_binary().not_null())
        .col(ColumnDef::new("website").text().null())
        .col(ColumnDef::new("unresolved").text().null())
        .col(ColumnDef::new("practice").boolean().not_null())
        .col(ColumnDef::new("community_id").uuid().null())
        .col(word("visibility", VISIBILITIES))
        .col(ColumnDef::new("archived_at").timestamp_with_time_zone().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("stakeholder", "community_id", "community"))
        .to_owned()
}

/// Organizations.
fn organization() -> TableCreateStatement {
    Table::create()
        .table("organization")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(word("organization_type", ORGANIZATION_TYPES))
        .col(ColumnDef::new("secondary_types").json_binary().not_null())
        .col(optional_word("size_band", SIZE_BANDS))
        .col(ColumnDef::new("is_local").boolean().null())
        .foreign_key(&mut reference("organization", "id", "stakeholder"))
        .to_owned()
}

/// Global goods.
fn global_good() -> TableCreateStatement {
    Table::create()
        .table("global_good")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("licence").text().null())
        .col(ColumnDef::new("repository").text().null())
        .foreign_key(&mut reference("global_good", "id", "stakeholder"))
        .to_owned()
}

/// Groups.
fn body() -> TableCreateStatement {
    Table::create()
        .table("body")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(word("group_type", GROUP_TYPES))
        .col(ColumnDef::new("local_name").text().null())
        .col(ColumnDef::new("mandate").text().null())
        .col(ColumnDef::new("topics").json_binary().not_null())
        .col(ColumnDef::new("language").text().null())
        .col(ColumnDef::new("meets").text().null())
        .col(ColumnDef::new("required_constituencies").json_binary().not_null())
        .foreign_key(&mut reference("body", "id", "stakeholder"))
        .to_owned()
}

/// Implementations.
fn implementation() -> TableCreateStatement {
    Table::create()
        .table("implementation")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(optional_word("stage", IMPLEMENTATION_STAGES))
        .col(optional_word("scope", IMPLEMENTATION_SCOPES))
        .col(ColumnDef::new("scheme").text().null())
        .col(ColumnDef::new("started_on").text().null())
        .col(ColumnDef::new("ended_on").text().null())
        .foreign_key(&mut reference("implementation", "id", "stakeholder"))
        .to_owned()
}

/// Programmes.
fn programme() -> TableCreateStatement {
    Table::create()
        .table("programme")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(optional_word("programme_type", PROGRAMME_TYPES))
        .col(ColumnDef::new("decided_by").text().null())
        .foreign_key(&mut reference("programme", "id", "stakeholder"))
        .to_owned()
}

/// Persons; their names are nowhere else.
fn person() -> TableCreateStatement {
    Table::create()
        .table("person")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("names").json_binary().not_null())
        .col(ColumnDef::new("slug").text().not_null())
        .col(ColumnDef::new("role").text().null())
        .foreign_key(&mut reference("person", "id", "stakeholder"))
        .to_owned()
}

/// Places.
fn place() -> TableCreateStatement {
    Table::create()
        .table("place")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(word("level", PLACE_LEVELS))
        .foreign_key(&mut reference("place", "id", "stakeholder"))
        .to_owned()
}

/// Texts by language.
fn text() -> TableCreateStatement {
    Table::create()
        .table("text")
        .col(ColumnDef::new("subject_id").uuid().not_null())
        .col(word("field", TEXT_FIELDS))
        .col(word("locale", LOCALES))
        .col(ColumnDef::new("value").text().not_null())
        .col(word("status", TRANSLATION_STATUS))
        .primary_key(Index::create().col("subject_id").col("field").col("locale"))
        .foreign_key(&mut reference("text", "subject_id", "stakeholder"))
        .to_owned()
}

/// Ids that other registries gave.
fn external_id() -> TableCreateStatement {
    Table::create()
        .table("external_id")
        .col(ColumnDef::new("stakeholder_id").uuid().not_null())
        .col(word("registry", REGISTRIES))
        .col(ColumnDef::new("value").text().not_null())
        .primary_key(Index::create().col("stakeholder_id").col("registry").col("value"))
        .foreign_key(&mut reference("external_id", "stakeholder_id", "stakeholder"))
        .to_owned()
}

/// What joins two stakeholders.
fn relationship() -> TableCreateStatement {
    Table::create()
        .table("relationship")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(word("kind", RELATIONSHIP_KINDS))
        .col(ColumnDef::new("source_id").uuid().not_null())
        .col(ColumnDef::new("target_id").uuid().not_null())
        .col(ColumnDef::new("valid_from").text().null())
        .col(ColumnDef::new("valid_to").text().null())
        .col(word("state", RELATIONSHIP_STATES))
        .col(ColumnDef::new("strength").integer().null())
        .col(ColumnDef::new("note").text().null())
        .col(ColumnDef::new("role").text().null())
        .col(ColumnDef::new("topic").text().null())
        .col(ColumnDef::new("constituency").text().null())
        .col(ColumnDef::new("voting").boolean().null())
        .col(ColumnDef::new("cadence").text().null())
        .col(ColumnDef::new("last_heard").text().null())
        .col(ColumnDef::new("blocked_by_id").uuid().null())
        .col(ColumnDef::new("amount").big_integer().null())
        .col(ColumnDef::new("currency").text().null())
        .col(ColumnDef::new("share_min").integer().null())
        .col(ColumnDef::new("share_max").integer().null())
        .col(optional_word("purpose", FUNDING_PURPOSES))
        .col(optional_word("form", FUNDING_FORMS))
        .col(ColumnDef::new("via_id").uuid().null())
        .col(ColumnDef::new("consent").boolean().null())
        .col(ColumnDef::new("practice").boolean().not_null())
        .col(ColumnDef::new("community_id").uuid().null())
        .col(word("visibility", VISIBILITIES))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("relationship", "source_id", "stakeholder"))
        .foreign_key(&mut reference("relationship", "target_id", "stakeholder"))
        .foreign_key(&mut reference("relationship", "blocked_by_id", "stakeholder"))
        .foreign_key(&mut reference("relationship", "via_id", "stakeholder"))
        .foreign_key(&mut reference("relationship", "community_id", "community"))
        .to_owned()
}

/// Documents, pages, meetings.
fn source() -> TableCreateStatement {
    Table::create()
        .table("source")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(word("kind", SOURCE_KINDS))
        .col(ColumnDef::new("title").text().not_null())
        .col(ColumnDef::new("url").text().null())
        .col(ColumnDef::new("published_on").text().null())
        .col(ColumnDef::new("licence").text().null())
        .col(ColumnDef::new("revision_tag").text().null())
        .col(ColumnDef::new("community_id").uuid().null())
        .col(word("visibility", VISIBILITIES))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("source", "community_id", "community"))
        .to_owned()
}

/// Places in sources that support or dispute.
fn evidence() -> TableCreateStatement {
    Table::create()
        .table("evidence")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("subject_noun").text().not_null())
        .col(ColumnDef::new("subject_id").uuid().not_null())
        .col(ColumnDef::new("source_id").uuid().not_null())
        .col(word("stance", STANCES))
        .col(ColumnDef::new("locator").text().null())
        .col(ColumnDef::new("note").text().null())
        .col(ColumnDef::new("asserted_on").text().null())
        .col(ColumnDef::new("asserter_id").uuid().null())
        .col(ColumnDef::new("inferred").boolean().not_null())
        .col(ColumnDef::new("community_id").uuid().null())
        .col(word("visibility", VISIBILITIES))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("evidence", "source_id", "source"))
        .foreign_key(&mut reference("evidence", "asserter_id", "stakeholder"))
        .foreign_key(&mut reference("evidence", "community_id", "community"))
        .to_owned()
}
