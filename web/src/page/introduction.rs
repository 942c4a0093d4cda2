//! Who can introduce us: the best answer as a sentence, the ways with the reasons of each step, a
//! picture and a table. Who asks and whom they want stand in the address.

mod chooser;
mod drawn;
mod ways;

use crate::client::operations;
use crate::page::query::CopyQuery;
use crate::state::query::UrlQuery;
use crate::state::{Session, load, locale, session, url_query};
use crate::text::IntroductionText;
use crate::ui::{Empty, LinkButton, Loaded, PageTitle};
use chooser::{Askers, Class, Day, End, Manner};
use drawn::Drawn;
use leptos::prelude::*;
use ways::{Steps, Ways};

operations!(
    "graphql/introduction.graphql": IntroductionAnswer, IntroductionAskers, IntroductionParty
);

pub use introduction_answer::{
    IntroductionAnswerIntroductionPaths as Told, WayParts as Way, WayPartsHops as Hop,
};

/// Where the address keeps who asks, whose own parties ask, whom they want, and of what kind, of what
/// type and in which country anybody would do.
const FROM: &str = "from";
const US: &str = "us";
const TO: &str = "to";
const KIND: &str = "kind";
const TYPE: &str = "type";
const COUNTRY: &str = "country";
/// What the address says of us when we do not ask.
const NOBODY: &str = "none";

/// The page of the address `/introductions?from=&us=&to=&kind=&type=&country=&ranking=&proposed=&asOf=`.
#[component]
pub fn IntroductionPage() -> impl IntoView {
    let (text, query, locale) = (IntroductionText::here(), url_query(), locale());
    let session = session();
    let load = load::<IntroductionAnswer>(move || variables(query, session, locale));
    let is_asked = Memo::new(move |_| variables(query, session, locale).is_some());
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <search class="what-if-choice" aria-label=text.title()>
            <End query key=FROM label=text.from()/>
            <Askers query/>
            <End query key=TO label=text.to()/>
            <Class query/>
            <Manner query/>
            <Day query/>
        </search>
        <Show
            when=move || is_asked.get()
            fallback=move || {
                view! {
                    <Empty title=text.nothing_asked()>
                        <p>{text.nothing_asked_next()}</p>
                    </Empty>
                }
            }
        >
            <Loaded load let:data>
                <Answer told=data.introduction_paths/>
            </Loaded>
        </Show>
    }
}

fn variables(
    query: UrlQuery,
    session: Session,
    locale: Locale,
) -> Option<introduction_answer::Variables> {
    let (from, community) = (query.get(FROM).map(|id| vec![id]), us(query, session));
    let (to, to_any) = (query.get(TO), class(query));
    let asked = (from.is_some() || community.is_some()) && (to.is_some() || to_any.is_some());
    let ranking = query.word("ranking").unwrap_or(IntroductionRanking::Cheapest);
    let proposed = query.get("proposed").is_some();
    asked.then_some(introduction_answer::Variables {
        from,
        community,
        to,
        to_any,
        ranking,
        proposed,
        at: query.get("asOf"),
        locale,
    })
}

/// Of whom anybody would do, followed; none when nothing of it is chosen.
fn class(query: UrlQuery) -> Option<introduction_answer::IntroductionClass> {
    let kinds = query.word::<StakeholderKind>(KIND).map(|word| vec![word]);
    let organization_types = query.word::<OrganizationType>(TYPE).map(|word| vec![word]);
    let country = query.get(COUNTRY);
    (kinds.is_some() || organization_types.is_some() || country.is_some())
        .then_some(introduction_answer::IntroductionClass { organization_types, kinds, country })
}

/// The community whose own parties ask, followed: that of the address, else one's own where nobody else
/// asks.
fn us(query: UrlQuery, session: Session) -> Option<String> {
    match (query.get(US), query.get(FROM)) {
        (Some(code), _) if code == NOBODY => None,
        (Some(id), _) => Some(id),
        (None, Some(_)) => None,
        (None, None) => session.memberships().into_iter().next().map(|own| own.community),
    }
}

/// The sentence, the ways, the picture and the table; without a way, what could be recorded.
#[component]
fn Answer(told: Told) -> impl IntoView {
    let text = IntroductionText::here();
    let lists =
        [("paths", text.confirmed(), told.paths), ("proposed", text.proposed(), told.proposed)];
    let all: Vec<Way> = lists.iter().flat_map(|(_, _, ways)| ways.iter().cloned()).collect();
    let none = all.is_empty().then(|| {
        view! {
            <Empty title=text.none()>
                <p>{text.none_next()}</p>
                <LinkButton href="/relationship/new">{text.add()}</LinkButton>
            </Empty>
        }
    });
    let listed = lists.into_iter().filter(|(_, _, ways)| !ways.is_empty());
    let listed = listed.map(|(id, title, ways)| view! { <Ways id title ways/> }).collect_view();
    let shown = (!all.is_empty()).then(|| {
        view! {
            <Drawn ways=all.clone()/>
            <Steps ways=all/>
        }
    });
    view! {
        <div class="headline">
            <p class="headline-sentence">{told.sentence}</p>
        </div>
        {listed}
        {shown}
        {none}
    }
}
