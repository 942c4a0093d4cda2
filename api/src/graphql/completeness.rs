//! Completeness: how much of what matters is recorded, and the list of what is not known.

use super::context::{Access, Listed};
use super::filter::any_of;
use super::identifier::Outside;
use super::node::Node;
use super::page::{Connection, OrderDirection, Page, SortKey};
use crate::error::{Error, Result};
use crate::service::completeness::{self, Filter, Subject, Unknown};
use async_graphql::{Context, ID, InputObject, Object};
use domain::completeness::{self as words, Asked, Question, RecordFact, RecordKind};
use domain::identifier::CommunityId;
use domain::refusal::Refusal;
use domain::text::Locale;
use domain::vocabulary::Word;
use std::sync::Arc;

/// How much of what is asked of a record is recorded, as far as you see it. What cannot apply is not
/// asked.
#[derive(Clone, Debug)]
pub struct Completeness {
    subject: Arc<Subject>,
    judged: words::Completeness,
}

impl Completeness {
    /// Of a record that the viewer may see, today.
    pub fn of(ctx: &Context<'_>, subject: Subject) -> Result<Self> {
        let op = ctx.op()?;
        let judged = completeness::judge(&op.view(), &subject, op.today());
        Ok(Self { subject: Arc::new(subject), judged })
    }
}

/// How much of what is asked of a record is recorded, as far as you see it. What cannot apply is not
/// asked.
#[Object]
impl Completeness {
    /// How many of the facts that are asked of it are recorded.
    async fn recorded(&self) -> usize {
        self.judged.recorded()
    }

    /// How many facts are asked of it.
    async fn asked(&self) -> usize {
        self.judged.asked
    }

    /// Those that are not recorded.
    async fn missing(&self) -> Vec<MissingFact> {
        let missing = self.judged.missing.iter();
        missing.map(|asked| MissingFact { subject: self.subject.clone(), asked: *asked }).collect()
    }
}

/// A fact that is asked of a record and is not recorded.
#[derive(Clone, Debug)]
pub struct MissingFact {
    subject: Arc<Subject>,
    asked: Asked,
}

/// A fact that is asked of a record and is not recorded.
#[Object]
impl MissingFact {
    /// Which fact.
    async fn field(&self) -> RecordFact {
        self.asked.fact
    }

    /// What the fact is called.
    async fn name(
        &self,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
    ) -> String {
        self.asked.fact.label(locale.tongue()).to_owned()
    }

    /// The questions that cannot be answered in full without it.
    async fn questions(&self) -> &[Question] {
        self.asked.rests
    }

    /// Why it matters, in one sentence.
    async fn why(
        &self,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
    ) -> String {
        self.asked.why(locale.tongue())
    }

    /// The address, on this site, of the page on which it is recorded.
    async fn form(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(completeness::form(&ctx.view()?, &self.subject, self.asked.fact))
    }
}

/// A record of which something is not known.
#[derive(Clone, Debug)]
pub struct KnownUnknown(Arc<Unknown>);

/// A record of which something is not known.
#[Object]
impl KnownUnknown {
    /// The record.
    async fn record(&self, ctx: &Context<'_>) -> Result<Node> {
        let (noun, id) = self.0.subject.identity();
        Node::find(&ctx.view()?, noun, id).ok_or(Error::NotFound)
    }

    /// What kind of record it is.
    async fn kind(&self) -> RecordKind {
        self.0.subject.kind()
    }

    /// What it is called, so that it can be read on its own.
    async fn title(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
    ) -> Result<String> {
        Ok(self.0.subject.title(&ctx.view()?, locale))
    }

    /// What is asked of it, and what of that is missing.
    async fn completeness(&self) -> Completeness {
        let subject = Arc::new(self.0.subject.clone());
        Completeness { subject, judged: self.0.completeness.clone() }
    }

    /// The questions that cannot be answered in full with what is missing: what it is ranked by.
    async fn questions(&self) -> &[Question] {
        &self.0.questions
    }
}

/// Which records to list; what is absent or empty is no restriction.
#[derive(Clone, Debug, Default, InputObject)]
pub struct KnownUnknownFilter {
    /// Only records of one of these kinds.
    kinds: Option<Vec<RecordKind>>,
    /// Only records that lack one of these facts.
    fields: Option<Vec<RecordFact>>,
    /// Only what this community maintains or works on.
    community: Option<ID>,
}

impl KnownUnknownFilter {
    fn read(self) -> Result<Filter, Refusal> {
        let community = CommunityId::read_opt(self.community.as_ref(), "filter.community")?;
        Ok(Filter { kinds: any_of(self.kinds), facts: any_of(self.fields), community })
    }
}

/// The list of what is not known.
#[derive(Debug, Default)]
pub struct CompletenessQuery;

#[Object(guard = "Listed")]
impl CompletenessQuery {
    /// The records of which something that matters is not recorded, those first on whose missing facts
    /// most questions rest; then those that lack most, then those on which most relationships hang.
    /// What is archived, retracted, closed or made for trying things out is left out.
    async fn known_unknowns(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] filter: Option<KnownUnknownFilter>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<KnownUnknown>> {
        let page = Page::parse(first, after.as_deref(), "knownUnknowns")?;
        let filter = filter.unwrap_or_default().read()?;
        let op = ctx.op()?;
        let found = completeness::unknowns(&op.view(), &filter, op.today())?;
        let ranked = found.into_iter().enumerate();
        let keyed =
            ranked.map(|(place, row)| (SortKey::number(place), row.subject.identity().1, row));
        Ok(page.of(keyed, OrderDirection::Ascending, |row| KnownUnknown(Arc::new(row))))
    }
}
