//! `banyan privacy`: what is known of a person, told or erased.

use std::sync::Arc;

use anyhow::{Context, bail};
use api::app::App;
use api::config::{Database, Keys};
use api::service::{contact, erasure, subject};
use clap::{Args, Subcommand, ValueEnum};
use domain::identifier::{Noun, StakeholderId};
use domain::policy::Viewer;
use domain::stakeholder::StakeholderKind;
use entity::stakeholder::Stakeholder;

use super::answer::say;
use super::reach::open_with_erasures;

/// The settings of `banyan privacy`.
#[derive(Args)]
pub struct Privacy {
    #[command(subcommand)]
    step: Step,
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    keys: Keys,
}

#[derive(Subcommand)]
enum Step {
    /// Print everything that is known of a person
    Export {
        /// The person: an id (per_...) or a short name
        person: String,
        /// How it is written
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
    },
    /// Erase a person for good: the graph keeps somebody who is not named
    Erase {
        /// The person: an id (per_...) or a short name
        person: String,
    },
    /// List the persons whose contact data may be kept no longer
    Due,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Csv,
}

/// Does what was asked as the owner of the instance.
pub async fn run(settings: Privacy) -> anyhow::Result<()> {
    let app = open_with_erasures(&settings.database, &settings.keys).await?;
    let op = app.op(Viewer::Owner);
    match settings.step {
        Step::Export { person, format } => {
            let whole = subject::export(&op, find(&app, &person)?).await?;
            match format {
                Format::Json => Ok(say(serde_json::to_string_pretty(&whole)?)?),
                Format::Csv => Ok(say(subject::lines(&whole)?.trim_end())?),
            }
        }
        Step::Erase { person } => {
            let id = find(&app, &person)?;
            let version = op.view().stakeholder(id).context("nobody is there")?.version;
            erasure::erase_person(&op, id, version).await?;
            Ok(say("Erased. Backups and, with PostgreSQL, archived WAL files still hold it.")?)
        }
        Step::Due => {
            for row in contact::due(&op).await? {
                let id = Noun::Stakeholder(StakeholderKind::Person).format(row.id.0);
                let until = row.retain_until.map(|day| day.to_string()).unwrap_or_default();
                say(format_args!("{until} {id}"))?;
            }
            Ok(())
        }
    }
}

fn find(app: &Arc<App>, person: &str) -> anyhow::Result<StakeholderId> {
    let noun = Noun::Stakeholder(StakeholderKind::Person);
    if let Ok(id) = noun.parse_id(person, "person") {
        return Ok(StakeholderId(id));
    }
    let snapshot = app.snapshot();
    let rows = snapshot.rows::<Stakeholder>().values();
    let mut named = rows.filter(|row| row.kind == StakeholderKind::Person && row.slug == person);
    match (named.next(), named.next()) {
        (Some(row), None) => Ok(row.id),
        (Some(_), Some(_)) => bail!("several are called {person}: say the id"),
        (None, _) => bail!("there is no person {person}"),
    }
}
