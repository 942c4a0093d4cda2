//! Proposals: what a sentence of somebody's notes says, or somebody's correction, kept until a manager
//! accepts or rejects it. Nothing of it is a fact before.

use crate::engagement::Objective;
use crate::identifier::{AccountId, RelationshipId, StakeholderId};
use crate::interval::DatePoint;
use crate::meeting::Attendee;
use crate::notes::{Content, Party, ProposalKind};
use crate::relationship::RelationshipKind;
use crate::stakeholder::ImplementationStage;
use crate::vocabulary;
use chrono::NaiveDate;
use std::collections::BTreeSet;

vocabulary! {
    /// What became of a proposal.
    pub enum ProposalState {
        /// It waits for a manager.
        Open = "OPEN", "waiting" | "en attente";
        /// It was accepted: what it says is recorded.
        Accepted = "ACCEPTED", "accepted" | "acceptée";
        /// It was rejected, with a reason.
        Rejected = "REJECTED", "rejected" | "rejetée";
    }
}

vocabulary! {
    /// Where a proposal comes from.
    pub enum ProposalOrigin {
        /// The notes of a meeting.
        Meeting = "MEETING", "meeting notes" | "notes de réunion";
        /// Somebody who suggested a correction of a public profile.
        Correction = "CORRECTION", "suggested correction" | "correction suggérée";
    }
}

/// How many a proposal keeps of those who may be meant by one name: who has to choose looks through no more.
pub const CANDIDATES: usize = 10;

/// What is proposed, as it is kept: which of these fields count follows from the kind. Lists hold
/// everybody who may be meant: one when it is certain.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ProposalDraft {
    /// Of which kind the relationship is, the likeliest first.
    pub kinds: Vec<RelationshipKind>,
    /// From whom; the party of an engagement, the good of an implementation.
    pub source: Vec<StakeholderId>,
    /// To whom; the place of an implementation.
    pub target: Vec<StakeholderId>,
    /// Through whom; who implements.
    pub via: Option<StakeholderId>,
    /// Since when.
    pub valid_from: Option<DatePoint>,
    /// Until when.
    pub valid_to: Option<DatePoint>,
    /// The relationship that ends.
    pub relationship: Option<RelationshipId>,
    /// What an engagement is for.
    pub objective: Option<Objective>,
    /// How far an implementation is.
    pub stage: Option<ImplementationStage>,
    /// The implementation that is known already.
    pub known: Option<StakeholderId>,
    /// What is to be done, was decided, or should be corrected.
    pub text: Option<String>,
    /// Who is to do it.
    pub owner: Option<AccountId>,
    /// Who is to do it, in the words of the notes, when no member has that name.
    pub owner_name: Option<String>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Who was there.
    pub attendees: Vec<Attendee>,
}

impl ProposalDraft {
    /// What a sentence proposes. Who is to do something is found among the members by `member`.
    pub fn of(content: &Content, member: impl Fn(&str) -> Option<AccountId>) -> Self {
        let nothing = Self::default();
        match content {
            Content::Relationship(said) => Self {
                kinds: vec![said.kind],
                source: candidates(&said.source),
                target: candidates(&said.target),
                via: said.via.as_ref().and_then(certain),
                valid_from: said.valid.from,
                valid_to: said.valid.to,
                ..nothing
            },
            Content::End(said) => Self {
                kinds: said.kinds.clone(),
                source: candidates(&said.source),
                target: candidates(&said.target),
                valid_to: said.on,
                ..nothing
            },
            Content::Implementation(said) => Self {
                source: candidates(&said.good),
                target: candidates(&said.place),
                via: said.by.as_ref().and_then(certain),
                valid_from: said.since,
                stage: said.stage,
                known: said.known.map(|end| end.id),
                text: said.place.country.map(|country| country.code().to_owned()),
                ..nothing
            },
            Content::Attendance(said) => {
                let attendees = said.attendees.iter().map(|attendee| {
                    let stakeholder_id = certain(&attendee.party);
                    Attendee {
                        stakeholder_id,
                        name: stakeholder_id.is_none().then(|| name(&attendee.party)),
                        organization: attendee.organization.as_ref().map(name),
                        presence: said.presence,
                    }
                });
                Self { attendees: attendees.collect(), ..nothing }
            }
            Content::Action(said) => {
                let owner = said.owner.as_ref().map(name);
                let account = owner.as_deref().and_then(member);
                Self {
                    text: Some(said.text.clone()),
                    owner: account,
                    owner_name: owner.filter(|_| account.is_none()),
                    due_on: said.due,
                    ..nothing
                }
            }
            Content::Engagement(said) => {
                Self { source: candidates(&said.party), objective: Some(said.objective), ..nothing }
            }
            Content::Decision(text) => Self { text: Some(text.clone()), ..nothing },
        }
    }

