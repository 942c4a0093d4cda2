//! Since when what a viewer sees counts: by its recorded start, else by the earliest evidence that
//! this viewer sees.

use super::View;
use chrono::NaiveDate;
use domain::dating::{Dating, DatingBasis};
use domain::evidence::Stance;
use domain::interval::{DatePoint, Interval};
use entity::{engagement, evidence, relationship};
use std::sync::Arc;
use uuid::Uuid;

impl View {
    /// Since when and until when a relationship counts. Every as-of read asks this.
    pub fn dating(&self, row: &relationship::Model) -> Dating {
        let said = self.support_of(row.id.0).filter_map(|said| self.said_on(said));
        Dating::new(row.valid(), said)
    }

    /// Whether a relationship that is shown belongs to the picture of this day.
    pub fn holds(&self, row: &relationship::Model, day: NaiveDate) -> bool {
        self.stands(row) && self.holds_on(row, day)
    }

    /// Whether a relationship, shown by default or not, belongs to the picture of this day.
    pub fn holds_on(&self, row: &relationship::Model, day: NaiveDate) -> bool {
        // Most rows need no look at their evidence.
        row.valid().covers(day) && (row.valid_from.is_some() || self.dating(row).covers(day))
    }

    /// Since when an engagement counts: what was said when it was recorded as already standing, else
    /// its earliest evidence, else the day on which it was opened.
    pub fn engagement_dating(&self, row: &engagement::Model) -> Dating {
        let until = row.ends_on.map(DatePoint::day);
        let said = self.support_of(row.id.0).filter_map(|said| self.said_on(said));
        let found = Dating::new(Interval { from: row.standing_since, to: until }, said);
        match found.since {
            Some(_) => found,
            None => {
                let opened = DatePoint::day(row.created_at.date_naive());
                // One that had ended before it was recorded began nobody knows when.
                let in_time = until.is_none_or(|until| opened.first() <= until.last());
                Dating::new(Interval { from: Some(opened).filter(|_| in_time), to: until }, [])
            }
        }
    }

    /// The evidence that a relationship is known by, when its start is not recorded.
    pub fn known_by(&self, row: &relationship::Model) -> Option<&Arc<evidence::Model>> {
        let dating = self.dating(row);
        let known = dating.basis == DatingBasis::KnownSince;
        self.support_of(row.id.0).find(|said| known && self.said_on(said) == dating.since)
    }

    /// The visible evidence for something; what disputes it does not date it.
    pub fn support_of(&self, subject: Uuid) -> impl Iterator<Item = &Arc<evidence::Model>> {
        self.evidence_of(subject).filter(|row| row.stance == Stance::Supports)
    }

    /// When a piece of evidence was said, else when its source was published.
    pub fn said_on(&self, row: &evidence::Model) -> Option<DatePoint> {
        row.asserted_on.or_else(|| self.source(row.source_id)?.published_on)
    }
}
