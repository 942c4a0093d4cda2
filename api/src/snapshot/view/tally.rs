//! Counts over all rows of a revision, kept until the next one: everybody's first page asks for them.

use super::View;
use chrono::NaiveDate;
use domain::engagement::Stage;
use domain::identifier::CommunityId;
use domain::policy::Scope;
use domain::relationship::Layer;
use domain::stakeholder::StakeholderKind;
use std::sync::{Arc, Mutex, PoisonError};

/// Counts of the rows in one scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many stakeholders of each kind, none left out.
    pub kinds: Vec<(StakeholderKind, usize)>,
    /// How many relationships of each layer, none left out.
    pub layers: Vec<(Layer, usize)>,
    /// How many engagements at each stage, none left out.
    pub stages: Vec<(Stage, usize)>,
    /// How many stakeholders of which it is not clear who or what they are.
    pub unresolved: usize,
    /// Open engagements whose next step, and open actions whose date, has passed.
    pub overdue: usize,
    /// Relationships that one independent source supports, or none.
    pub single_source: usize,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Only what this community maintains and works on.
    pub community: Option<CommunityId>,
    /// Only relationships that count on this day.
    pub as_of: Option<NaiveDate>,
    /// The day it is: what is due, and how old evidence is.
    pub day: NaiveDate,
}

/// All that decides a tally beside the rows. The scope is the whole of what a viewer may see, so that
/// who asks with another one never gets an answer that was counted for this.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    scope: Arc<Scope>,
    asked: Asked,
}

/// More scopes than this are seldom looked from at once; the oldest goes.
const MOST: usize = 64;

/// The tallies of one revision.
#[derive(Debug, Default)]
pub(in crate::snapshot) struct Tallies(Mutex<Vec<(Question, Arc<Tally>)>>);

impl Tallies {
    fn find(&self, question: &Question) -> Option<Arc<Tally>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.iter().find(|(asked, _)| asked == question).map(|(_, tally)| tally.clone())
    }

    fn keep(&self, question: Question, tally: Arc<Tally>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.remove(0);
        }
        known.push((question, tally));
    }
}

impl View {
    /// The tally of what is asked, counted once for each scope. What is counted may depend on nothing
    /// but these and the rows.
    pub fn tally(&self, asked: Asked, count: impl FnOnce() -> Tally) -> Arc<Tally> {
        let question = Question { scope: self.scope.clone(), asked };
        let tallies = &self.snapshot.tallies;
        tallies.find(&question).unwrap_or_else(|| {
            let tally = Arc::new(count());
            tallies.keep(question, tally.clone());
            tally
        })
    }
}
