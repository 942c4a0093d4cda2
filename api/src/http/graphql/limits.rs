//! How much one request may ask for.

/// The limits for one kind of client. Every figure can be configured; these are the shipped ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
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
}

/// What a page argument may ask for.
pub const PAGE: std::ops::RangeInclusive<i64> = 1..=100;
/// What `limit` may ask for: the compact rows of one neighborhood.
pub const NEIGHBORHOOD: std::ops::RangeInclusive<i64> = 1..=500;

impl Limits {
    /// For clients that are not signed in.
    pub const ANONYMOUS: Self = Self {
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
    };

    /// For clients that are signed in.
    pub const SIGNED_IN: Self = Self { cost: 10_000, ..Self::ANONYMOUS };
}
