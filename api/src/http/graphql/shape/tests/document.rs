//! Documents at random, each with the answer that the specification asks for, worked out from the
//! same tree without parsing anything.

use super::{Value, ask, text};
use async_graphql::Name;
use async_graphql::indexmap::IndexMap;
use proptest::prelude::*;
use std::fmt::Write;

/// One selection.
#[derive(Clone, Debug)]
enum Selected {
    Field { name: &'static str, is_renamed: bool, when: When, below: Vec<Selected> },
    Inline { on: Option<&'static str>, when: When, below: Vec<Selected> },
    Spread { on: &'static str, when: When, below: Vec<Selected> },
}

/// How a directive speaks of a selection.
#[derive(Clone, Copy, Debug)]
enum When {
    Always,
    Skip(bool),
    Include(bool),
    /// By a variable that is true, or one that is false, by their defaults.
    IncludeBy(bool),
}

impl When {
    fn holds(self) -> bool {
        match self {
            Self::Always => true,
            Self::Skip(is) => !is,
            Self::Include(is) | Self::IncludeBy(is) => is,
        }
    }

    fn text(self) -> String {
        match self {
            Self::Always => String::new(),
            Self::Skip(is) => format!(" @skip(if: {is})"),
            Self::Include(is) => format!(" @include(if: {is})"),
            Self::IncludeBy(is) => format!(" @include(if: ${})", if is { "yes" } else { "no" }),
        }
    }
}

const LEAVES: [&str; 5] = ["name", "nick", "lost", "torn", "__typename"];

/// The fields of a type that have fields themselves, each with its type.
fn composites(on: &str) -> &'static [(&'static str, &'static str)] {
    match on {
        "Query" => &[("cat", "Cat"), ("dog", "Dog"), ("friend", "Being"), ("friends", "Being")],
        "Cat" => &[("friend", "Being"), ("friends", "Being"), ("enemy", "Dog")],
        "Dog" => &[("friend", "Being"), ("friends", "Being"), ("prey", "Cat")],
        _ => &[("friend", "Being"), ("friends", "Being")],
    }
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        5 => Just(When::Always),
        1 => any::<bool>().prop_map(When::Skip),
        1 => any::<bool>().prop_map(When::Include),
        1 => any::<bool>().prop_map(When::IncludeBy),
    ]
}

fn field(
    name: &'static str,
    below: impl Strategy<Value = Vec<Selected>> + 'static,
) -> BoxedStrategy<Selected> {
    let parts = (any::<bool>(), when(), below);
    parts
        .prop_map(move |(is_renamed, when, below)| Selected::Field {
            name,
            is_renamed,
            when,
            below,
        })
        .boxed()
}

/// What may be selected of a type, so many levels deep.
fn selection(on: &'static str, levels: u32) -> BoxedStrategy<Vec<Selected>> {
    let leaves = if on == "Query" { &LEAVES[4..] } else { &LEAVES[..] };
    let leaf = proptest::sample::select(leaves).prop_flat_map(|name| field(name, Just(Vec::new())));
    if levels == 0 {
        return prop::collection::vec(leaf, 1..4).boxed();
    }
    let deeper = proptest::sample::select(composites(on))
        .prop_flat_map(move |(name, ty)| field(name, selection(ty, levels - 1)));
    let on_types = match on {
        "Being" => vec!["Being", "Cat", "Dog"],
        "Cat" => vec!["Being", "Cat"],
        "Dog" => vec!["Being", "Dog"],
        _ => vec!["Query"],
    };
    let fragment = (proptest::sample::select(on_types), any::<bool>(), when()).prop_flat_map(
        move |(ty, is_named, when)| {
            selection(ty, levels - 1).prop_map(move |below| match is_named {
                true => Selected::Spread { on: ty, when, below },
                false => Selected::Inline { on: (ty != on).then_some(ty), when, below },
            })
        },
    );
    prop::collection::vec(prop_oneof![3 => leaf, 2 => deeper, 2 => fragment], 1..5).boxed()
}

/// The document of a tree.
#[derive(Default)]
struct Writer {
    fragments: String,
    named: usize,
}

impl Writer {
    fn set(&mut self, selection: &[Selected]) -> String {
        let items: Vec<_> = selection.iter().map(|selected| self.one(selected)).collect();
        if items.is_empty() { String::new() } else { format!(" {{ {} }}", items.join(" ")) }
    }

