//! Letting somebody in who was made a member: by mail where mail is sent, else by a link that the
//! admin hands over, but only where that gives the admin nothing that is not theirs already.

use super::presence::{self, Presence};
use crate::auth::letter::{self, Inviting};
use crate::auth::link::{self, Way};
use crate::error::Result;
use crate::letter::address;
use crate::op::Op;
use domain::account::LinkPurpose;
use domain::identifier::{AccountId, CommunityId};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::Visibility;

/// What became of an invitation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invitation {
    /// The path of the page that takes the invitation up, for the admin to hand over.
    pub link: Option<String>,
    /// Whether a letter is on its way.
    pub sent: bool,
}

/// Where letters are sent, who is new must have an address.
pub(super) fn check_login(op: &Op, login: &str) -> Result<(), Refusal> {
    match op.app().letters.post() {
        Some(_) if address(login).is_none() => {
            Err(Refusal::new(RefusalCode::AddressRequired, "login"))
        }
        _ => Ok(()),
    }
}

/// Invites an account that was never here; whoever was, needs no invitation.
pub(super) async fn send(
    op: &Op,
    account: AccountId,
    community: CommunityId,
) -> Result<Invitation> {
    let is_new = presence::of(op, vec![account]).await?.get(&account).is_none_or(Presence::is_new);
    let view = op.view();
    let Some(row) = view.account(account).filter(|row| is_new && !row.disabled) else {
        return Ok(Invitation::default());
    };
    if op.app().letters.post().is_some() && address(&row.login).is_some() {
        let inviter = view.viewer().account().and_then(|id| view.account(id));
        let inviting = Inviting {
            account,
            community: view.community(community).map(|row| row.name.clone()).unwrap_or_default(),
            inviter: inviter.map(|row| row.display_name.clone()),
        };
        return Ok(Invitation { link: None, sent: letter::invite(op.app(), inviting).await? });
    }
    // The answer to a request with a key is kept to be given again: it holds no secret.
    let is_kept = op.keyed().is_some_and(|keyed| keyed.is_open());
    if is_kept || op.app().snapshot().viewer(account).is_none() || !answers_for(op, account) {
        return Ok(Invitation::default());
    }
    let purpose = LinkPurpose::Invitation;
    let token = link::issue_for(op.app(), account, purpose, Way::Shown).await?;
    Ok(Invitation { link: Some(link::path(purpose, &token)), sent: false })
}

/// Whether the viewer manages every community that the account belongs to. Else a link would hand
/// over rights that are not theirs.
fn answers_for(op: &Op, account: AccountId) -> bool {
    let view = op.view();
    let manages = |community| {
        let place = Place { community: Some(community), visibility: Visibility::Community };
        view.allows(Action::ManageMembers, place)
    };
    op.app().snapshot().communities_of(account).all(manages)
}
