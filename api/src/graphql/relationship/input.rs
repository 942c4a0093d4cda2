//! What is sent about relationships.

use crate::error::Result;
use crate::graphql::evidence::NewEvidenceInput;
use crate::graphql::identifier::{Outside, read_stakeholder, read_stakeholder_opt};
use crate::graphql::patch::{set, set_option};
use crate::graphql::scalar::{TypedDate, read_amount};
use crate::service::relationship::{NewRelationship, UpdateRelationship, end, end_opt};
use crate::snapshot::View;
use async_graphql::{ID, InputObject, MaybeUndefined};
use domain::identifier::{CommunityId, RelationshipId};
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{
    End, ExtraDraft, FundingForm, FundingPurpose, RelationshipDraft, RelationshipKind,
    RelationshipState,
};
use domain::stakeholder::Visibility;

/// A new relationship. Which fields belong to which kind is told by the kinds' rules; one that does
/// not belong is refused.
#[derive(Debug, InputObject)]
pub struct AddRelationshipInput {
    /// What joins the two, read from source to target.
    pub kind: RelationshipKind,
    /// From whom it is read.
    pub source: ID,
    /// To whom it is read.
    pub target: ID,
    /// The start, as exact as it is known; absent is unknown.
    pub valid_from: Option<TypedDate>,
    /// The end, likewise; ENDED needs it.
    pub valid_to: Option<TypedDate>,
    /// How far it is settled; other states than PROPOSED need the right to confirm.
    #[graphql(default_with = "RelationshipState::Proposed")]
    pub state: RelationshipState,
    /// How strong it is, 1 to 5.
    pub strength: Option<i32>,
    /// A remark; RELATED_TO needs it.
    pub note: Option<String>,
    /// In what capacity: role, tier, mandate, basis, scope.
    pub role: Option<String>,
    /// About what: topic, standard, service, scheme.
    pub topic: Option<String>,
    /// Which constituency a seat belongs to.
    pub constituency: Option<String>,
    /// Whether a seat votes; absent is unknown.
    pub voting: Option<bool>,
    /// How often feedback flows, in words.
    pub cadence: Option<String>,
    /// When feedback was last heard.
    pub last_heard: Option<TypedDate>,
    /// Who stands in the way.
    pub blocked_by: Option<ID>,
    /// Whole units of the currency; absent is unknown.
    pub amount: Option<f64>,
    /// The currency of the amount: ISO 4217.
    pub currency: Option<String>,
    /// The least share of the whole, in percent.
    pub share_min: Option<i32>,
    /// The greatest share of the whole, in percent.
    pub share_max: Option<i32>,
    /// What funding is meant for.
    pub purpose: Option<FundingPurpose>,
    /// In what form funding comes.
    pub form: Option<FundingForm>,
    /// Through whom: an organization or a programme.
    pub via: Option<ID>,
    /// Whether the people agreed to be put in touch; absent is unknown.
    pub consent: Option<bool>,
    /// Who may see it; when absent, no more people than see both ends.
    pub visibility: Option<Visibility>,
    /// The community that maintains it; when absent, that of an end that is not public, or the
    /// shared registry.
    pub community: Option<ID>,
    /// Evidence recorded with it in the same step.
    pub evidence: Option<NewEvidenceInput>,
}

impl AddRelationshipInput {
    /// The new relationship with its ends found, its texts not yet checked.
    pub fn parse(self, view: &View) -> Result<NewRelationship> {
        let community = CommunityId::read_opt(self.community.as_ref(), "community")?;
        let source = end(view, read_stakeholder(&self.source, "source")?, "source")?;
        let target = end(view, read_stakeholder(&self.target, "target")?, "target")?;
        let amount = self.amount.map(|amount| read_amount(amount, "amount")).transpose()?;
        let draft = RelationshipDraft {
            kind: self.kind,
            source,
            target,
            valid_from: self.valid_from.map(String::from).unwrap_or_default(),
            valid_to: self.valid_to.map(String::from).unwrap_or_default(),
            state: self.state,
            strength: self.strength,
            note: self.note.unwrap_or_default(),
            extra: ExtraDraft {
                role: self.role.unwrap_or_default(),
                topic: self.topic.unwrap_or_default(),
                constituency: self.constituency.unwrap_or_default(),
                voting: self.voting,
                cadence: self.cadence.unwrap_or_default(),
                last_heard: self.last_heard.map(String::from).unwrap_or_default(),
                blocked_by: named(view, self.blocked_by.as_ref(), "blockedBy")?,
                amount,
                currency: self.currency.unwrap_or_default(),
                share_min: self.share_min,
                share_max: self.share_max,
                purpose: self.purpose,
                form: self.form,
                via: named(view, self.via.as_ref(), "via")?,
                consent: self.consent,
            },
        };
        let evidence = self.evidence.map(NewEvidenceInput::parse).transpose()?;
        Ok(NewRelationship { draft, community, visibility: self.visibility, evidence })
    }
}

