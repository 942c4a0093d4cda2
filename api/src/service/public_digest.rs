//! What happened of late around a community that everybody may know, ready for a newsletter. It is made of
//! the log as somebody reads it who belongs nowhere, whoever asks.

use super::change::{Entry, Filter, Order, list};
use crate::error::{Error, Result};
use crate::markdown::push_escaped;
use crate::op::Op;
use crate::snapshot::View;
use chrono::{Days, NaiveDate, NaiveTime};
use domain::identifier::{CommunityId, Noun, RelationshipId, StakeholderId};
use domain::news::NewsKind;
use domain::policy::Viewer;
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::RelationshipState;
use domain::stakeholder::StakeholderKind;
use domain::text::Locale;
use domain::vocabulary::{Tongue, Word};
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use entity::{community, relationship};
use std::collections::HashSet;
use std::sync::Arc;
use uuid::Uuid;

/// No newsletter tells more.
pub const MOST: usize = 60;
/// How many changes are looked through; what is older waits for another question.
const CHANGES: usize = 1_000;
/// How far back it goes when nobody says.
const USUAL: u64 = 30;
/// How far back it may go.
const FARTHEST: i64 = 366;
/// The records that it tells of.
const NOUNS: [&str; 2] = [Stakeholder::NOUN, relationship::Model::NOUN];

/// What happened of late around a community.
#[derive(Clone, Debug)]
pub struct PublicDigest {
    /// Around which one.
    pub community: Arc<community::Model>,
    /// From which day on.
    pub since: NaiveDate,
    /// To which day.
    pub until: NaiveDate,
    /// What, the last first.
    pub items: Vec<Item>,
}

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Item {
    /// What happened.
    pub kind: NewsKind,
    /// When it was recorded.
    pub day: NaiveDate,
    /// To which sort of record.
    pub noun: Noun,
    /// To which record.
    pub id: Uuid,
    /// What it says.
    pub sentence: String,
}

/// What happened since a day, or in the last month, told in one language.
pub async fn public_digest(
    op: &Op,
    community: CommunityId,
    since: Option<NaiveDate>,
    locale: Locale,
) -> Result<PublicDigest> {
    let nobody = op.app().op(Viewer::Anonymous);
    let (view, today) = (nobody.view(), op.today());
    let community = view.community(community).ok_or(Error::NotFound)?.clone();
    let usual = today.checked_sub_days(Days::new(USUAL)).unwrap_or(today);
    let since = since.unwrap_or(usual);
    if since > today || (today - since).num_days() > FARTHEST {
        return Err(Refusal::new(RefusalCode::DateOutOfRange, "since").into());
    }
    let from = since.and_time(NaiveTime::MIN).and_utc();
    let filter = Filter { since: Some(from), nouns: &NOUNS, ..Filter::default() };
    let (changes, _) = list(&nobody, &filter, Order::NewestFirst, CHANGES, None).await?;
    let mut told = HashSet::new();
    let found = changes.iter().filter_map(|entry| item(&view, &community, entry, locale));
    let items = found.filter(|item| told.insert((item.kind, item.id))).take(MOST).collect();
    Ok(PublicDigest { community, since, until: today, items })
}

/// What a change tells, if it is still so: of real things alone, and of nobody in person.
fn item(view: &View, community: &community::Model, entry: &Entry, locale: Locale) -> Option<Item> {
    let (id, day) = (entry.change.subject_id, entry.change.at.date_naive());
    if entry.change.noun == Stakeholder::NOUN {
        let row = view.stakeholder(StakeholderId(id))?;
        let is_new = entry.value.before.is_none() && row.archived_at.is_none();
        let is_ours = row.community_id == Some(community.id);
        let is_real = !row.practice && row.kind != StakeholderKind::Person;
        let kind = row.kind.label(locale.tongue());
        let sentence = format!("{} ({kind})", row.name(locale));
        let noun = row.kind.noun();
        return (is_new && is_ours && is_real).then_some(Item {
            kind: NewsKind::Arrived,
            day,
            noun,
            id,
            sentence,
        });
    }
    let row = view.relationship(RelationshipId(id))?;
    let ends = [row.source_id, row.target_id];
    let is_ours = row.community_id == Some(community.id)
        || community.global_good_id.is_some_and(|good| ends.contains(&good));
    let kind = match row.state {
        RelationshipState::Confirmed => NewsKind::Confirmed,
        RelationshipState::Ended => NewsKind::Ended,
        _ => return None,
    };
    let became = entry.fields().remove("state").and_then(|(_, after)| after);
    let is_news = became.is_some_and(|state| state == row.state.code());
    let [from, to] = ends.map(|id| view.stakeholder(id));
    let (from, to) = from.zip(to)?;
    let is_real =
        !row.practice && ![from, to].iter().any(|end| end.kind == StakeholderKind::Person);
    let joins = row.kind.label(locale.tongue());
    let sentence = format!("{} {joins} {}", from.name(locale), to.name(locale));
    let noun = Noun::Relationship;
    (is_ours && is_news && is_real).then_some(Item { kind, day, noun, id, sentence })
}

impl PublicDigest {
    /// The whole as HTML to be put into a newsletter: headings, lists and paragraphs, and nothing that runs,
    /// is fetched or leads anywhere.
    pub fn html(&self, locale: Locale) -> String {
        let (tongue, name) = (locale.tongue(), &self.community.name);
        let mut html = String::from("<section>\n");
        let (since, until) = (self.since, self.until);
        let (title, span) = match tongue {
            Tongue::En => (
                format!("What is new around {name}"),
                format!("From {since} to {until}, from what is recorded for everybody to see."),
            ),
            Tongue::Fr => (
                format!("Du nouveau autour de {name}"),
                format!("Du {since} au {until}, d’après ce que chacun peut voir."),
            ),
        };
        push(&mut html, "h2", &title);
        push(&mut html, "p", &span);
        if self.items.is_empty() {
            push(&mut html, "p", nothing(tongue));
        }
        for kind in NewsKind::ALL {
            let mut of = self.items.iter().filter(|item| item.kind == *kind).peekable();
            if of.peek().is_none() {
                continue;
            }
            push(&mut html, "h3", kind.label(tongue));
            html.push_str("<ul>\n");
            of.for_each(|item| push(&mut html, "li", &item.sentence));
            html.push_str("</ul>\n");
        }
        push(&mut html, "p", call(tongue));
        html.push_str("</section>\n");
        html
    }
}

fn nothing(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::En => "Nothing new was recorded.",
        Tongue::Fr => "Rien de nouveau n’a été saisi.",
    }
}

/// What a newsletter asks its readers.
fn call(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::En => {
            "Call for topics: what should the next issue tell, and what is missing or wrong here? \
             Reply to this message."
        }
        Tongue::Fr => {
            "Appel à sujets\u{a0}: de quoi parler la prochaine fois, et que manque-t-il ou qu’est-ce \
             qui est faux ici\u{a0}? Répondez à ce message."
        }
    }
}

fn push(html: &mut String, element: &str, text: &str) {
    html.extend(["<", element, ">"]);
    push_escaped(html, text);
    html.extend(["</", element, ">\n"]);
}
