//! `banyan community`: the tenants of this instance.

use api::config::Database;
use api::service::community;
use clap::{Args, Subcommand};
use domain::community::CommunityDraft;
use domain::policy::Viewer;

use super::answer::say;
use super::reach::open;

/// The settings of `banyan community`.
#[derive(Args)]
pub struct Community {
    #[command(subcommand)]
    step: Step,
    #[command(flatten)]
    database: Database,
}

#[derive(Subcommand)]
enum Step {
    /// Create a community, for people to be added to
    Add {
        /// Its name, as in OpenLMIS
        name: String,
    },
    /// Say which there are, by their short names
    List,
}

/// Does what was asked as the owner of the instance, and lists the communities.
pub async fn run(settings: Community) -> anyhow::Result<()> {
    let app = open(&settings.database).await?;
    if let Step::Add { name } = settings.step {
        community::create(&app.op(Viewer::Owner), CommunityDraft { name }).await?;
    }
    for row in app.snapshot().rows::<entity::community::Model>().values() {
        say(format_args!("{:24} {}", row.slug, row.name))?;
    }
    Ok(())
}
