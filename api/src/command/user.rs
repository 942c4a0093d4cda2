//! `banyan user`: accounts, made by whoever has the machine.

use std::io::Read;
use std::sync::Arc;

use anyhow::{Context, bail};
use api::app::App;
use api::auth::link::{self, Way};
use api::auth::{ending, password, recovery};
use api::config::{Database, Keys};
use api::service::account::{self, AccountDraft};
use api::service::erasure;
use clap::{Args, Subcommand};
use domain::account::LinkPurpose;
use domain::community::Role;
use domain::identifier::{AccountId, CommunityId, Noun};
use domain::policy::Viewer;
use domain::text::{Locale, parse_url};
use domain::vocabulary::Word;

use super::answer::say;
use super::reach::open;

/// The settings of `banyan user`.
#[derive(Args)]
pub struct User {
    #[command(subcommand)]
    step: Step,
    #[command(flatten)]
    database: Database,
}

#[derive(Subcommand)]
enum Step {
    /// Create an account with a role in a community, and print a link that lets it in once
    Add {
        /// What they sign in with: an e-mail address or a short name
        login: String,
        /// The name shown to others
        #[arg(long)]
        name: String,
        /// The language that Banyan speaks with them: en or fr
        #[arg(long, default_value = "en", value_parser = word::<Locale>)]
        locale: Locale,
        #[command(flatten)]
        standing: Standing,
        #[command(flatten)]
        place: Place,
    },
    /// Give an account a role in a community, in place of the one it has there
    Role {
        /// Whose
        login: String,
        #[command(flatten)]
        standing: Standing,
    },
    /// Say who there is: login, name, communities with roles, and who may not sign in
    List,
    /// Keep an account from signing in, and end its sessions
    Disable {
        /// Whose
        login: String,
    },
    /// Let an account sign in again
    Enable {
        /// Whose
        login: String,
    },
    /// End every session of an account, and the links that would open another
    Signout {
        /// Whose
        login: String,
    },
    /// Print a link that lets an account in once, or choose another password where it has one
    Link {
        /// Whose
        login: String,
        #[command(flatten)]
        place: Place,
    },
    /// Erase an account for good: login, name and every way in
    Erase {
        /// Whose: a login, or an id (usr_...) to finish an erasure that stumbled
        account: String,
        #[command(flatten)]
        keys: Keys,
    },
    /// Set the password of an account, read from standard input
    Password {
        /// Whose
        login: String,
    },
}

#[derive(Args)]
struct Standing {
    /// The community, by its short name
    #[arg(long)]
    community: String,
    /// viewer, editor, manager or admin
    #[arg(long, value_parser = word::<Role>)]
    role: Role,
}

#[derive(Args)]
struct Place {
    /// Where they reach Banyan
    #[arg(
        long = "public-url",
        alias = "url",
        env = "BANYAN_PUBLIC_URL",
        value_name = "URL",
        default_value = "http://127.0.0.1:8080",
        value_parser = address
    )]
    address: String,
}

/// Does what was asked as the owner of the instance.
pub async fn run(settings: User) -> anyhow::Result<()> {
    let app = open(&settings.database).await?;
    match settings.step {
        Step::Add { login, name, locale, standing, place } => {
            let draft = AccountDraft { login, display_name: name, locale };
            let account = add(&app, draft, &standing).await?;
            print_link(&app, account, &place).await
        }
        Step::Role { login, standing } => {
            join(&app, find_account(&app, &login)?, &standing).await?;
            let Standing { role, community } = standing;
            Ok(say(format_args!("{login} is {role} in {community} now."))?)
        }
        Step::List => list(&app),
        Step::Disable { login } => {
            let account = find_account(&app, &login)?;
            account::disable(&app.op(Viewer::Owner), account).await?;
            Ok(say(format_args!("{login} is signed out and cannot sign in any more."))?)
        }
        Step::Enable { login } => {
            account::enable(&app.op(Viewer::Owner), find_account(&app, &login)?).await?;
            Ok(say(format_args!("{login} may sign in again."))?)
        }
        Step::Signout { login } => {
            let ended = ending::sign_out(&app, find_account(&app, &login)?).await?;
            Ok(say(format_args!("{ended} sessions of {login} have ended."))?)
        }
        Step::Link { login, place } => {
            let account = find_account(&app, &login)?;
            match password::find(&app, account).await? {
                Some(_) => print_reset(&app, account, &place).await,
                None => print_link(&app, account, &place).await,
            }
        }
        Step::Erase { account, keys } => {
            if settings.database.file().is_none() {
                let list = keys.file(&settings.database)?.with_file_name("erasures");
                app.erasures.keep_in(list);
            }
            let account = match Noun::Account.parse_id(&account, "account") {
                Ok(id) => AccountId(id),
                Err(_) => find_account(&app, &account)?,
            };
            erasure::erase_account(&app.op(Viewer::Owner), account).await?;
            Ok(say("Erased.")?)
        }
        Step::Password { login } => set_password(&app, find_account(&app, &login)?).await,
    }
}

