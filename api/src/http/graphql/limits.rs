//! How much one client may ask for: at once, and over time.

use std::ops::RangeInclusive;

/// The limits for one kind of client. Every figure can be configured; these are the shipped ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the body.
    pub body: u64,
    /// Bytes of the document.
    pub document: u64,
    /// Tokens of the document.
    pub tokens: u64,
    /// Nesting of brackets, and of selections with fragments written out.
    pub nesting: u64,
    /// Fields below one another.
    pub depth: u64,
    /// Fields below one another from `__schema` or `__type` on.
    pub introspection_depth: u64,
    /// What may be read of the schema: once everything, for anybody.
    pub introspection: u64,
    /// Fields, spreads and inline fragments with all fragments written out.
    pub selections: u64,
    /// Aliases in the document.
    pub aliases: u64,
    /// Fields at the root of a query.
    pub query_roots: u64,
    /// Fields at the root of a mutation.
    pub mutation_roots: u64,
    /// Fragments in the document.
    pub fragments: u64,
    /// Operations in the document.
    pub operations: u64,
    /// Directives at one place.
    pub directives: u64,
    /// Items of one list in an argument or a variable.
    pub list: u64,
    /// Nodes that the answer can hold.
    pub cost: u64,
    /// Points to spend on nodes before waiting.
    pub budget: u64,
    /// Points that come back each second.
    pub restored: u64,
}

/// What a page argument may ask for.
pub const PAGE: RangeInclusive<i64> = 1..=100;
/// What `limit` may ask for: the compact rows of one neighborhood. Fields may take less.
pub const NEIGHBORHOOD: RangeInclusive<i64> = 1..=1000;

impl Limits {
    /// For clients that are not signed in.
    pub const ANONYMOUS: Self = Self {
        body: 256 * 1024,
        document: 16 * 1024,
        tokens: 2_000,
        nesting: 40,
        depth: 12,
        introspection_depth: 16,
        introspection: 2_000,
        selections: 4_000,
        aliases: 30,
        query_roots: 20,
        mutation_roots: 10,
        fragments: 40,
        operations: 10,
        directives: 4,
        list: 250,
        cost: 2_000,
        budget: 5_000,
        restored: 20,
    };

    /// For clients that are signed in.
    pub const SIGNED_IN: Self =
        Self { cost: 10_000, budget: 20_000, restored: 100, ..Self::ANONYMOUS };

    /// Sets the limit of this name; refused with the range that it must lie in.
    pub fn set(&mut self, name: &str, value: u64) -> Result<(), String> {
        let (figure, range) = self.figure(name).ok_or_else(|| {
            format!("there is no limit {name}; there are {}", Self::NAMES.join(", "))
        })?;
        if !range.contains(&value) {
            return Err(format!("{name} must lie in {} to {}", range.start(), range.end()));
        }
        *figure = value;
        Ok(())
    }

    /// Refuses limits of which one makes another meaningless.
    pub fn check(&self) -> Result<(), String> {
        if self.cost > self.budget {
            let (cost, budget) = (self.cost, self.budget);
            return Err(format!("a cost of {cost} could never be paid from a budget of {budget}"));
        }
        if self.document > self.body {
            return Err("a document larger than the body could never arrive".to_owned());
        }
        Ok(())
    }

    /// The names by which limits are set.
    const NAMES: [&str; 18] = [
        "body",
        "document",
        "tokens",
        "nesting",
        "depth",
        "introspection-depth",
        "introspection",
        "selections",
        "aliases",
        "query-roots",
        "mutation-roots",
        "fragments",
        "operations",
        "directives",
        "list",
        "cost",
        "budget",
        "restored",
    ];

    /// Beyond these ranges nothing could be asked, or the process could be harmed: what is nested
    /// deeper than the stack reaches, or larger than memory should hold for one request.
    fn figure(&mut self, name: &str) -> Option<(&mut u64, RangeInclusive<u64>)> {
        let many = 1..=1_000_000;
        Some(match name {
            "body" => (&mut self.body, 1_024..=16 * 1024 * 1024),
            "document" => (&mut self.document, 64..=1024 * 1024),
            "tokens" => (&mut self.tokens, 10..=100_000),
            "nesting" => (&mut self.nesting, 4..=100),
            "depth" => (&mut self.depth, 2..=50),
            "introspection-depth" => (&mut self.introspection_depth, 0..=50),
            "introspection" => (&mut self.introspection, 0..=100_000),
            "selections" => (&mut self.selections, 10..=100_000),
            "aliases" => (&mut self.aliases, 0..=10_000),
            "query-roots" => (&mut self.query_roots, 1..=1_000),
            "mutation-roots" => (&mut self.mutation_roots, 1..=1_000),
            "fragments" => (&mut self.fragments, 0..=1_000),
            "operations" => (&mut self.operations, 1..=1_000),
            "directives" => (&mut self.directives, 1..=100),
            "list" => (&mut self.list, 1..=10_000),
            "cost" => (&mut self.cost, many),
            "budget" => (&mut self.budget, 1..=1_000_000_000),
            "restored" => (&mut self.restored, many),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every limit can be set by its name, within its range.
    #[test]
    fn limits_are_set_by_name() {
        for name in Limits::NAMES {
            let mut limits = Limits::ANONYMOUS;
            let (_, range) = limits.figure(name).unwrap_or_else(|| panic!("{name}"));
            assert!(limits.set(name, *range.end()).is_ok(), "{name}");
            assert_ne!(limits, Limits::ANONYMOUS, "{name}");
            assert!(limits.set(name, range.end() + 1).is_err(), "{name}");
        }
        let mut limits = Limits::ANONYMOUS;
        assert!(limits.set("speed", 1).unwrap_err().contains("query-roots"));
        assert!(limits.set("tokens", 0).unwrap_err().contains("10 to 100000"));
    }

    /// A request that is allowed can be paid for.
    #[test]
    fn limits_fit_one_another() {
        assert!(Limits::ANONYMOUS.check().is_ok() && Limits::SIGNED_IN.check().is_ok());
        assert!(Limits { budget: 1_999, ..Limits::ANONYMOUS }.check().is_err());
        assert!(Limits { body: 1_024, ..Limits::ANONYMOUS }.check().is_err());
    }
}
