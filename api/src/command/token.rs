//! `banyan token`: API tokens of accounts, made and taken back by whoever has the machine.

use anyhow::Context;
use api::app::App;
use api::auth::api_token;
use api::config::Database;
use chrono::TimeDelta;
use clap::{Args, Subcommand};
use domain::api_token::{MOST_DAYS, TokenDraft, TokenScope, USUAL_DAYS};
use domain::identifier::{ApiTokenId, Noun};

use super::answer::say;
use super::reach::open;
use super::user::{find_account, find_community, word};

/// The settings of `banyan token`.
#[derive(Args)]
pub struct Token {
    #[command(subcommand)]
    step: Step,
    #[command(flatten)]
    database: Database,
}

#[derive(Subcommand)]
enum Step {
    /// List the tokens of an account
    List {
        /// Whose
        login: String,
    },
    /// Make a token for an account and print it, this once
    Create {
        /// Whose
        login: String,
        #[command(flatten)]
        draft: Draft,
    },
    /// Take a token back
    Revoke {
        /// Whose
        login: String,
        /// Which, as `list` prints it
        id: String,
    },
}

#[derive(Args)]
struct Draft {
    /// What it is for
    #[arg(long)]
    name: String,
    /// read, propose or manage; never more than the account may itself
    #[arg(long, default_value = "read", value_parser = word::<TokenScope>)]
    scope: TokenScope,
    /// The one community that it shall work in, by its short name
    #[arg(long)]
    community: Option<String>,
    /// For how many days it is good
    #[arg(long, default_value_t = USUAL_DAYS, value_parser = clap::value_parser!(i64).range(1..=MOST_DAYS))]
    days: i64,
}

/// Does what was asked as the owner of the instance. A server that runs hears of it within seconds.
pub async fn run(settings: Token) -> anyhow::Result<()> {
    let app = open(&settings.database).await?;
    match settings.step {
        Step::List { login } => list(&app, &login).await,
        Step::Create { login, draft } => create(&app, &login, draft).await,
        Step::Revoke { login, id } => {
            let account = find_account(&app, &login)?;
            let parsed = Noun::ApiToken.parse_id(&id, "id").ok();
            let id = parsed.with_context(|| format!("{id} is no token's id; they begin tok_"))?;
            api_token::revoke(&app, account, ApiTokenId(id)).await?;
            Ok(say("The token is worth nothing any more.")?)
        }
    }
}

async fn list(app: &App, login: &str) -> anyhow::Result<()> {
    let rows = api_token::list(app, find_account(app, login)?).await?;
    if rows.is_empty() {
        return Ok(say(format_args!("{login} has no tokens."))?);
    }
    for row in rows {
        let used = row.last_used_at.map_or("never".to_owned(), |at| at.to_rfc3339());
        say(format_args!(
            "{}  {}...  {}  until {}  last used {used}  {}",
            Noun::ApiToken.format(row.id.0),
            row.prefix,
            row.scope,
            row.expires_at.date_naive(),
            row.name
        ))?;
    }
    Ok(())
}

async fn create(app: &App, login: &str, draft: Draft) -> anyhow::Result<()> {
    let account = find_account(app, login)?;
    let community = draft.community.map(|slug| find_community(app, &slug)).transpose()?;
    let draft = TokenDraft {
        name: draft.name,
        scope: draft.scope,
        community,
        expires_at: Some(app.clock.now() + TimeDelta::days(draft.days)),
    };
    let (_, written) = api_token::issue(app, account, draft).await?;
    Ok(say(written.reveal())?)
}
