//! What wants attention in a community, by the rules of `domain::attention`, over exactly what the viewer
//! sees.

mod call;
mod finding;

pub use call::{Call, calls};

use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::attention::{About, AttentionRule, Mute, Reason, practised, sentence};
use domain::identifier::{AccountId, CommunityId, StakeholderId};
use domain::text::Locale;
use domain::vocabulary::Word;
use entity::stakeholder::Stakeholder;
use entity::{action, engagement, relationship};
use std::sync::Arc;
use uuid::Uuid;

/// Something that wants attention, and why.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Why.
    pub reason: Reason,
    /// What.
    pub subject: Subject,
    /// The partner it is about, where there is one.
    pub party: Option<StakeholderId>,
    /// Whose task it is, where that is recorded.
    pub owner: Option<AccountId>,
    /// Whether whoever asks does not want to be told of it.
    pub muted: bool,
}

/// What a notice is about.
#[derive(Clone, Debug)]
pub enum Subject {
    /// An action.
    Action(Arc<action::Model>),
    /// The next step of an engagement.
    NextStep(Arc<engagement::Model>),
    /// The contact of an engagement, and whether there ever was one.
    Contact(Arc<engagement::Model>, Spoke),
    /// Money that ends.
    Money(Arc<relationship::Model>),
    /// The vacant seat of a constituency on a body.
    Seat(Arc<Stakeholder>, String),
    /// A relationship whose evidence has grown old.
    Relationship(Arc<relationship::Model>),
}

/// Whether a contact is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoke {
    /// There was one.
    Before,
    /// None is recorded.
    Never,
}

/// Which notices are asked for.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// Of which community.
    pub community: CommunityId,
    /// By these rules; all when empty.
    pub rules: Vec<AttentionRule>,
    /// Only what is this account's task.
    pub owner: Option<AccountId>,
    /// What whoever asks does not want to be told of.
    pub mutes: &'a [Mute],
    /// What becomes of that.
    pub muted: Muted,
}

/// What becomes of what is muted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Muted {
    /// It is not told.
    LeftOut,
    /// It is told, and marked.
    Told,
}

/// What wants attention on a day, the most urgent first; of equals in the order of what they say.
pub fn notices(view: &View, asked: &Asked<'_>, today: NaiveDate) -> Result<Vec<Arc<Notice>>> {
    let community = view.community(asked.community).ok_or(Error::NotFound)?.clone();
    let mut found = finding::all(view, &community, today)?;
    for notice in &mut found {
        let (rule, party) = (notice.reason.rule, notice.party);
        notice.muted = asked.mutes.iter().any(|mute| mute.covers(rule, party));
    }
    found.retain(|notice| {
        (asked.muted == Muted::Told || !notice.muted)
            && (asked.rules.is_empty() || asked.rules.contains(&notice.reason.rule))
            && asked.owner.is_none_or(|owner| notice.owner == Some(owner))
    });
    found.sort_by_cached_key(|notice| {
        let party = notice.party.map(|id| view.name_key(id).to_owned());
        (notice.reason.urgency(), party, notice.subject.uuid(), notice.subject.part().to_owned())
    });
    Ok(found.into_iter().map(Arc::new).collect())
}

impl Notice {
    /// Why it came, in one sentence.
    pub fn sentence(&self, view: &View, locale: Locale) -> String {
        sentence(&self.about(view, locale), &self.reason, locale.tongue())
    }

    /// As `sentence`, with the mark of practice where it stands on a practice record: for where only the
    /// sentence is told.
    pub fn sentence_marked(&self, view: &View, locale: Locale) -> String {
        let sentence = self.sentence(view, locale);
        match self.subject.is_practice() {
            true => practised(&sentence, locale.tongue()),
            false => sentence,
        }
    }

    fn about(&self, view: &View, locale: Locale) -> About {
        let named = |id: StakeholderId| {
            view.stakeholder(id).map(|row| row.name(locale).to_owned()).unwrap_or_default()
        };
        match &self.subject {
            Subject::Action(row) => {
                About::Action { text: row.text.clone(), party: self.party.map(named) }
            }
            Subject::NextStep(row) => About::NextStep {
                text: row.next_step.clone().unwrap_or_default(),
                party: named(row.party_id),
            },
            Subject::Contact(row, spoke) => About::Contact {
                party: named(row.party_id),
                cadence: row.cadence_days.unwrap_or_default(),
                spoke: *spoke == Spoke::Before,
            },
            Subject::Money(row) => {
                About::Money { from: named(row.source_id), to: named(row.target_id) }
            }
            Subject::Seat(group, constituency) => About::Seat {
                group: group.name(locale).to_owned(),
                constituency: constituency.clone(),
            },
            Subject::Relationship(row) => {
                let kind = row.kind.label(locale.tongue());
                let (from, to) = (named(row.source_id), named(row.target_id));
                About::Relationship { told: format!("{from} {kind} {to}") }
            }
        }
    }
}

impl Subject {
    /// The id of the record that it is about.
    pub fn uuid(&self) -> Uuid {
        match self {
            Self::Action(row) => row.id.0,
            Self::NextStep(row) | Self::Contact(row, _) => row.id.0,
            Self::Money(row) | Self::Relationship(row) => row.id.0,
            Self::Seat(row, _) => row.id.0,
        }
    }

    /// Whether it stands on a practice record.
    pub fn is_practice(&self) -> bool {
        match self {
            Self::Action(row) => row.practice,
            Self::NextStep(row) | Self::Contact(row, _) => row.practice,
            Self::Money(row) | Self::Relationship(row) => row.practice,
            Self::Seat(..) => false,
        }
    }

    /// Which part of the record, where there are several: the constituency of a seat.
    pub fn part(&self) -> &str {
        match self {
            Self::Seat(_, constituency) => constituency,
            _ => "",
        }
    }
}
