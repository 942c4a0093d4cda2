//! `banyan import`: a sheet, brought in by whoever has the machine.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail};
use api::app::App;
use api::config::Database;
use api::service::import::{self, Counts, Fault, Request, Row};
use clap::{Args, ValueEnum};
use domain::identifier::Noun;
use domain::policy::Viewer;
use domain::sheet::{DateForm, Table};
use domain::text::Locale;
use domain::vocabulary::Tongue;

use super::answer::say;
use super::reach::open;
use super::user::find_community;

/// The settings of `banyan import`.
#[derive(Args)]
pub struct Import {
    /// The file: CSV in UTF-8, or cells set apart by tabs; stakeholders before their relationships and capabilities
    file: PathBuf,
    /// Who maintains rows that do not say, by short name; without one, the shared registry
    #[arg(long)]
    community: Option<String>,
    /// What the rows are about; guessed from the headings when not said
    #[arg(long, value_enum)]
    table: Option<About>,
    /// How dates such as 03/04/2024 are read
    #[arg(long, value_enum)]
    dates: Option<Dates>,
    /// What a missing cell stands for, as in `kind=ORGANIZATION`
    #[arg(long = "default", value_name = "COLUMN=VALUE", value_parser = pair)]
    defaults: Vec<(String, String)>,
    /// Only say what would become of each row
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    database: Database,
}

#[derive(Clone, Copy, ValueEnum)]
enum About {
    Stakeholders,
    Relationships,
    Capabilities,
}

#[derive(Clone, Copy, ValueEnum)]
enum Dates {
    Iso,
    DayFirst,
}

/// Brings the file in, or says what would become of it.
pub async fn run(settings: Import) -> anyhow::Result<()> {
    let app = open(&settings.database).await?;
    let request = settings.request(&app)?;
    let op = app.op(Viewer::Owner);
    let preview = import::preview(&op, &request).await?;
    preview.rows.iter().try_for_each(say_faults)?;
    if settings.check {
        return Ok(say_counts("Would be", preview.counts)?);
    }
    if preview.counts.create + preview.counts.matched == 0 {
        bail!("no row can be brought in; nothing was recorded");
    }
    let done = import::commit(&op, &request).await?;
    say_counts("Rows:", done.counts)?;
    let id = Noun::Import.format(done.import.0);
    Ok(say(format_args!("The import is {id}; it can be undone as a whole."))?)
}

impl Import {
    fn request(&self, app: &App) -> anyhow::Result<Request> {
        let file = self.file.display();
        let bytes = fs::read(&self.file).with_context(|| format!("cannot read {file}"))?;
        let text = String::from_utf8(bytes)
            .with_context(|| format!("{file} is not in UTF-8; save it as CSV UTF-8"))?;
        let table = match self.table {
            Some(About::Stakeholders) => Table::Stakeholders,
            Some(About::Relationships) => Table::Relationships,
            Some(About::Capabilities) => Table::Capabilities,
            None => import::guess_table(&text).map_err(api::error::Error::from)?,
        };
        let community = self.community.as_deref();
        let name = self.file.file_name().unwrap_or_default();
        Ok(Request {
            community: community.map(|slug| find_community(app, slug)).transpose()?,
            table,
            file_name: name.to_string_lossy().into_owned(),
            text,
            columns: None,
            dates: self.dates.map(|dates| match dates {
                Dates::Iso => DateForm::Iso,
                Dates::DayFirst => DateForm::DayFirst,
            }),
            defaults: self.defaults.iter().cloned().collect::<BTreeMap<_, _>>(),
            decisions: Vec::new(),
            locale: Locale::En,
        })
    }
}

fn say_faults(row: &Row) -> std::io::Result<()> {
    for Fault { refusal, column, cell } in &row.faults {
        let place = match (column, cell) {
            (Some(column), Some(cell)) => format!("{column}, {cell:?}"),
            _ => refusal.field.clone(),
        };
        let missing = match refusal.missing.as_slice() {
            [] => String::new(),
            missing => format!(" ({})", missing.join(", ")),
        };
        let label = refusal.label(Tongue::En);
        say(format_args!("row {} ({place}): {label}{missing}", row.number))?;
    }
    Ok(())
}

fn say_counts(word: &str, counts: Counts) -> std::io::Result<()> {
    let Counts { create, matched, reject } = counts;
    say(format_args!("{word} {create} created, {matched} matched, {reject} left out."))
}

fn pair(text: &str) -> Result<(String, String), &'static str> {
    let (column, value) = text.split_once('=').ok_or("write it as COLUMN=VALUE")?;
    Ok((column.to_owned(), value.to_owned()))
}
