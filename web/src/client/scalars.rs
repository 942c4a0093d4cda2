//! The schema's own scalars, as they travel: texts that `text::format` knows how to show.

/// A date as exact as it is known: `2024`, `2024-05` or `2024-05-31`.
pub type PartialDate = String;
/// A day: `2024-05-31`.
pub type Date = String;
/// An instant in UTC, RFC 3339.
pub type DateTime = String;
