//! Meetings, what their notes propose, and the actions that came out of them.

use sea_orm_migration::prelude::*;

/// Adds the tables of meetings, of proposals and of how the authors of corrections are reached, and
/// where an action comes from.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000012_meeting"
    }
}

/// Where an action comes from.
const ORIGINS: [&str; 2] = ["meeting_id", "group_id"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(meeting()).await?;
        manager.create_table(proposal()).await?;
        manager.create_table(correction_contact()).await?;
        for origin in ORIGINS {
            let column = ColumnDef::new(origin).uuid().null().to_owned();
            let alter = Table::alter().table("action").add_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for origin in ORIGINS {
            let alter = Table::alter().table("action").drop_column(origin).to_owned();
            manager.alter_table(alter).await?;
        }
        for table in ["correction_contact", "proposal", "meeting"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// The words of the closed lists as of this step.
const VISIBILITIES: [&str; 2] = ["COMMUNITY", "RESTRICTED"];
const STATES: [&str; 3] = ["OPEN", "ACCEPTED", "REJECTED"];
const ORIGIN_WORDS: [&str; 2] = ["MEETING", "CORRECTION"];
const KINDS: [&str; 8] = [
    "RELATIONSHIP",
    "RELATIONSHIP_END",
    "IMPLEMENTATION",
    "ATTENDANCE",
    "ACTION",
    "ENGAGEMENT",
    "DECISION",
    "CORRECTION",
];

fn meeting() -> TableCreateStatement {
    let visibility = Expr::col("visibility").is_in(VISIBILITIES);
    Table::create()
        .table("meeting")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("community_id").uuid().not_null())
        .col(ColumnDef::new("group_id").uuid().null())
        .col(ColumnDef::new("title").text().not_null())
        .col(ColumnDef::new("held_on").date().not_null())
        .col(ColumnDef::new("location").text().null())
        .col(ColumnDef::new("link").text().null())
        .col(ColumnDef::new("attendees").json_binary().not_null())
        .col(ColumnDef::new("agenda").text().null())
        .col(ColumnDef::new("notes").text().null())
        .col(ColumnDef::new("mentions").json_binary().not_null())
        .col(ColumnDef::new("decisions").json_binary().not_null())
        .col(ColumnDef::new("source_id").uuid().null())
        .col(ColumnDef::new("visibility").text().not_null().check(visibility))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at").not_null())
        .col(instant("updated_at").not_null())
        .foreign_key(ForeignKey::create().from("meeting", "community_id").to("community", "id"))
        .foreign_key(ForeignKey::create().from("meeting", "group_id").to("stakeholder", "id"))
        .foreign_key(ForeignKey::create().from("meeting", "source_id").to("source", "id"))
        .to_owned()
}

fn proposal() -> TableCreateStatement {
    Table::create()
        .table("proposal")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("community_id").uuid().not_null())
        .col(word("kind", &KINDS))
        .col(word("state", &STATES))
        .col(word("origin", &ORIGIN_WORDS))
        .col(ColumnDef::new("meeting_id").uuid().null())
        .col(ColumnDef::new("quote").text().not_null())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("draft").json_binary().not_null())
        .col(ColumnDef::new("named").json_binary().not_null())
        .col(ColumnDef::new("result_noun").text().null())
        .col(ColumnDef::new("result_id").uuid().null())
        .col(ColumnDef::new("reason").text().null())
        .col(ColumnDef::new("decided_by_id").uuid().null())
        .col(instant("decided_at").null())
        .col(word("visibility", &VISIBILITIES))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at").not_null())
        .col(instant("updated_at").not_null())
        .foreign_key(ForeignKey::create().from("proposal", "community_id").to("community", "id"))
        .foreign_key(ForeignKey::create().from("proposal", "decided_by_id").to("account", "id"))
        .to_owned()
}

/// How the author of a correction is reached: no fact, so that it goes when it is asked to.
fn correction_contact() -> TableCreateStatement {
    Table::create()
        .table("correction_contact")
        .col(ColumnDef::new("proposal_id").uuid().not_null().primary_key())
        .col(ColumnDef::new("contact").text().not_null())
        .col(instant("created_at").not_null())
        .to_owned()
}

fn word(name: &'static str, words: &[&'static str]) -> ColumnDef {
    let known = Expr::col(name).is_in(words.iter().copied());
    ColumnDef::new(name).text().not_null().check(known).to_owned()
}

fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().to_owned()
}
