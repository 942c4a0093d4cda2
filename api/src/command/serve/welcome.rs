//! How to get into the demo: a fresh link for each of its roles, good once and on this machine only.

use std::net::SocketAddr;

use anyhow::ensure;
use api::app::App;
use api::auth::link;
use domain::account::LinkPurpose;
use domain::community::Role;
use domain::identifier::AccountId;
use entity::{account, community, membership};

/// Only accounts with such a login are the demo's; `--demo` lets nobody in as anyone else.
const LOGIN: &str = ".demo";

/// Prints a link for every account of the demo, least role first.
pub async fn print_links(app: &App, address: SocketAddr) -> anyhow::Result<()> {
    let guests = guests(app);
    ensure!(
        !guests.is_empty(),
        "this database is in use and has no demo accounts; --demo needs an empty one"
    );
    println!("Sign in, once each and within {} minutes, as", link::LIFETIME.num_minutes());
    for guest in guests {
        let token = link::issue(app, guest.account).await?;
        let role = format!("{} of {}", guest.role.to_string().to_lowercase(), guest.community);
        println!("  {role:24} http://{address}{}", link::path(LinkPurpose::SignIn, &token));
    }
    Ok(())
}

struct Guest {
    role: Role,
    community: String,
    account: AccountId,
}

fn guests(app: &App) -> Vec<Guest> {
    let snapshot = app.snapshot();
    let (accounts, communities) =
        (snapshot.rows::<account::Model>(), snapshot.rows::<community::Model>());
    let memberships = snapshot.rows::<membership::Model>().values();
    let mut guests: Vec<_> = memberships
        .filter(|row| {
            accounts
                .get(&row.account_id.0)
                .is_some_and(|account| !account.disabled && account.login.ends_with(LOGIN))
        })
        .filter_map(|row| {
            let community = communities.get(&row.community_id.0)?.name.clone();
            Some(Guest { role: row.role, community, account: row.account_id })
        })
        .collect();
    guests.sort_by(|one, other| (one.role, &one.community).cmp(&(other.role, &other.community)));
    guests
}
