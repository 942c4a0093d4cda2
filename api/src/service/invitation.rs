//! Letting somebody in who was made a member: by mail where mail is sent, else by a link that the
//! admin hands over, but only where that gives the admin nothing that is not theirs already.

use super::presence::{self, Presence};
use crate::auth::link::{self, Way};
use crate::error::Result;
use crate::op::Op;
use domain::account::LinkPurpose;
use domain::identifier::{AccountId, CommunityId};
use domain::policy::{Action, Place};
use domain::refusal::Refusal;
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
pub(super) fn check_login(_op: &Op, _login: &str) -> Result<(), Refusal> {
    Ok(())
}

/// Invites an account that was never here; whoever was, needs no invitation.
pub(super) async fn send(op: &Op, account: AccountId, _: CommunityId) -> Result<Invitation> {
    // The answer to a request with a key is kept to be given again: it holds no secret.
    let is_kept = op.keyed().is_some_and(|keyed| keyed.is_open());
    let is_new = presence::of(op, vec![account]).await?.get(&account).is_none_or(Presence::is_new);
    if is_kept
        || !is_new
        || op.app().snapshot().viewer(account).is_none()
        || !answers_for(op, account)
    {
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
