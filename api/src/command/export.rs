//! `banyan export`: the whole graph as the three files that `banyan import` reads back.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use api::config::Database;
use api::service::export;
use clap::Args;
use domain::policy::Viewer;

use super::answer::say;
use super::reach::open;

/// The settings of `banyan export`.
#[derive(Args)]
pub struct Export {
    /// The folder for stakeholders.csv, relationships.csv and capabilities.csv; they hold everything, hidden or not
    folder: PathBuf,
    #[command(flatten)]
    database: Database,
}

/// Writes the files.
pub async fn run(settings: &Export) -> anyhow::Result<()> {
    let app = open(&settings.database).await?;
    let op = app.op(Viewer::Owner);
    let files = [
        ("stakeholders.csv", export::stakeholders(&op).await?),
        ("relationships.csv", export::relationships(&op).await?),
        ("capabilities.csv", export::capabilities(&op).await?),
    ];
    for (name, text) in files {
        let file = settings.folder.join(name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
        say(file.display())?;
    }
    Ok(())
}
