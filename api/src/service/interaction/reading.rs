//! What a typed line or a pasted e-mail says of a contact, before anybody logs it.

use crate::error::{Error, Result};
use crate::service::meeting::lexicon;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::identifier::{CommunityId, StakeholderId};
use domain::notes::{Setting, line};
use entity::engagement::Model;
use std::cmp::Reverse;
use std::sync::Arc;

/// A contact as its text tells it, and the conversations that it may belong to.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What the text says.
    pub contact: line::Contact,
    /// The open conversations with those whom it names, the likeliest first.
    pub engagements: Vec<Arc<Model>>,
}

/// Reads a line as it is written in a community today. Nothing is stored, and nobody is found whom the
/// viewer does not see.
pub fn read(view: &View, community: CommunityId, text: &str, today: NaiveDate) -> Result<Reading> {
    let community = view.community(community).ok_or(Error::NotFound)?;
    let ours: Vec<_> = community.global_good_id.into_iter().collect();
    let ours = line::Ours { parties: &ours, domains: &[] };
    let setting = Setting { day: today, tongue: None };
    let contact = line::read(text, &lexicon(view), setting, ours)?;
    let mut engagements: Vec<Arc<Model>> = Vec::new();
    for party in contact.parties.iter().flat_map(|party| &party.candidates) {
        for row in conversations(view, community.id, party.id) {
            if !engagements.iter().any(|known| known.id == row.id) {
                engagements.push(row);
            }
        }
    }
    Ok(Reading { contact, engagements })
}

/// The open conversations of a community with a party or through it, the latest spoken of first.
fn conversations(view: &View, community: CommunityId, party: StakeholderId) -> Vec<Arc<Model>> {
    let mut rows: Vec<_> = view
        .engagements()
        .filter(|row| row.community_id == community && row.stage.is_open())
        .filter(|row| row.party_id == party || row.entry_points.0.contains(&party))
        .cloned()
        .collect();
    rows.sort_by_cached_key(|row| {
        let last = view.interactions_of(row.id).map(|contact| contact.happened_on).max();
        (row.party_id != party, Reverse(last), row.id)
    });
    rows
}
