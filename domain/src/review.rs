//! The review queue: what waits for somebody to look at it, why, and what can be done about it.

use crate::vocabulary;

vocabulary! {
    /// Why something waits, the most pressing first.
    pub enum ReviewReason {
        /// It is recorded as contested.
        Disputed = "DISPUTED", "contested" | "contestée";
        /// There is evidence against it, an answer to "still true?" among others.
        Contradicted = "CONTRADICTED", "evidence against it" | "des preuves contre elle";
        /// Somebody suggested a correction of a public profile.
        Correction = "CORRECTION", "a correction was suggested" | "une correction a été suggérée";
        /// Notes of a meeting propose it.
        Proposed = "PROPOSED", "proposed by notes" | "proposée par des notes";
        /// Somebody proposed it who may not confirm.
        Unconfirmed = "UNCONFIRMED", "waits to be confirmed" | "attend d’être confirmée";
        /// It seems to be another one.
        Duplicate = "DUPLICATE", "may be a duplicate" | "peut-être un doublon";
    }
}

vocabulary! {
    /// What can be done about what waits.
    pub enum ReviewStep {
        /// Accept a proposal, or confirm a relationship.
        Accept = "ACCEPT", "accept" | "accepter";
        /// Correct it, then accept it.
        Edit = "EDIT", "edit" | "modifier";
        /// Reject a proposal, or retract a relationship.
        Reject = "REJECT", "reject" | "rejeter";
        /// Say that it ended.
        End = "END", "end" | "terminer";
        /// Put one of two away.
        Archive = "ARCHIVE", "archive" | "archiver";
    }
}

/// The longest correction that somebody suggests, in characters.
pub const CORRECTION_LIMIT: usize = 2_000;
