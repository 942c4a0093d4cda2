//! The database's history, step by step; every step can be undone, and runs alike on SQLite and
//! PostgreSQL. `README.md` beside this crate says how a step is written.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m20261122_000001_facts;
mod m20261122_000002_sign_in;
mod m20261122_000003_text_search;
mod m20261122_000004_accounts;
mod m20261122_000005_api_token;
mod m20261122_000006_answers;
mod m20261122_000007_privacy;
mod m20261122_000008_trusted_document;
mod m20261122_000009_capability;
mod m20261123_000010_saved_view;
mod m20261123_000011_machine;
mod m20261123_000012_meeting;
mod m20261124_000013_attention;
mod m20261124_000014_need;

/// All steps, oldest first.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_facts::Migration),
            Box::new(m20261122_000002_sign_in::Migration),
            Box::new(m20261122_000003_text_search::Migration),
            Box::new(m20261122_000004_accounts::Migration),
            Box::new(m20261122_000005_api_token::Migration),
            Box::new(m20261122_000006_answers::Migration),
            Box::new(m20261122_000007_privacy::Migration),
            Box::new(m20261122_000008_trusted_document::Migration),
            Box::new(m20261122_000009_capability::Migration),
            Box::new(m20261123_000010_saved_view::Migration),
            Box::new(m20261123_000011_machine::Migration),
            Box::new(m20261123_000012_meeting::Migration),
            Box::new(m20261124_000013_attention::Migration),
            Box::new(m20261124_000014_need::Migration),
        ]
    }
}