    fn one(&mut self, selected: &Selected) -> String {
        match selected {
            Selected::Field { name, is_renamed, when, below } => {
                let alias = if *is_renamed { format!("x{name}: ") } else { String::new() };
                format!("{alias}{name}{}{}", when.text(), self.set(below))
            }
            Selected::Inline { on, when, below } => {
                let on = on.map(|on| format!(" on {on}")).unwrap_or_default();
                format!("...{on}{}{}", when.text(), self.set(below))
            }
            Selected::Spread { on, when, below } => {
                let set = self.set(below);
                self.named += 1;
                write!(self.fragments, " fragment F{} on {on}{set}", self.named).unwrap();
                format!("...F{}{}", self.named, when.text())
            }
        }
    }
}

/// The fields that apply to an object, in order, each with all that is selected below it.
fn collect<'a>(
    ty: &str,
    selection: &'a [Selected],
    found: &mut IndexMap<String, (&'static str, Vec<&'a [Selected]>)>,
) {
    for selected in selection {
        match selected {
            Selected::Field { name, is_renamed, when, below } if when.holds() => {
                let key = if *is_renamed { format!("x{name}") } else { (*name).to_owned() };
                found.entry(key).or_insert((name, Vec::new())).1.push(below);
            }
            Selected::Inline { on, when, below }
                if when.holds() && on.is_none_or(|on| on == ty || on == "Being") =>
            {
                collect(ty, below, found);
            }
            Selected::Spread { on, when, below }
                if when.holds() && (*on == ty || *on == "Being") =>
            {
                collect(ty, below, found);
            }
            _ => {}
        }
    }
}

/// An object as the specification answers it; none when it must not stand.
fn object(ty: &str, number: u32, sets: &[&[Selected]]) -> Option<Value> {
    let mut found = IndexMap::new();
    sets.iter().for_each(|set| collect(ty, set, &mut found));
    let mut fields = IndexMap::new();
    for (key, (name, below)) in found {
        fields.insert(Name::new(key), field_of(ty, number, name, &below)?);
    }
    Some(Value::Object(fields))
}

fn field_of(ty: &str, number: u32, name: &str, below: &[&[Selected]]) -> Option<Value> {
    let being =
        |number: u32| object(if number.is_multiple_of(2) { "Cat" } else { "Dog" }, number, below);
    let list = |numbers: [u32; 2]| {
        numbers.map(being).into_iter().collect::<Option<Vec<_>>>().map(Value::List)
    };
    let maybe = |value: Option<Value>| Some(value.unwrap_or_default());
    let is_root = ty == "Query";
    match name {
        "__typename" => Some(Value::from(ty)),
        "name" => Some(Value::from(format!("{ty}{number}"))),
        "nick" if number.is_multiple_of(3) => Some(Value::Null),
        "nick" => Some(Value::from(number.to_string())),
        "lost" => Some(Value::Null),
        "torn" => (number % 4 != 3).then(|| Value::from("whole")),
        "cat" => being(4),
        "dog" => maybe(being(7)),
        "friend" if is_root => maybe(being(2)),
        "friends" if is_root => list([1, 6]),
        "friend" if number.is_multiple_of(5) => Some(Value::Null),
        "friend" => maybe(being(number + 1)),
        "friends" => list([number + 1, number + 2]),
        "enemy" => being(number + 1),
        "prey" => maybe(being(number + 1)),
        other => panic!("{other}"),
    }
}

proptest! {
    /// Every document is answered as the specification says: with its fields in its order, with
    /// empty objects where nothing applies, and with null where something failed.
    #[test]
    fn documents_are_answered_as_specified(selection in selection("Query", 4)) {
        let mut writer = Writer::default();
        let set = writer.set(&selection);
        let used = "... @include(if: $yes) @skip(if: $no) { used: __typename }";
        let set = set.trim_end().trim_end_matches('}');
        let query = format!(
            "query($yes: Boolean = true, $no: Boolean = false){set} {used} }}{}",
            writer.fragments
        );
        let mut expected = object("Query", 0, &[&selection]);
        if let Some(Value::Object(fields)) = &mut expected {
            fields.insert(Name::new("used"), Value::from("Query"));
        }
        prop_assert_eq!(text(&ask(&query).data), text(&expected.unwrap_or_default()), "{}", query);
    }
}
