//! Everything that the guards of the stages ask for can be recorded; requirements, and where each of them
//! belongs.

use sea_orm_migration::prelude::*;

/// Adds columns of engagements, actions, communities and implementations, and the table of requirements.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000011_machine"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        manager.create_table(requirement()).await?;
        let column = "implementation_id";
        let index = Index::create().name(INDEX).table("requirement").col(column).to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("requirement").to_owned()).await?;
        for (table, column) in columns().into_iter().rev() {
            let name = column.get_column_name().to_owned();
            manager.alter_table(Table::alter().table(table).drop_column(name).to_owned()).await?;
        }
        Ok(())
    }
}

const INDEX: &str = "requirement_implementation";

/// The closed words, as of this step.
const OUTCOMES: [&str; 4] = ["APPROVED", "APPROVED_WITH_CONDITIONS", "POSTPONED", "REFUSED"];
const STAGES: [&str; 8] =
    ["EXPLORING", "FEASIBILITY", "PILOT", "ROLLOUT", "SCALED", "SUSTAINED", "RETIRED", "PAUSED"];
const DISPOSITIONS: [&str; 3] = ["UNDECIDED", "CORE", "LOCAL"];
const VISIBILITIES: [&str; 3] = ["PUBLIC", "COMMUNITY", "RESTRICTED"];

/// Each with its table. The defaults are what a process of the release before means.
fn columns() -> Vec<(&'static str, ColumnDef)> {
    let text = |name| ColumnDef::new(name).text().null().to_owned();
    let day = |name| ColumnDef::new(name).date().null().to_owned();
    let list = |name| ColumnDef::new(name).json_binary().not_null().default("[]").to_owned();
    let none = ColumnDef::new("no_deciding_group").boolean().not_null().default(false).to_owned();
    vec![
        ("engagement", none),
        ("engagement", word("decision_outcome", &OUTCOMES)),
        ("engagement", ColumnDef::new("decided_by_id").uuid().null().to_owned()),
        ("engagement", day("decided_on")),
        ("engagement", text("decision_note")),
        ("engagement", text("decision_source")),
        ("engagement", list("commitments")),
        ("engagement", day("onboarding_since")),
        ("engagement", list("onboarding")),
        ("community", list("onboarding_steps")),
        ("action", text("drop_reason")),
        ("implementation", day("stage_since")),
        ("implementation", text("stage_note")),
        ("implementation", word("before_paused", &STAGES)),
    ]
}

fn word(name: &'static str, words: &[&'static str]) -> ColumnDef {
    let check = Expr::col(name).is_in(words.iter().copied());
    ColumnDef::new(name).text().null().check(check).to_owned()
}

fn requirement() -> TableCreateStatement {
    let disposition = Expr::col("disposition").is_in(DISPOSITIONS);
    let visibility = Expr::col("visibility").is_in(VISIBILITIES);
    let reference =
        |column, to| ForeignKey::create().from("requirement", column).to(to, "id").to_owned();
    Table::create()
        .table("requirement")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("implementation_id").uuid().not_null())
        .col(ColumnDef::new("text").text().not_null())
        .col(ColumnDef::new("disposition").text().not_null().check(disposition))
        .col(ColumnDef::new("decided_by_id").uuid().null())
        .col(ColumnDef::new("decided_on").date().null())
        .col(ColumnDef::new("note").text().null())
        .col(ColumnDef::new("community_id").uuid().null())
        .col(ColumnDef::new("visibility").text().not_null().check(visibility))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at").not_null())
        .col(instant("updated_at").not_null())
        .foreign_key(&mut reference("implementation_id", "stakeholder"))
        .foreign_key(&mut reference("decided_by_id", "stakeholder"))
        .foreign_key(&mut reference("community_id", "community"))
        .to_owned()
}

fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().to_owned()
}
