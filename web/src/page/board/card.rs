//! The board as plain values: cards in columns, narrowed by a filter. No browser in here.

use crate::page::due::is_overdue;
use chrono::NaiveDate;
use domain::engagement::{Missing, Objective, Stage};
use domain::stakeholder::{StakeholderKind, Visibility};
use domain::text::fold;
use domain::vocabulary::{Tongue, Word};

/// One engagement on the board.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The engagement.
    pub id: String,
    /// Its version, for moving it.
    pub version: i64,
    /// Where it stands.
    pub stage: Stage,
    /// Since when: a day.
    pub since: String,
    /// What is wanted.
    pub objective: Objective,
    /// Why this party.
    pub why: String,
    /// With whom.
    pub party: Party,
    /// Who is in charge.
    pub owner: Option<Person>,
    /// What to do next.
    pub next_step: Option<String>,
    /// By when: a day.
    pub due: Option<String>,
    /// Who may see it.
    pub visibility: Visibility,
    /// Whether it is practice data.
    pub practice: bool,
    /// What its stage owes.
    pub debt: Vec<Missing>,
    /// What each reachable stage asks for and is not there.
    pub allowed: Vec<(Stage, Vec<Missing>)>,
}

/// The other side of an engagement.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its short form.
    pub acronym: Option<String>,
    /// What it is.
    pub kind: StakeholderKind,
}

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// The name it goes by; people are listed by it.
    pub name: String,
    /// The account.
    pub id: String,
}

/// The cards of one stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The stage.
    pub stage: Stage,
    /// How many engagements are there, those not listed included.
    pub count: i64,
    /// The listed ones, as the API orders them: due first.
    pub cards: Vec<Card>,
    /// How many of the listed pass the filter; none without a filter.
    pub passing: Option<usize>,
}

/// Whose engagements to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    /// Everybody's.
    #[default]
    Any,
    /// Those that nobody is in charge of.
    Nobody,
    /// Those of this account.
    Account(String),
}

/// What the board is narrowed to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Only this objective.
    pub objective: Option<Objective>,
    /// Only these owners.
    pub owner: Owner,
    /// Only cards whose next step was due before this day.
    pub due_before: Option<NaiveDate>,
    /// Only cards in which every word of the text stands somewhere.
    pub text: String,
}

/// The value of the owner filter for "nobody".
pub const NOBODY: &str = "none";

impl Owner {
    /// Reads the owner from the address.
    pub fn parse(text: Option<&str>) -> Self {
        match text {
            None | Some("") => Self::Any,
            Some(NOBODY) => Self::Nobody,
            Some(id) => Self::Account(id.to_owned()),
        }
    }

    fn admits(&self, owner: Option<&Person>) -> bool {
        match self {
            Self::Any => true,
            Self::Nobody => owner.is_none(),
            Self::Account(id) => owner.is_some_and(|owner| owner.id == *id),
        }
    }
}

impl Filter {
    /// Whether a card passes; words are compared without accents and case, in this language.
    pub fn admits(&self, card: &Card, tongue: Tongue) -> bool {
        let objective = self.objective.is_none_or(|objective| objective == card.objective);
        let late = self.due_before.is_none_or(|day| is_overdue(card.due.as_deref(), day));
        objective && late && self.owner.admits(card.owner.as_ref()) && self.reads(card, tongue)
    }

    fn reads(&self, card: &Card, tongue: Tongue) -> bool {
        let wanted = fold(&self.text);
        if wanted.is_empty() {
            return true;
        }
        let texts = [
            card.party.name.as_str(),
            card.party.acronym.as_deref().unwrap_or_default(),
            card.why.as_str(),
            card.next_step.as_deref().unwrap_or_default(),
            card.objective.label(tongue),
            card.owner.as_ref().map_or("", |owner| owner.name.as_str()),
        ];
        let there = fold(&texts.join(" "));
        wanted.split(' ').all(|word| there.contains(word))
    }
}

/// The columns with only the cards that pass; every column stays, so that a card has somewhere to go.
pub fn narrowed(columns: &[Column], filter: &Filter, tongue: Tongue) -> Vec<Column> {
    let is_narrow = *filter != Filter::default();
    let narrow = |column: &Column| {
        let passes = |card: &&Card| filter.admits(card, tongue);
        let cards: Vec<Card> = column.cards.iter().filter(passes).cloned().collect();
        let passing = is_narrow.then_some(cards.len());
        Column { cards, passing, ..*column }
    };
    columns.iter().map(narrow).collect()
}

/// How many engagements the columns count but do not list, because a column lists so many at most.
pub fn unlisted(column: &Column) -> i64 {
    let listed = i64::try_from(column.cards.len()).unwrap_or(i64::MAX);
    (column.count - listed).max(0)
}

/// Everybody in charge of something on the board, by name.
pub fn owners(columns: &[Column]) -> Vec<Person> {
    let mut owners: Vec<Person> = columns
        .iter()
        .flat_map(|column| &column.cards)
        .filter_map(|card| card.owner.clone())
        .collect();
    owners.sort();
    owners.dedup();
    owners
}

