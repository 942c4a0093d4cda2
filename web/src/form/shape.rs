//! What a field can hold.

use domain::stakeholder::StakeholderKind;
use domain::vocabulary::{Tongue, Word};

/// The codes and labels that a choice offers.
pub type Options = fn(Tongue) -> Vec<(&'static str, &'static str)>;

/// What a field holds, and thereby which control draws it.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// One line of at most so many characters.
    Line(usize),
    /// Several lines of at most so many characters in all.
    Paragraph(usize),
    /// A list of short texts.
    Lines,
    /// A web address.
    Url,
    /// A year, a month or a day.
    PartialDate,
    /// A day.
    Day,
    /// A whole number within two bounds.
    Whole(i32, i32),
    /// Money in whole units.
    Amount,
    /// A currency.
    Currency,
    /// Yes, no, or not recorded.
    Truth,
    /// Ticked or not.
    Flag,
    /// One word of a closed list.
    Choice(Options),
    /// Some words of a closed list.
    Choices(Options),
    /// A country.
    Country,
    /// Some countries.
    Countries,
    /// A language.
    Language,
    /// Some languages.
    Languages,
    /// A stakeholder of one of these kinds.
    Party(&'static [StakeholderKind]),
    /// Some stakeholders of these kinds.
    Parties(&'static [StakeholderKind]),
    /// A recorded source.
    Source,
    /// Somebody with an account.
    Account,
    /// The community that keeps the record, or the shared registry.
    Community,
    /// Ids in other registries.
    ExternalIds,
}

/// For ends that may be of any kind.
pub const ANY_KIND: &[StakeholderKind] = StakeholderKind::ALL;

/// The codes and labels of a closed word list.
pub fn options<W: Word>(tongue: Tongue) -> Vec<(&'static str, &'static str)> {
    W::ALL.iter().map(|word| (word.code(), word.label(tongue))).collect()
}
