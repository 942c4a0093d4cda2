//! The commands of `banyan`, one file each.

mod answer;
mod audit;
mod community;
mod export;
mod import;
mod migrate;
mod privacy;
mod reach;
mod serve;
mod token;
mod user;

pub use answer::reason;

use std::io::IsTerminal;

use anyhow::Context;
use api::config::{LogFormat, Serve};
use clap::Subcommand;
use tracing_subscriber::EnvFilter;

/// What `banyan` can be told to do.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the API and the front end
    Serve(Serve),
    /// Change the database's schema, step by step
    Migrate(migrate::Migrate),
    /// Make room for communities
    Community(community::Community),
    /// Add people and let them in
    User(user::User),
    /// Make secrets by which programs work for people, and take them back
    Token(token::Token),
    /// Bring in the rows of a file
    Import(import::Import),
    /// Write everything into two files that can be brought in again
    Export(export::Export),
    /// Tell or erase what is known of a person
    Privacy(privacy::Privacy),
    /// Check the change log, and read what was refused
    Audit(audit::Audit),
    /// Print the GraphQL schema
    Schema,
}

impl Command {
    /// Does it.
    pub async fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Serve(settings) => serve::run(&settings).await,
            Self::Migrate(settings) => migrate::run(&settings).await,
            Self::Community(settings) => community::run(settings).await,
            Self::User(settings) => user::run(settings).await,
            Self::Token(settings) => token::run(settings).await,
            Self::Import(settings) => import::run(settings).await,
            Self::Export(settings) => export::run(&settings).await,
            Self::Privacy(settings) => privacy::run(settings).await,
            Self::Audit(settings) => audit::run(settings).await,
            Self::Schema => Ok(answer::say(api::graphql::sdl().trim_end())?),
        }
    }
}

/// Log lines go to standard error, so that standard output holds answers only.
pub fn start_log(filter: &str, format: LogFormat) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(filter).context("--log must look like info,api=debug")?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).with_span_list(false).init(),
    }
    std::panic::set_hook(Box::new(|panic| {
        tracing::error!(place = ?panic.location().map(ToString::to_string), "{panic}");
    }));
    Ok(())
}