    /// Everybody whom it names, each once, in order of id: who does not see one of them does not see
    /// the proposal.
    pub fn named(&self) -> BTreeSet<StakeholderId> {
        let attendees = self.attendees.iter().filter_map(|attendee| attendee.stakeholder_id);
        let lists = self.source.iter().chain(&self.target).copied();
        lists.chain(self.via).chain(self.known).chain(attendees).collect()
    }

    /// What a person has to say before it can be accepted, by the names of the fields.
    pub fn missing(&self, kind: ProposalKind) -> Vec<&'static str> {
        let unsure = |list: &[StakeholderId]| list.len() != 1;
        let asked: &[(&str, bool)] = &match kind {
            ProposalKind::Relationship => vec![
                ("kind", self.kinds.is_empty()),
                ("source", unsure(&self.source)),
                ("target", unsure(&self.target)),
            ],
            ProposalKind::RelationshipEnd => vec![
                ("relationship", self.relationship.is_none()),
                ("validTo", self.valid_to.is_none()),
            ],
            ProposalKind::Implementation => vec![("source", unsure(&self.source))],
            ProposalKind::Engagement => {
                vec![("source", unsure(&self.source)), ("objective", self.objective.is_none())]
            }
            ProposalKind::Action | ProposalKind::Decision => vec![("text", self.text.is_none())],
            ProposalKind::Attendance | ProposalKind::Correction => Vec::new(),
        };
        asked.iter().filter(|(_, lacks)| *lacks).map(|(field, _)| *field).collect()
    }
}

fn candidates(party: &Party) -> Vec<StakeholderId> {
    party.candidates.iter().take(CANDIDATES).map(|end| end.id).collect()
}

fn certain(party: &Party) -> Option<StakeholderId> {
    party.certain().map(|end| end.id)
}

/// The words that name somebody, without what marks a mention.
fn name(party: &Party) -> String {
    let text = party.text.trim().trim_start_matches('@');
    let label = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    label.map_or(text, |(label, _)| label).chars().take(crate::text::NAME_LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::{Entry, Lexicon, Setting, read};
    use crate::stakeholder::StakeholderKind;
    use uuid::Uuid;

    fn entry(number: u128, kind: StakeholderKind, name: &str) -> Entry {
        Entry {
            id: StakeholderId(Uuid::from_u128(number)),
            kind,
            names: vec![name.to_owned()],
            country: None,
            goods: Vec::new(),
        }
    }

    fn drafts(notes: &str) -> Vec<(ProposalKind, ProposalDraft)> {
        let lexicon = Lexicon::new([
            entry(1, StakeholderKind::Organization, "GIZ"),
            entry(2, StakeholderKind::GlobalGood, "openIMIS"),
            entry(3, StakeholderKind::Organization, "ILO"),
        ]);
        let day = NaiveDate::from_ymd_opt(2026, 6, 3).unwrap();
        let noted = read(notes, &lexicon, Setting { day, tongue: None }).unwrap();
        let anna = AccountId(Uuid::from_u128(9));
        let member = |name: &str| (name == "Anna").then_some(anna);
        let draft = |content: &Content| (content.kind(), ProposalDraft::of(content, member));
        noted.proposals.iter().map(|proposal| draft(&proposal.content)).collect()
    }

    /// A sentence that is certain needs nothing more; the end of a relationship needs to know which.
    #[test]
    fn what_is_certain_is_complete() {
        let found = drafts("GIZ funds openIMIS since 2024.");
        let (kind, draft) = &found[0];
        assert_eq!((*kind, draft.missing(*kind)), (ProposalKind::Relationship, Vec::new()));
        assert_eq!(draft.named().len(), 2);
        let found = drafts("GIZ stopped funding openIMIS in 2025.");
        let (kind, draft) = &found[0];
        assert_eq!(draft.missing(*kind), ["relationship"]);
    }

    /// Who is to do something is a member where one has that name, else the words of the notes.
    #[test]
    fn owners_are_members_or_words() {
        let found = drafts("Action: Anna to write to ILO by Friday");
        assert_eq!(found[0].1.owner, Some(AccountId(Uuid::from_u128(9))), "{found:?}");
        let found = drafts("Action: Boris to write to ILO by Friday");
        assert_eq!((found[0].1.owner, found[0].1.owner_name.as_deref()), (None, Some("Boris")));
    }

    /// Those who were there are named by their records where they have one.
    #[test]
    fn attendance_names_records() {
        let found = drafts("Present: ILO, Anna (GIZ)");
        let people = &found[0].1.attendees;
        assert_eq!(people[0].stakeholder_id, Some(StakeholderId(Uuid::from_u128(3))));
        assert_eq!(people[1].name.as_deref(), Some("Anna"));
        assert_eq!(people[1].organization.as_deref(), Some("GIZ"));
    }
}
