//! The demo community: the facts of five community documents, and practice data beside them.
//!
//! The files under `api/demo` are read when the program is built, so that the demo needs nothing
//! but the program; their README tells what a row is.

use super::account::{self, AccountDraft};
use crate::error::{Error, Result};
use crate::op::{Op, Write};
use domain::community::Role;
use domain::identifier::{
    AccountId, CommunityId, EngagementId, MembershipId, SourceId, StakeholderId,
};
use domain::policy::{Place, Viewer};
use domain::stakeholder::Visibility;
use domain::text::Locale;
use domain::vocabulary::Word;
use entity::{community, membership};
use std::collections::HashMap;

mod practice;
mod registry;
mod table;
mod work;

use table::Rows;

/// Loads the demo into an empty database; one that holds anything is left as it is.
pub async fn load(op: &Op) -> Result<()> {
    if op.viewer() != Viewer::Owner {
        return Err(Error::Forbidden);
    }
    if !op.app().snapshot().is_empty() {
        return Ok(());
    }
    let mut accounts = HashMap::new();
    for community in ["openlmis", "openimis"] {
        for role in Role::ALL {
            let draft = guest(community, *role);
            accounts.insert((community, *role), account::create(op, draft).await?);
        }
    }
    let mut write = op.write().await?;
    let mut demo = Demo::default();
    demo.found_communities(&mut write, &accounts).await?;
    demo.load_sources(&mut write).await?;
    registry::load(&mut demo, &mut write).await?;
    demo.name_goods(&mut write).await?;
    work::load(&mut demo, &mut write).await?;
    practice::load(&mut demo, &mut write).await?;
    write.commit().await
}

/// The account of one role of one community, such as `manager@openimis.demo`.
fn guest(community: &str, role: Role) -> AccountDraft {
    let name = role.code().to_lowercase();
    AccountDraft {
        login: format!("{name}@{community}.demo"),
        display_name: format!("Demo {name}"),
        locale: Locale::En,
    }
}

/// What has been loaded so far, by the names that the files use.
#[derive(Debug, Default)]
struct Demo {
    communities: HashMap<String, CommunityId>,
    owners: HashMap<(String, Role), AccountId>,
    sources: HashMap<String, SourceId>,
    stakeholders: HashMap<String, StakeholderId>,
    engagements: HashMap<(String, String, String), EngagementId>,
}

impl Demo {
    async fn found_communities(
        &mut self,
        write: &mut Write<'_>,
        accounts: &HashMap<(&str, Role), AccountId>,
    ) -> Result<()> {
        for row in Rows::of(include_str!("../../demo/communities.csv"))? {
            let id = CommunityId(write.id());
            let (key, name) = (row.text("key")?.to_owned(), row.text("name")?.to_owned());
            let record = community::Model {
                id,
                name: name.clone(),
                slug: key.clone(),
                global_good_id: None,
                version: 0,
                created_at: write.at(),
                updated_at: write.at(),
            };
            write.insert(record).await?;
            for role in Role::ALL {
                let Some(account) = accounts.get(&(key.as_str(), *role)) else {
                    continue;
                };
                self.owners.insert((name.clone(), *role), *account);
                write.insert(joined(write, *account, id, *role)).await?;
            }
            self.communities.insert(name, id);
        }
        Ok(())
    }

    async fn load_sources(&mut self, write: &mut Write<'_>) -> Result<()> {
        for row in Rows::of(include_str!("../../demo/sources.csv"))? {
            let id = super::source::insert(write, REGISTRY, row.source()?.parse()?).await?;
            self.sources.insert(row.text("key")?.to_owned(), id);
        }
        Ok(())
    }

    async fn name_goods(&self, write: &mut Write<'_>) -> Result<()> {
        for row in Rows::of(include_str!("../../demo/communities.csv"))? {
            let id = self.community(row.text("name")?)?;
            let before: community::Model = write.load(id.0).await?;
            let good = Some(self.stakeholder(row.text("good")?)?);
            let after = community::Model {
                global_good_id: good,
                ..before.clone()
            };
            write.update(before, after, None).await?;
        }
        Ok(())
    }

    fn community(&self, name: &str) -> Result<CommunityId> {
        let id = self.communities.get(name).copied();
        id.ok_or_else(|| Error::internal(format!("the demo has no community {name}")))
    }

    fn stakeholder(&self, slug: &str) -> Result<StakeholderId> {
        let id = self.stakeholders.get(slug).copied();
        id.ok_or_else(|| Error::internal(format!("the demo has no stakeholder {slug}")))
    }

    fn source(&self, key: &str) -> Result<SourceId> {
        let id = self.sources.get(key).copied();
        id.ok_or_else(|| Error::internal(format!("the demo has no source {key}")))
    }

    /// Where a row stands: without a community, in the shared registry.
    fn place(&self, community: &str, visibility: Option<Visibility>) -> Result<Place> {
        let community = match community {
            "" => None,
            name => Some(self.community(name)?),
        };
        Ok(Place {
            community,
            visibility: visibility.unwrap_or(Visibility::Public),
        })
    }
}

/// Where what everybody shares stands.
const REGISTRY: Place = Place {
    community: None,
    visibility: Visibility::Public,
};

fn joined(
    write: &Write<'_>,
    account_id: AccountId,
    community_id: CommunityId,
    role: Role,
) -> membership::Model {
    membership::Model {
        id: MembershipId(write.id()),
        account_id,
        community_id,
        role,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}
