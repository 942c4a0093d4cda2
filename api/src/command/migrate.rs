//! `banyan migrate`: the schema's steps, forwards and backwards.

use api::config::Database;
use clap::{Args, Subcommand};
use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, DatabaseConnection};
use sea_orm_migration::MigrationStatus;

use super::answer::say;
use super::reach;

/// The settings of `banyan migrate`.
#[derive(Args)]
pub struct Migrate {
    #[command(subcommand)]
    step: Step,
    #[command(flatten)]
    database: Database,
}

#[derive(Subcommand)]
enum Step {
    /// Take every step that was not taken yet; `serve` does this too
    Up,
    /// Undo the last step, with the data that only it could hold
    Down,
    /// Say which steps were taken
    Status,
}

/// Takes or undoes steps, and says which are taken then.
pub async fn run(settings: &Migrate) -> anyhow::Result<()> {
    reach::check(&settings.database).await?;
    let database = connect(&settings.database).await?;
    match settings.step {
        Step::Up => api::store::migrate(&database).await?,
        Step::Down => Migrator::down(&database, Some(1)).await?,
        Step::Status => {}
    }
    for step in Migrator::get_migration_with_status(&database).await? {
        let taken = match step.status() {
            MigrationStatus::Applied => "taken",
            MigrationStatus::Pending => "not taken",
        };
        say(format_args!("{:32} {taken}", step.name()))?;
    }
    database.close().await?;
    Ok(())
}

async fn connect(settings: &Database) -> anyhow::Result<DatabaseConnection> {
    let url = match settings.file() {
        Some(file) => format!("sqlite://{}?mode=rwc", file.display()),
        None => settings.url.clone(),
    };
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Ok(sea_orm::Database::connect(options).await?)
}
