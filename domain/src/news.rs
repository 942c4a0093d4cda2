//! What happened of late that everybody may know: what a newsletter of a community tells.

use crate::vocabulary;

vocabulary! {
    /// What happened to a public record.
    pub enum NewsKind {
        /// It is recorded for the first time.
        Arrived = "ARRIVED", "New here" | "Nouveau ici";
        /// It is known to be so.
        Confirmed = "CONFIRMED", "Confirmed" | "Confirmé";
        /// It is so no more.
        Ended = "ENDED", "Ended" | "Terminé";
    }
}
