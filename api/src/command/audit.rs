//! `banyan audit`: whether the change log is whole, and what was refused to whom.

use std::time::Instant;

use anyhow::{Context, bail};
use api::config::Database;
use api::service::audit::{self, Head, Report};
use clap::{Args, Subcommand};
use domain::identifier::Noun;

use super::answer::say;
use super::reach::open_store;

/// The settings of `banyan audit`.
#[derive(Args)]
pub struct Audit {
    #[command(subcommand)]
    step: Step,
    #[command(flatten)]
    database: Database,
}

#[derive(Subcommand)]
enum Step {
    /// Make the chain of all changes anew, and name the first link that does not hold
    Verify {
        /// A head that `banyan audit head` printed earlier: the log must still hold it
        #[arg(long, value_name = "HEAD")]
        head: Option<String>,
    },
    /// Print the end of the log, to be kept where nobody can change both
    Head,
    /// List what was refused to whom, the last denial first
    Denials {
        /// How many
        #[arg(long, default_value_t = 100)]
        limit: u64,
    },
}

/// Does what was asked; nothing is written.
pub async fn run(settings: Audit) -> anyhow::Result<()> {
    let store = open_store(&settings.database).await?;
    match settings.step {
        Step::Verify { head } => {
            let kept = head.map(|text| Head::parse(&text).context("--head is no head"));
            let kept = kept.transpose()?;
            let started = Instant::now();
            let report = audit::verify(store.reader(), kept.as_ref()).await?;
            tell(&report, started.elapsed().as_secs_f64())
        }
        Step::Head => Ok(say(audit::head(store.reader()).await?)?),
        Step::Denials { limit } => {
            for row in audit::denials(store.reader(), limit).await? {
                let who = row.account_id.map(|id| Noun::Account.format(id.0));
                let place = row.community_id.map(|id| Noun::Community.format(id.0));
                say(format_args!(
                    "{} {} {} {} {}",
                    row.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                    row.action,
                    who.as_deref().unwrap_or("anonymous"),
                    place.as_deref().unwrap_or("registry"),
                    row.request.as_deref().unwrap_or("-"),
                ))?;
            }
            Ok(())
        }
    }
}

fn tell(report: &Report, seconds: f64) -> anyhow::Result<()> {
    let Report { changes, erased, head, .. } = report;
    say(format_args!("{changes} changes hold, {erased} of them erased ({seconds:.1} s)."))?;
    if let Some(broken) = &report.broken {
        let id = broken.id.map(|id| format!(" ({})", Noun::Change.format(id.0)));
        let id = id.unwrap_or_default();
        let (revision, position, fault) = (broken.revision, broken.position, broken.fault);
        bail!("the log is broken at revision {revision}, position {position}{id}: {fault}");
    }
    if report.kept == Some(false) {
        bail!("the kept head is not in the log: its end was taken away or made anew");
    }
    Ok(say(format_args!("The log is whole up to {head}"))?)
}
