//! Erasing for good: persons of the registry, and accounts. The graph keeps somebody who is not
//! named; the chain of changes holds; every byte of what was known goes.

use crate::app::App;
use crate::error::{Error, Result};
use crate::op::{Expected, Governed, Op, Write, unmoved};
use crate::snapshot::Held;
use crate::snapshot::held::{match_noun, with_noun};
use crate::store::Erasure;
use domain::identifier::{AccountId, EngagementId, MeetingId, StakeholderId};
use domain::policy::{Action, Viewer};
use domain::stakeholder::StakeholderKind;
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use entity::{account, saved_view};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

mod meeting;
use meeting::Known;

/// Erases a person whom the actor administers.
pub async fn erase_person(op: &Op, id: StakeholderId, expected: i32) -> Result<()> {
    let row = op.view().stakeholder(id).cloned().ok_or(Error::NotFound)?;
    op.allow_on(Action::ErasePerson, &*row).await?;
    if row.kind != StakeholderKind::Person {
        return Err(Error::NotFound);
    }
    person(op, id, Expected::Version(expected)).await
}

/// Erases an account; only the owner of the instance does. One that stumbled is finished by asking
/// again.
pub async fn erase_account(op: &Op, id: AccountId) -> Result<()> {
    op.allow_owner().await?;
    let mut write = op.write_as(Action::ErasePerson).await?;
    let before: account::Model = write.load(id.0).await?;
    if !before.is_erased() {
        let after = before.erased(write.at());
        write.erase(before, after).await?;
        erase_private_views(&mut write, id).await?;
    }
    write.erase_ways_in(id).await?;
    write.erase_for_good(account::Model::NOUN, id.0)?;
    write.commit().await
}

/// What only they found goes with them.
async fn erase_private_views(write: &mut Write<'_>, account: AccountId) -> Result<()> {
    let view = write.view().clone();
    for row in view.saved_views().filter(|row| row.is_private_to(account)) {
        scrub::<saved_view::Model>(write, row.id.0).await?;
        let row: saved_view::Model = write.load(row.id.0).await?;
        write.delete(row, Expected::Sweep).await?;
    }
    Ok(())
}

/// Erases again what an older copy of the database has brought back, and finishes what stumbled.
/// Called before anything is served, and now and then.
pub async fn replay(app: &Arc<App>) -> Result<()> {
    let op = app.op(Viewer::Owner);
    let mut unfinished = Vec::new();
    for Erasure { noun, id, finished } in app.erasures.list()? {
        let view = op.view();
        if noun == account::Model::NOUN {
            let again = |row: &Arc<account::Model>| !(finished && row.is_erased());
            if view.account(AccountId(id)).is_some_and(again) {
                tracing::warn!("an account that was to be erased is there and is erased again");
                erase_account(&op, AccountId(id)).await?;
            }
            continue;
        }
        match view.stakeholder(StakeholderId(id)) {
            Some(row) if row.erased_at.is_none() => {
                tracing::warn!("a person who was to be erased is there and is erased again");
                person(&op, StakeholderId(id), Expected::Sweep).await?;
            }
            Some(_) if !finished => unfinished.push((Stakeholder::NOUN, id)),
            _ => {}
        }
    }
    app.finish_erasing(&unfinished).await
}

async fn person(op: &Op, id: StakeholderId, expected: Expected) -> Result<()> {
    let mut write = op.write_as(Action::ErasePerson).await?;
    let before: Stakeholder = write.load(id.0).await?;
    // Nothing is left to erase of somebody who was; that no byte is left of it may be.
    if before.erased_at.is_none() {
        if let Expected::Version(version) = expected {
            unmoved(&before, version)?;
        }
        let known = Known::of(&before);
        for (noun, id) in around(&write, &known).await? {
            match noun.as_str() {
                "meeting" => meeting::scrub_meeting(&mut write, id, &known).await?,
                "proposal" => meeting::scrub_proposal(&mut write, id, &known).await?,
                noun => with_noun!(noun, R => scrub::<R>(&mut write, id).await, else Ok(()))?,
            }
        }
        write.erase_contact(id).await?;
        write.erase_mutes(id).await?;
        let after = before.erased(write.at());
        write.erase(before, after).await?;
    }
    write.erase_for_good(Stakeholder::NOUN, id.0)?;
    write.commit().await
}

/// Everything whose texts are about this person: what names the person, and what hangs on that.
async fn around(write: &Write<'_>, known: &Known) -> Result<BTreeSet<(String, Uuid)>> {
    let mut around = write.naming(known.id.0).await?;
    // Whoever else is in a relationship with the person is somebody else.
    around.retain(|(noun, _)| {
        !matches!(noun.as_str(), "stakeholder" | "import" | "account" | "membership" | "community")
    });
    let view = write.view();
    let mut further = BTreeSet::new();
    for (noun, id) in &around {
        if noun == "meeting" {
            further.extend(meeting::around(write, MeetingId(*id), known).await?);
        }
        let said = view.evidence_of(*id).map(|row| ("evidence".to_owned(), row.id.0));
        further.extend(said);
        if noun == "engagement" {
            let whole = EngagementId(*id);
            further.extend(view.gains_of(whole).map(|row| ("gain".to_owned(), row.id.0)));
            let contacts = view.interactions_of(whole);
            further.extend(contacts.map(|row| ("interaction".to_owned(), row.id.0)));
            let moves = view.transitions_of(whole);
            further.extend(moves.map(|row| ("transition".to_owned(), row.id.0)));
            further.extend(view.actions_of(whole).map(|row| ("action".to_owned(), row.id.0)));
        }
    }
    around.extend(further);
    Ok(around)
}

/// The fields in which people write what they like.
const TEXTS: [&str; 14] = [
    "note",
    "why",
    "text",
    "locator",
    "role",
    "topic",
    "nextStep",
    "proposalUrl",
    "proposalFile",
    "proposalText",
    "standingSource",
    "closeReason",
    "constituency",
    "title",
];

/// What stands where a text was.
const GONE: &str = "[erased]";

async fn scrub<R: Held + Governed>(write: &mut Write<'_>, id: Uuid) -> Result<()> {
    let Some(before) = write.find::<R>(id).await? else {
        write.erase_gone(R::NOUN, id);
        return Ok(());
    };
    let mut image = serde_json::to_value(&before).map_err(|error| Error::Internal(error.into()))?;
    for field in TEXTS {
        if let Some(text @ Value::String(_)) = image.get_mut(field) {
            *text = Value::String(GONE.to_owned());
        }
    }
    let after = serde_json::from_value(image).map_err(|error| Error::Internal(error.into()))?;
    write.erase(before, after).await
}
