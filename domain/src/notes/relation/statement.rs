//! What one verb says of its parties, as far as the matrix of relationships allows it.

use super::Reading;
use super::parties::Listed;
use super::when::When;
use crate::notes::proposal::{
    Content, Party, ProposedEnd, ProposedImplementation, ProposedRelationship,
};
use crate::notes::token::Token;
use crate::notes::verb::{Meaning, Order, Says, Tense, Verb};
use crate::relationship::{End, RelationshipField, RelationshipKind};
use crate::stakeholder::{ImplementationStage, StakeholderKind};

/// The most parties that one side of a sentence may name.
const MOST_PARTIES: usize = 8;

/// One verb with its parties.
pub(super) struct Statement<'a> {
    pub(super) reading: Reading<'a>,
    pub(super) clause: &'a [Token],
    pub(super) verb: Verb,
    pub(super) when: When,
    pub(super) subjects: &'a [usize],
    pub(super) objects: &'a Listed,
}

impl Statement<'_> {
    pub(super) fn contents(&self) -> Vec<Content> {
        let mut contents = Vec::new();
        for subject in self.subjects.iter().take(MOST_PARTIES) {
            for object in self.objects.names.iter().take(MOST_PARTIES) {
                contents.extend(self.content(*subject, *object));
            }
        }
        contents
    }

    fn content(&self, subject: usize, object: usize) -> Option<Content> {
        let (source, target) = match self.verb.meaning.order {
            Order::SourceFirst => (subject, object),
            Order::TargetFirst => (object, subject),
        };
        let Meaning { says, tense, .. } = self.verb.meaning;
        if tense == Tense::Ends {
            return self.end(says, source, target);
        }
        says.iter().find_map(|says| match says {
            Says::Joins(kind) => self.relationship(*kind, tense, source, target),
            Says::Deployment(stage) => self.implementation(*stage, source, target),
        })
    }

    fn relationship(
        &self,
        kind: RelationshipKind,
        tense: Tense,
        source: usize,
        target: usize,
    ) -> Option<Content> {
        let valid = self.when.valid(kind, tense)?;
        let (source, target) = self.ends(kind, source, target)?;
        let via = self.objects.via.map(|via| self.party(via, self.clause[via].entries()));
        let via = via.filter(|via| via.certain().is_some_and(|end| stands_between(end, kind)));
        let proposed = ProposedRelationship { kind, source, target, valid, via };
        let is_refused = proposed.draft().is_some_and(|draft| draft.parse().is_err());
        (!is_refused).then_some(Content::Relationship(proposed))
    }

    fn end(&self, says: &[Says], source: usize, target: usize) -> Option<Content> {
        let joined = |says: &Says| match says {
            Says::Joins(kind) => self.ends(*kind, source, target).map(|ends| (*kind, ends)),
            Says::Deployment(_) => None,
        };
        let fitting: Vec<_> = says.iter().filter_map(joined).collect();
        let kinds = fitting.iter().map(|(kind, _)| *kind).collect();
        let (_, (source, target)) = fitting.into_iter().next()?;
        Some(Content::End(ProposedEnd { kinds, source, target, on: self.when.end() }))
    }

    /// The two parties, of whom only those may be meant whom this kind of relationship joins. A good
    /// with a country behind it may mean the implementation there.
    fn ends(&self, kind: RelationshipKind, source: usize, target: usize) -> Option<(Party, Party)> {
        let sources = self.clause[source].entries();
        let targets = self.clause[target].entries();
        let fits = |a: usize, b: usize| self.fits(kind, a, b);
        let filtered = |targets: &[usize]| {
            let source: Vec<usize> =
                sources.iter().copied().filter(|a| targets.iter().any(|b| fits(*a, *b))).collect();
            let target: Vec<usize> =
                targets.iter().copied().filter(|b| sources.iter().any(|a| fits(*a, *b))).collect();
            (!source.is_empty() && !target.is_empty()).then_some((source, target))
        };
        let (sources, targets) = filtered(targets).or_else(|| {
            let there = self.implementation_of(target)?;
            filtered(&[there])
        })?;
        Some((self.party(source, &sources), self.party(target, &targets)))
    }

    fn fits(&self, kind: RelationshipKind, source: usize, target: usize) -> bool {
        let lexicon = self.reading.lexicon;
        let (a, b) = (lexicon.known(source), lexicon.known(target));
        source != target && kind.joins(a.kind, b.kind)
    }

    /// The known implementation of a good in the country that is named behind it.
    fn implementation_of(&self, good: usize) -> Option<usize> {
        let country = self.reading.lexicon.known(self.place()?).country?;
        let goods = self.clause[good].entries().iter();
        goods
            .filter_map(|good| self.reading.lexicon.end(*good))
            .find_map(|good| self.reading.lexicon.implementation(good.id, country))
    }

    /// The country that is named behind the objects, or as the only object.
    fn place(&self) -> Option<usize> {
        let is_country = |place: &usize| {
            self.reading.lexicon.known(*place).country.is_some()
                && self.reading.lexicon.known(*place).kind == StakeholderKind::Place
        };
        let token = self.objects.place.or(self.objects.names.first().copied())?;
        self.clause[token].entries().iter().copied().find(is_country)
    }

    fn implementation(
        &self,
        stage: Option<ImplementationStage>,
        source: usize,
        target: usize,
    ) -> Option<Content> {
        let lexicon = self.reading.lexicon;
        let good_of = |token: usize| {
            let entries = self.clause[token].entries().iter().copied();
            entries
                .filter(|place| lexicon.known(*place).kind == StakeholderKind::GlobalGood)
                .collect::<Vec<_>>()
        };
        let place = self.place()?;
        let place_token = match self.objects.place {
            Some(token) => token,
            None => target,
        };
        let (token, goods, by) = match (good_of(source), good_of(target)) {
            (goods, _) if !goods.is_empty() => (source, goods, None),
            (_, goods) if !goods.is_empty() && place_token != target => {
                (target, goods, Some(source))
            }
            _ => return None,
        };
        let by = match by {
            Some(by) => Some(self.actor(by)?),
            None => None,
        };
        let known = self.implementation_of(token).and_then(|known| lexicon.end(known));
        Some(Content::Implementation(ProposedImplementation {
            good: self.party(token, &goods),
            place: self.party(place_token, &[place]),
            by,
            stage,
            since: self.when.start(),
            known,
        }))
    }

    /// Who can put a good to use: an organization.
    fn actor(&self, token: usize) -> Option<Party> {
        let lexicon = self.reading.lexicon;
        let is_able = |place: &usize| lexicon.known(*place).kind == StakeholderKind::Organization;
        let entries: Vec<usize> =
            self.clause[token].entries().iter().copied().filter(is_able).collect();
        (!entries.is_empty()).then(|| self.party(token, &entries))
    }

    fn party(&self, token: usize, entries: &[usize]) -> Party {
        self.reading.party(&self.clause[token], entries)
    }
}

/// Who money or support can go through.
fn stands_between(end: End, kind: RelationshipKind) -> bool {
    kind.has(RelationshipField::Via)
        && matches!(end.kind, StakeholderKind::Organization | StakeholderKind::Programme)
}
