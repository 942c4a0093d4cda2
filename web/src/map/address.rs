//! The address of a map: everything it shows can be sent to somebody as a link.

use chrono::NaiveDate;
use domain::identifier::Noun;
use domain::relationship::Layer;
use domain::stakeholder::StakeholderKind;
use domain::vocabulary::Word;

use crate::state::query::join;

/// How many relationships away from the focus the map goes.
pub const DEPTHS: std::ops::RangeInclusive<i64> = 1..=3;

/// Some words of a list, at least one, or all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen<W> {
    /// All, also those that may come to exist.
    All,
    /// These alone; never none, which the API would take for all.
    Only(Vec<W>),
}

impl<W: Word> Chosen<W> {
    /// Whether this word is among them.
    pub fn has(&self, word: W) -> bool {
        match self {
            Self::All => true,
            Self::Only(words) => words.contains(&word),
        }
    }

    /// The same choice with one word in or out; the last one stays.
    pub fn toggled(&self, word: W) -> Self {
        let wanted = |other: &W| self.has(*other) != (*other == word);
        let words: Vec<W> = W::ALL.iter().copied().filter(wanted).collect();
        if words.is_empty() { self.clone() } else { Self::only(words) }
    }

    /// Whether this word is the last one left.
    pub fn is_last(&self, word: W) -> bool {
        matches!(self, Self::Only(words) if words[..] == [word])
    }

    /// The words for a query; none for all.
    pub fn words(&self) -> Option<Vec<W>> {
        match self {
            Self::All => None,
            Self::Only(words) => Some(words.clone()),
        }
    }

    fn only(words: Vec<W>) -> Self {
        if words.is_empty() || words.len() == W::ALL.len() { Self::All } else { Self::Only(words) }
    }

    fn parse(text: Option<String>) -> Self {
        let Some(text) = text else { return Self::All };
        let named = |word: &W| text.split(',').any(|code| code.eq_ignore_ascii_case(word.code()));
        Self::only(W::ALL.iter().copied().filter(named).collect())
    }

    fn print(&self) -> Option<String> {
        self.words().and_then(|words| join(&words))
    }
}

/// What the map shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The stakeholder in the middle; none yet on a fresh map.
    pub focus: Option<String>,
    /// How many relationships away from it.
    pub depth: i64,
    /// Which layers of relationships.
    pub layers: Chosen<Layer>,
    /// Which kinds of stakeholders.
    pub kinds: Chosen<StakeholderKind>,
    /// On which day; none for whenever.
    pub as_of: Option<NaiveDate>,
    /// Which earlier day it is compared with; none for no comparison.
    pub from: Option<NaiveDate>,
}

impl Default for Address {
    fn default() -> Self {
        let (layers, kinds) = (Chosen::All, Chosen::All);
        Self { focus: None, depth: 1, layers, kinds, as_of: None, from: None }
    }
}

impl Address {
    /// Reads the parameters of a URL; what cannot be read is as if absent.
    pub fn parse(parameter: impl Fn(&str) -> Option<String>) -> Self {
        let focus = parameter("focus").filter(|id| is_stakeholder(id));
        let depth = parameter("depth").and_then(|depth| depth.parse().ok());
        let as_of = parameter("asOf").and_then(|day| day.parse().ok());
        Self {
            focus,
            depth: depth.filter(|depth| DEPTHS.contains(depth)).unwrap_or(*DEPTHS.start()),
            layers: Chosen::parse(parameter("layers")),
            kinds: Chosen::parse(parameter("kinds")),
            as_of,
            from: parameter("from").and_then(|day| day.parse().ok()),
        }
    }

    /// The parameters of the URL that say so; those without a value are left out.
    pub fn parameters(&self) -> [(&'static str, Option<String>); 6] {
        let depth = (self.depth != *DEPTHS.start()).then(|| self.depth.to_string());
        [
            ("focus", self.focus.clone()),
            ("depth", depth),
            ("layers", self.layers.print()),
            ("kinds", self.kinds.print()),
            ("asOf", self.as_of.map(|day| day.to_string())),
            ("from", self.from.map(|day| day.to_string())),
        ]
    }

    /// The two days that are compared, the earlier one first; none unless both are given.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let (from, to) = (self.from?, self.as_of?);
        Some((from.min(to), from.max(to)))
    }

    /// The same map around another stakeholder.
    pub fn around(&self, focus: &str) -> Self {
        Self { focus: Some(focus.to_owned()), ..self.clone() }
    }
}

fn is_stakeholder(id: &str) -> bool {
    matches!(domain::identifier::parse(id), Some((Noun::Stakeholder(_), _)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(parameters: &[(&str, Option<String>)]) -> Address {
        let given = |name: &str| parameters.iter().find(|(key, _)| *key == name);
        Address::parse(|name| given(name).and_then(|(_, value)| value.clone()))
    }

    fn focus() -> String {
        StakeholderKind::GlobalGood.noun().format(uuid::Uuid::from_u128(7))
    }

    /// Every map has an address that leads back to it.
    #[test]
    fn addresses_lead_back() {
        let only = Chosen::Only(vec![Layer::Money, Layer::Governance]);
        let full = Address {
            focus: Some(focus()),
            depth: 3,
            layers: only,
            kinds: Chosen::Only(vec![StakeholderKind::Group]),
            as_of: NaiveDate::from_ymd_opt(2024, 5, 31),
            from: NaiveDate::from_ymd_opt(2020, 2, 29),
        };
        for address in [Address::default(), full, Address::default().around(&focus())] {
            assert_eq!(read(&address.parameters()), address);
        }
    }

    /// What cannot be read is as if absent; words may be written small.
    #[test]
    fn nonsense_is_left_out() {
        let with = |key, value: &str| read(&[(key, Some(value.to_owned()))]);
        for (key, value) in [("focus", "rel_1"), ("depth", "9"), ("asOf", "soon"), ("from", "then")]
        {
            assert_eq!(with(key, value), Address::default());
        }
        let money = with("layers", "money,nonsense").layers;
        assert_eq!(money, Chosen::Only(vec![Layer::Money]));
    }

    /// Switching a word off and on leads back; the last one cannot be switched off.
    #[test]
    fn toggles_lead_back() {
        let without = Chosen::All.toggled(Layer::Money);
        assert!(!without.has(Layer::Money) && without.has(Layer::Place));
        assert_eq!(without.toggled(Layer::Money), Chosen::All);
        let last = Chosen::Only(vec![Layer::Life]);
        assert!(last.is_last(Layer::Life) && !last.is_last(Layer::Money));
        assert_eq!(last.toggled(Layer::Life), last);
    }
}