/// A correction of a relationship. Absent: unchanged. Null: cleared. Kind and ends stay: another
/// kind is another relationship.
#[derive(Debug, InputObject)]
pub struct UpdateRelationshipInput {
    /// Which one.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
    /// The start, as exact as it is known; null is unknown.
    pub valid_from: MaybeUndefined<TypedDate>,
    /// The end, likewise; null is unknown or open.
    pub valid_to: MaybeUndefined<TypedDate>,
    /// How strong it is, 1 to 5.
    pub strength: MaybeUndefined<i32>,
    /// A remark.
    pub note: MaybeUndefined<String>,
    /// In what capacity: role, tier, mandate, basis, scope.
    pub role: MaybeUndefined<String>,
    /// About what: topic, standard, service, scheme.
    pub topic: MaybeUndefined<String>,
    /// Which constituency a seat belongs to.
    pub constituency: MaybeUndefined<String>,
    /// Whether a seat votes; null is unknown.
    pub voting: MaybeUndefined<bool>,
    /// How often feedback flows, in words.
    pub cadence: MaybeUndefined<String>,
    /// When feedback was last heard.
    pub last_heard: MaybeUndefined<TypedDate>,
    /// Who stands in the way.
    pub blocked_by: MaybeUndefined<ID>,
    /// Whole units of the currency; null is unknown.
    pub amount: MaybeUndefined<f64>,
    /// The currency of the amount: ISO 4217.
    pub currency: MaybeUndefined<String>,
    /// The least share of the whole, in percent.
    pub share_min: MaybeUndefined<i32>,
    /// The greatest share of the whole, in percent.
    pub share_max: MaybeUndefined<i32>,
    /// What funding is meant for.
    pub purpose: MaybeUndefined<FundingPurpose>,
    /// In what form funding comes.
    pub form: MaybeUndefined<FundingForm>,
    /// Through whom: an organization or a programme.
    pub via: MaybeUndefined<ID>,
    /// Whether the people agreed to be put in touch; null is unknown.
    pub consent: MaybeUndefined<bool>,
    /// Who may see it.
    pub visibility: MaybeUndefined<Visibility>,
}

impl UpdateRelationshipInput {
    /// Which relationship is corrected, and what of its place.
    pub fn update(&self) -> Result<UpdateRelationship, Refusal> {
        let visibility = match self.visibility {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => return Err(Refusal::new(RefusalCode::Required, "visibility")),
            MaybeUndefined::Value(visibility) => Some(visibility),
        };
        let id = RelationshipId::read(&self.id, "id")?;
        Ok(UpdateRelationship { id, expected_version: self.expected_version, visibility })
    }

    /// Writes the patch over the draft of the present record.
    pub fn write(self, view: &View, draft: &mut RelationshipDraft) -> Result<(), Refusal> {
        set(&mut draft.valid_from, self.valid_from.map_value(String::from));
        set(&mut draft.valid_to, self.valid_to.map_value(String::from));
        set_option(&mut draft.strength, self.strength);
        set(&mut draft.note, self.note);
        let extra = &mut draft.extra;
        set(&mut extra.role, self.role);
        set(&mut extra.topic, self.topic);
        set(&mut extra.constituency, self.constituency);
        set_option(&mut extra.voting, self.voting);
        set(&mut extra.cadence, self.cadence);
        set(&mut extra.last_heard, self.last_heard.map_value(String::from));
        set_named(view, &mut extra.blocked_by, self.blocked_by, "blockedBy")?;
        if let MaybeUndefined::Value(amount) = self.amount {
            extra.amount = Some(read_amount(amount, "amount")?);
        } else if self.amount.is_null() {
            extra.amount = None;
        }
        set(&mut extra.currency, self.currency);
        set_option(&mut extra.share_min, self.share_min);
        set_option(&mut extra.share_max, self.share_max);
        set_option(&mut extra.purpose, self.purpose);
        set_option(&mut extra.form, self.form);
        set_named(view, &mut extra.via, self.via, "via")?;
        set_option(&mut extra.consent, self.consent);
        Ok(())
    }
}

fn set_named(
    view: &View,
    target: &mut Option<End>,
    patch: MaybeUndefined<ID>,
    field: &str,
) -> Result<(), Refusal> {
    match patch {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => *target = None,
        MaybeUndefined::Value(id) => *target = named(view, Some(&id), field)?,
    }
    Ok(())
}

fn named(view: &View, id: Option<&ID>, field: &str) -> Result<Option<End>, Refusal> {
    end_opt(view, read_stakeholder_opt(id, field)?, field)
}
