//! The support directory: who can give which service for a good, verified first, and apart what
//! nobody has verified. What is looked for stands in the address.

mod filter;
mod row;

use crate::client::operations;
use crate::page::query::CopyQuery;
use crate::state::query::{UrlQuery, address};
use crate::state::{load, locale, session, tongue, url_query};
use crate::text::SupportText;
use crate::ui::{Empty, Glyph, LinkButton, Loaded, Look, PageTitle};
use domain::policy::Action;
use domain::vocabulary::Word;
use filter::Filters;
use leptos::prelude::*;
use row::Rows;
use support_rows::SupportRowsSupportDirectory;

operations!("graphql/support.graphql": SupportRows);

/// The keys of the address that say what is looked for.
const KEYS: [&str; 6] = ["good", "country", "language", "service", "level", "provider"];

/// How many rows of each list stand on the page.
const ROWS: i64 = 50;

/// The page of the address `/support`.
#[component]
pub fn SupportPage() -> impl IntoView {
    let text = SupportText::here();
    let (query, locale) = (url_query(), locale());
    let load = load::<SupportRows>(move || Some(variables(query, locale)));
    view! {
        <PageTitle title=text.title()>
            <Record query/>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <Filters query/>
        <Loaded load let:data>
            {data.support_directory.provider.as_ref().map(|one| only(&one.id, &one.name))}
            <Answer directory=data.support_directory query/>
        </Loaded>
    }
}

/// The way to the form, with what is looked for filled in; for those who may record.
#[component]
fn Record(query: UrlQuery) -> impl IntoView {
    let (text, session) = (SupportText::here(), session());
    move || {
        session.can_somewhere(Action::RecordCapability).then(|| {
            view! {
                <LinkButton href=form_address(query, None) look=Look::Primary glyph=Glyph::Add>
                    {text.record()}
                </LinkButton>
            }
        })
    }
}

/// The address of the form; of somebody, when it is known of whom.
fn form_address(query: UrlQuery, provider: Option<&str>) -> String {
    let given = KEYS.map(|key| (key, query.get(key)));
    let known = given.iter().map(|(key, value)| (*key, value.as_deref()));
    let pairs: Vec<_> = known
        .map(|(key, value)| match (key, provider) {
            ("provider", Some(_)) => (key, provider),
            _ => (key, value),
        })
        .collect();
    address("/capability/new", &pairs)
}

/// The answer in words, then who is verified, then who is not.
#[component]
fn Answer(directory: SupportRowsSupportDirectory, query: UrlQuery) -> impl IntoView {
    let (text, tongue) = (SupportText::here(), tongue());
    let SupportRowsSupportDirectory { verified, unverified, not_recorded, .. } = directory;
    if verified.total_count + unverified.total_count == 0 {
        return view! { <Nobody query/> }.into_any();
    }
    let lead = match verified.total_count {
        0 => text.nobody_verified().to_owned(),
        number => format!("{}.", text.verified_count(number)),
    };
    let others = (unverified.total_count > 0)
        .then(|| format!(" {}.", text.unverified_count(unverified.total_count)));
    let missing: Vec<_> = not_recorded.iter().map(|word| word.label(tongue)).collect();
    let missing = (!missing.is_empty()).then(|| format!(" {}", text.missing(&missing.join(", "))));
    let first = (!verified.nodes.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="verified">
                <h2 id="verified">{text.verified()}</h2>
                <Rows rows=verified.nodes query caption=text.verified()/>
                {rest(verified.total_count)}
            </section>
        }
    });
    let second = (!unverified.nodes.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="unverified">
                <h2 id="unverified">{text.unverified()}</h2>
                <p class="muted">{text.unverified_lead()}</p>
                <Rows rows=unverified.nodes query caption=text.unverified()/>
                {rest(unverified.total_count)}
            </section>
        }
    });
    view! {
        <p class="page-lead" role="status">{lead}{others}{missing}</p>
        {first}
        {second}
    }
    .into_any()
}

/// Whose offers alone stand here.
fn only(id: &str, name: &str) -> impl IntoView + use<> {
    let text = SupportText::here();
    view! {
        <p>
            {text.of_one()} " " <a href=format!("/stakeholder/{id}")>{name.to_owned()}</a>
        </p>
    }
}

/// Says so where a list is longer than what stands on the page.
fn rest(total: i64) -> Option<impl IntoView + use<>> {
    let text = SupportText::here();
    (total > ROWS).then(|| view! { <p class="notice">{text.first_of(ROWS, total)}</p> })
}

/// Nothing is recorded that fits.
#[component]
fn Nobody(query: UrlQuery) -> impl IntoView {
    let text = SupportText::here();
    view! {
        <Empty title=text.nobody()>
            <p>{text.nobody_next()}</p>
            <LinkButton href=untrack(|| form_address(query, None)) look=Look::Primary>{text.record()}</LinkButton>
        </Empty>
    }
}

fn variables(query: UrlQuery, locale: Locale) -> support_rows::Variables {
    support_rows::Variables {
        good: query.get("good"),
        country: query.get("country"),
        language: query.get("language"),
        service: query.word("service"),
        level: query.get("level").and_then(|level| level.parse().ok()),
        provider: query.get("provider"),
        first: ROWS,
        locale,
    }
}
