//! Requirements: what users of an implementation ask for, and whether it belongs to the good itself or to
//! that country's own version.

use crate::vocabulary;

vocabulary! {
    /// Where a requirement belongs.
    pub enum Disposition {
        /// Nobody has decided yet.
        Undecided = "UNDECIDED", "undecided" | "non décidé";
        /// To the good itself, for everybody.
        Core = "CORE", "core" | "tronc commun";
        /// To this implementation alone.
        Local = "LOCAL", "local" | "propre au pays";
    }
}