async fn add(
    app: &Arc<App>,
    draft: AccountDraft,
    standing: &Standing,
) -> anyhow::Result<AccountId> {
    // Asked first, so that no account is made for a community that there is not.
    find_community(app, &standing.community)?;
    let account = account::create(&app.op(Viewer::Owner), draft).await?;
    join(app, account, standing).await?;
    Ok(account)
}

async fn join(app: &Arc<App>, account: AccountId, standing: &Standing) -> anyhow::Result<()> {
    let community = find_community(app, &standing.community)?;
    Ok(account::join(&app.op(Viewer::Owner), account, community, standing.role).await?)
}

async fn print_link(app: &App, account: AccountId, place: &Place) -> anyhow::Result<()> {
    let token = link::issue(app, account).await?;
    let minutes = link::LIFETIME.num_minutes();
    let address = place.address.trim_end_matches('/');
    let path = link::path(LinkPurpose::SignIn, &token);
    Ok(say(format_args!("Sign in once within {minutes} minutes: {address}{path}"))?)
}

/// For whoever forgot the password.
async fn print_reset(app: &App, account: AccountId, place: &Place) -> anyhow::Result<()> {
    let purpose = LinkPurpose::Reset;
    let token = link::issue_for(app, account, purpose, Way::Shown).await?;
    let minutes = link::LIFETIME.num_minutes();
    let address = place.address.trim_end_matches('/');
    let path = link::path(purpose, &token);
    Ok(say(format_args!("Choose another password within {minutes} minutes: {address}{path}"))?)
}

fn list(app: &App) -> anyhow::Result<()> {
    let snapshot = app.snapshot();
    let communities = snapshot.rows::<entity::community::Model>();
    for row in snapshot.rows::<entity::account::Model>().values() {
        let memberships = snapshot.rows::<entity::membership::Model>().values();
        let roles: Vec<_> = memberships
            .filter(|membership| membership.account_id == row.id)
            .filter_map(|membership| {
                let community = communities.get(&membership.community_id.0)?;
                Some(format!("{} in {}", membership.role, community.slug))
            })
            .collect();
        let disabled = if row.disabled { " (disabled)" } else { "" };
        let (login, name, roles) = (&row.login, &row.display_name, roles.join(", "));
        say(format_args!("{login:32} {name}: {roles}{disabled}"))?;
    }
    Ok(())
}

async fn set_password(app: &App, account: AccountId) -> anyhow::Result<()> {
    let mut text = String::new();
    std::io::stdin().take(4_096).read_to_string(&mut text)?;
    recovery::set_password(app, account, text.trim_end_matches(['\r', '\n'])).await?;
    Ok(say("The password is set.")?)
}

/// The account with this login.
pub(super) fn find_account(app: &App, login: &str) -> anyhow::Result<AccountId> {
    let snapshot = app.snapshot();
    let account = snapshot.account_by_login(&login.to_lowercase());
    Ok(account.with_context(|| format!("there is no account {login}"))?.id)
}

/// The community with this short name; when there is none, those that there are.
pub(super) fn find_community(app: &App, slug: &str) -> anyhow::Result<CommunityId> {
    let snapshot = app.snapshot();
    let communities = snapshot.rows::<entity::community::Model>();
    if let Some(community) = communities.values().find(|community| community.slug == slug) {
        return Ok(community.id);
    }
    let known: Vec<_> = communities.values().map(|community| community.slug.as_str()).collect();
    bail!("there is no community {slug}; there are: {}", known.join(", "))
}

/// Reads a closed word, in small letters or as its code.
pub(super) fn word<W: Word>(text: &str) -> Result<W, String> {
    let codes = || W::ALL.iter().map(|word| word.code().to_lowercase()).collect::<Vec<_>>();
    W::parse(&text.to_uppercase()).ok_or_else(|| format!("write one of {}", codes().join(", ")))
}

/// Reads a web address.
fn address(text: &str) -> Result<String, &'static str> {
    let parsed = parse_url(text, "url").ok().flatten();
    parsed.ok_or("write a web address, as in https://banyan.example.org")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A word that is not one of the closed list is answered with the list, and an address must be
    /// one.
    #[test]
    fn wrong_settings_name_the_right_ones() {
        assert_eq!(word::<Role>("manager"), Ok(Role::Manager));
        let refused = word::<Role>("boss").unwrap_err();
        assert_eq!(refused, "write one of viewer, editor, manager, admin");
        assert_eq!(address("https://a.example"), Ok("https://a.example".to_owned()));
        assert!(address("not a url").is_err() && address("").is_err());
    }
}
