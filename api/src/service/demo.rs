//! The demo community data: facts of five documents, each with its line, and practice data beside
//! them.
//!
//! The files lie in `api/demo` and are part of the program. They are read as a person's sheet is
//! read, so that whatever the rules would refuse cannot be in the demo.

use super::account::{self, AccountDraft};
use super::community;
use super::import::Sources;
use crate::error::Result;
use crate::op::{Op, Write};
use domain::community::{CommunityDraft, Role};
use domain::identifier::{AccountId, CommunityId, StakeholderId};
use domain::text::Locale;
use domain::vocabulary::Word;
use std::collections::BTreeMap;

mod action;
mod engagement;
mod file;
mod practice;
mod registry;

/// Whether the demo had to be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// It was loaded now.
    Now,
    /// Something was recorded before; nothing was changed.
    NotEmpty,
}

/// Loads the demo into an empty database, in one write; only the owner of the instance does.
pub async fn load(op: &Op) -> Result<Loaded> {
    op.allow_owner().await?;
    let mut write = op.write().await?;
    // Asked by whoever has the turn: another process may be loading it as well.
    if !op.app().snapshot().is_empty() {
        return Ok(Loaded::NotEmpty);
    }
    let mut demo = Demo::default();
    demo.add_communities(&mut write).await?;
    demo.add_accounts(&mut write).await?;
    registry::load(&mut write, &mut demo).await?;
    engagement::load(&mut write, &demo).await?;
    action::load(&mut write, &demo).await?;
    practice::load(&mut write, &demo).await?;
    write.commit().await?;
    Ok(Loaded::Now)
}

/// What was loaded so far, by the names that the files use.
#[derive(Default)]
struct Demo {
    communities: BTreeMap<String, CommunityId>,
    accounts: BTreeMap<(CommunityId, Role), AccountId>,
    sources: Sources,
    /// Since when what a source says was said, where that is known.
    said_on: BTreeMap<String, String>,
}

impl Demo {
    async fn add_communities(&mut self, write: &mut Write<'_>) -> Result<()> {
        for line in file::read::<file::Community>("communities.csv")? {
            let draft = CommunityDraft { name: line.name.clone() };
            let id = community::record(write, draft).await?;
            self.communities.insert(line.name, id);
        }
        Ok(())
    }

    /// One account for each role in each community. None has a password: whoever starts the demo
    /// is shown a sign-in link for each.
    async fn add_accounts(&mut self, write: &mut Write<'_>) -> Result<()> {
        for (name, community) in &self.communities {
            for role in Role::ALL {
                let word = role.code().to_lowercase();
                let draft = AccountDraft {
                    login: format!("{word}@{name}.demo"),
                    display_name: format!("Demo {word}"),
                    locale: Locale::En,
                };
                let account = account::record(write, draft).await?;
                account::add_member(write, account, *community, *role).await?;
                self.accounts.insert((*community, *role), account);
            }
        }
        Ok(())
    }

    fn community(&self, name: &str) -> Result<CommunityId> {
        let found = self.communities.get(name).copied();
        found.ok_or_else(|| file::broken(format!("there is no community {name}")))
    }

    /// The account of a role; none when no role is named.
    fn owner(&self, community: CommunityId, role: Option<Role>) -> Result<Option<AccountId>> {
        let Some(role) = role else { return Ok(None) };
        let found = self.accounts.get(&(community, role)).copied();
        found.map(Some).ok_or_else(|| file::broken(format!("nobody is {role}")))
    }
}

/// The stakeholder with this short name.
fn find(write: &Write<'_>, slug: &str) -> Result<StakeholderId> {
    let found = write.view().by_slug(slug).next().map(|row| row.id);
    found.ok_or_else(|| file::broken(format!("there is no {slug}")))
}

/// The stakeholders with these short names, split by bars.
fn find_all(write: &Write<'_>, slugs: &str) -> Result<Vec<StakeholderId>> {
    file::items(slugs).map(|slug| find(write, slug)).collect()
}
