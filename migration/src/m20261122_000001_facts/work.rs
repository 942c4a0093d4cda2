//! The daily work of a community.

use super::column::{instant, reference};
use super::words::{
    ACTION_STATES, CHANNELS, DECLINERS, DIRECTIONS, GAIN_SIDES, GAIN_STATUS, OBJECTIVES, STAGES,
    VISIBILITIES, optional_word, word,
};
use sea_orm_migration::prelude::*;

/// Every table, in an order in which each finds what it refers to.
pub(super) fn tables() -> Vec<TableCreateStatement> {
    vec![engagement(), gain(), interaction(), transition(), action(), import()]
}

/// Conversations with a party about an objective.
fn engagement() -> TableCreateStatement {
    Table::create()
        .table("engagement")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("community_id").uuid().not_null())
        .col(ColumnDef::new("party_id").uuid().not_null())
        .col(word("objective", OBJECTIVES))
        .col(word("stage", STAGES))
        .col(ColumnDef::new("stage_since").date().not_null())
        .col(optional_word("before_dormant", STAGES))
        .col(ColumnDef::new("why").text().not_null())
        .col(ColumnDef::new("owner_id").uuid().null())
        .col(ColumnDef::new("entry_points").json_binary().not_null())
        .col(ColumnDef::new("next_step").text().null())
        .col(ColumnDef::new("next_step_due").date().null())
        .col(ColumnDef::new("influence").integer().null())
        .col(ColumnDef::new("interest").integer().null())
        .col(ColumnDef::new("impact").integer().null())
        .col(ColumnDef::new("cadence_days").integer().null())
        .col(ColumnDef::new("proposal_url").text().null())
        .col(ColumnDef::new("proposal_file").text().null())
        .col(ColumnDef::new("proposal_text").text().null())
        .col(ColumnDef::new("deciding_group_id").uuid().null())
        .col(ColumnDef::new("standing_since").text().null())
        .col(ColumnDef::new("standing_source").text().null())
        .col(ColumnDef::new("ends_on").date().null())
        .col(ColumnDef::new("close_reason").text().null())
        .col(optional_word("declined_by", DECLINERS))
        .col(ColumnDef::new("reopens_id").uuid().null())
        .col(ColumnDef::new("practice").boolean().not_null())
        .col(word("visibility", VISIBILITIES))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("engagement", "community_id", "community"))
        .foreign_key(&mut reference("engagement", "party_id", "stakeholder"))
        .foreign_key(&mut reference("engagement", "owner_id", "account"))
        .foreign_key(&mut reference("engagement", "deciding_group_id", "stakeholder"))
        .foreign_key(&mut reference("engagement", "reopens_id", "engagement"))
        .to_owned()
}

/// What a side has of an engagement.
fn gain() -> TableCreateStatement {
    Table::create()
        .table("gain")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("engagement_id").uuid().not_null())
        .col(word("side", GAIN_SIDES))
        .col(ColumnDef::new("text").text().not_null())
        .col(word("status", GAIN_STATUS))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("gain", "engagement_id", "engagement"))
        .to_owned()
}

/// Logged contacts.
fn interaction() -> TableCreateStatement {
    Table::create()
        .table("interaction")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("engagement_id").uuid().not_null())
        .col(ColumnDef::new("happened_on").date().not_null())
        .col(word("channel", CHANNELS))
        .col(word("direction", DIRECTIONS))
        .col(ColumnDef::new("note").text().not_null())
        .col(ColumnDef::new("account_id").uuid().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("interaction", "engagement_id", "engagement"))
        .foreign_key(&mut reference("interaction", "account_id", "account"))
        .to_owned()
}

/// Moves from stage to stage.
fn transition() -> TableCreateStatement {
    Table::create()
        .table("transition")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("engagement_id").uuid().not_null())
        .col(optional_word("from_stage", STAGES))
        .col(word("to_stage", STAGES))
        .col(ColumnDef::new("note").text().null())
        .col(ColumnDef::new("account_id").uuid().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("transition", "engagement_id", "engagement"))
        .foreign_key(&mut reference("transition", "account_id", "account"))
        .to_owned()
}

/// What somebody should do.
fn action() -> TableCreateStatement {
    Table::create()
        .table("action")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("community_id").uuid().not_null())
        .col(ColumnDef::new("engagement_id").uuid().null())
        .col(ColumnDef::new("text").text().not_null())
        .col(word("state", ACTION_STATES))
        .col(ColumnDef::new("owner_id").uuid().null())
        .col(ColumnDef::new("due_on").date().null())
        .col(ColumnDef::new("recorded_on").text().null())
        .col(ColumnDef::new("finds_entry_point").boolean().not_null())
        .col(ColumnDef::new("practice").boolean().not_null())
        .col(word("visibility", VISIBILITIES))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("action", "community_id", "community"))
        .foreign_key(&mut reference("action", "engagement_id", "engagement"))
        .foreign_key(&mut reference("action", "owner_id", "account"))
        .to_owned()
}

/// Many rows brought in at once.
fn import() -> TableCreateStatement {
    Table::create()
        .table("import")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("community_id").uuid().not_null())
        .col(ColumnDef::new("account_id").uuid().null())
        .col(ColumnDef::new("file_name").text().null())
        .col(ColumnDef::new("created").integer().not_null())
        .col(ColumnDef::new("matched").integer().not_null())
        .col(ColumnDef::new("rejected").integer().not_null())
        .col(ColumnDef::new("undone_at").timestamp_with_time_zone().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("import", "community_id", "community"))
        .foreign_key(&mut reference("import", "account_id", "account"))
        .to_owned()
}
