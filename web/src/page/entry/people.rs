//! Who can be in charge: the members of a community, as far as the person may see them.

use super::Options;
use crate::client::operations;
use crate::state::load;
use leptos::prelude::*;

operations!("graphql/entry.graphql": EntryPeople);

/// Id and name of the members of a community, followed.
pub fn members_of(community: Signal<String>) -> Options {
    let people = load::<EntryPeople>(|| Some(entry_people::Variables));
    Signal::derive(move || {
        let communities = people.data().map(|data| data.communities).unwrap_or_default();
        let chosen = community.with(|id| communities.into_iter().find(|one| one.id == *id));
        let members = chosen.and_then(|one| one.members).unwrap_or_default();
        members.into_iter().map(|one| (one.account.id, one.account.display_name)).collect()
    })
}