/// The card of an engagement, wherever it is.
pub fn find<'a>(columns: &'a [Column], id: &str) -> Option<&'a Card> {
    columns.iter().flat_map(|column| &column.cards).find(|card| card.id == id)
}

/// The columns after a move that the server is being asked for, so that the card is seen where it
/// was dropped; the loaded answer decides.
pub fn moved(columns: &[Column], id: &str, to: Stage) -> Vec<Column> {
    let Some(card) = find(columns, id).cloned() else {
        return columns.to_vec();
    };
    let mut columns = columns.to_vec();
    for column in &mut columns {
        if column.stage == card.stage && column.stage != to {
            column.cards.retain(|other| other.id != id);
            column.count -= 1;
        } else if column.stage == to && column.stage != card.stage {
            column.cards.insert(0, Card { stage: to, ..card.clone() });
            column.count += 1;
        }
    }
    columns
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A card for tests of the board.
    pub(in crate::page::board) fn card(id: &str, stage: Stage) -> Card {
        Card {
            id: id.into(),
            version: 1,
            stage,
            since: "2026-10-01".into(),
            objective: Objective::FrancophoneGrowth,
            why: "Réseau d’Afrique de l’Ouest".into(),
            party: Party {
                id: "org_1".into(),
                name: "Acadys".into(),
                acronym: None,
                kind: StakeholderKind::Organization,
            },
            owner: None,
            next_step: None,
            due: None,
            visibility: Visibility::Community,
            practice: false,
            debt: Vec::new(),
            allowed: Vec::new(),
        }
    }

    fn columns() -> Vec<Column> {
        let owner = Some(Person { name: "Editor".into(), id: "usr_1".into() });
        let owned = Card { owner, ..card("eng_2", Stage::Identified) };
        vec![
            Column {
                stage: Stage::Identified,
                count: 5,
                cards: vec![card("eng_1", Stage::Identified), owned],
                passing: None,
            },
            Column { stage: Stage::Qualified, count: 0, cards: vec![], passing: None },
        ]
    }

    fn ids(columns: &[Column]) -> Vec<&str> {
        columns.iter().flat_map(|column| &column.cards).map(|card| card.id.as_str()).collect()
    }

    /// Owner, objective and text narrow together, and no column disappears.
    #[test]
    fn filters_narrow_together() {
        let check = |filter: Filter, expected: &[&str]| {
            let narrowed = narrowed(&columns(), &filter, Tongue::Fr);
            assert_eq!(narrowed.len(), 2);
            assert_eq!(ids(&narrowed), expected);
        };
        check(Filter::default(), &["eng_1", "eng_2"]);
        check(Filter { owner: Owner::parse(Some(NOBODY)), ..Filter::default() }, &["eng_1"]);
        check(Filter { owner: Owner::parse(Some("usr_1")), ..Filter::default() }, &["eng_2"]);
        check(Filter { objective: Some(Objective::Fund), ..Filter::default() }, &[]);
        check(Filter { text: "RESEAU acad".into(), ..Filter::default() }, &["eng_1", "eng_2"]);
        check(Filter { text: "editor ouest".into(), ..Filter::default() }, &["eng_2"]);
    }

    /// A step is overdue from the day after it was due; without a date it never is.
    #[test]
    fn overdue_cards_are_found() {
        let due = Some("2026-10-15".to_owned());
        let late = Card { due, ..card("eng_3", Stage::Identified) };
        let (due_before, day) = (|day: &str| day.parse().ok(), "2026-10-16");
        let overdue = |day| Filter { due_before: due_before(day), ..Filter::default() };
        assert!(overdue(day).admits(&late, Tongue::En));
        assert!(!overdue("2026-10-15").admits(&late, Tongue::En));
        assert!(!overdue(day).admits(&card("eng_1", Stage::Identified), Tongue::En));
    }

    /// A narrowed column tells how many pass out of how many there are.
    #[test]
    fn narrowed_columns_count_what_passes() {
        let passing = |filter: &Filter| narrowed(&columns(), filter, Tongue::En)[0].passing;
        assert_eq!(passing(&Filter::default()), None);
        let editor = Filter { text: "editor".into(), ..Filter::default() };
        assert_eq!(passing(&editor), Some(1));
        assert_eq!(narrowed(&columns(), &editor, Tongue::En)[0].count, 5);
    }

    /// What a column counts but does not list is said, never silently left out.
    #[test]
    fn the_unlisted_are_counted() {
        assert_eq!(unlisted(&columns()[0]), 3);
        assert_eq!(unlisted(&columns()[1]), 0);
    }

    /// A moved card leaves one column and stands first in the other; both counts follow.
    #[test]
    fn a_moved_card_stands_once() {
        let after = moved(&columns(), "eng_1", Stage::Qualified);
        assert_eq!(ids(&after), ["eng_2", "eng_1"]);
        assert_eq!((after[0].count, after[1].count), (4, 1));
        assert_eq!(after[1].cards[0].stage, Stage::Qualified);
        assert_eq!(moved(&columns(), "eng_1", Stage::Identified), columns());
    }

    /// Owners are listed once, by name.
    #[test]
    fn owners_are_listed_once() {
        let twice = [columns(), columns()].concat();
        assert_eq!(owners(&twice).len(), 1);
    }
}
