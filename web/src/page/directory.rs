//! Everybody, with search, filters, sorting and paging; all of it in the address.

mod filter;
mod row;

use crate::client::operations;
use crate::page::export::ExportFiles;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale, session, url_query};
use crate::text::{DirectoryText, ExportText};
use crate::ui::{
    Empty, Glyph, LinkButton, Loaded, Look, Menu, PageTitle, Pager, Sort, SortHead, Way,
};
use directory_rows::{DirectoryRowsStakeholders, OrderDirection, StakeholderOrderField};
use domain::policy::Action;
use domain::vocabulary::Word;
use filter::Filters;
use leptos::prelude::*;
use row::Row;

operations!("graphql/directory.graphql": DirectoryRows);

/// How many rows a page has.
const ROWS: i64 = 50;

/// The keys of the address that filter.
const FILTERS: [&str; 8] =
    ["q", "kind", "type", "country", "language", "stage", "unresolved", "archived"];

/// The directory.
#[component]
pub fn DirectoryPage() -> impl IntoView {
    let text = DirectoryText::here();
    let (query, locale) = (url_query(), locale());
    let load = load::<DirectoryRows>(move || Some(variables(query, locale)));
    let session = session();
    let add = move || {
        session.can_somewhere(Action::CreateStakeholder).then(|| {
            view! {
                <LinkButton href="/stakeholder/new" look=Look::Primary glyph=Glyph::Add>
                    {text.add()}
                </LinkButton>
            }
        })
    };
    let found = move || {
        let total = load.with(|data| data.stakeholders.total_count);
        total.map(|total| text.found(total))
    };
    view! {
        <PageTitle title=text.title()>
            {add}
            <CopyQuery request=load.request()/>
            <Menu label=ExportText::here().export() glyph=Glyph::Download>
                <ExportFiles/>
            </Menu>
        </PageTitle>
        <Filters query keys=&FILTERS/>
        <p class="muted found" role="status">{found}</p>
        <Loaded load let:data>
            <Rows page=data.stakeholders query/>
        </Loaded>
    }
}

/// One page of rows; a table that turns into cards on a narrow screen. The roles keep it a table
/// for readers aloud even then.
#[component]
fn Rows(page: DirectoryRowsStakeholders, query: UrlQuery) -> impl IntoView {
    let text = DirectoryText::here();
    if page.nodes.is_empty() {
        return view! { <Nobody query/> }.into_any();
    }
    let next = page.page_info.end_cursor.filter(|_| page.page_info.has_next_page);
    let rows = page.nodes.into_iter().map(|stakeholder| view! { <Row stakeholder/> });
    let sort = Signal::derive(move || sort(query));
    let on_sort = Callback::new(move |sort: Sort| {
        query.change(Visit::Step, &[("sort", Some(sort.to_string())), ("after", None)]);
    });
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.rows()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <SortHead label=text.name() column="NAME" sort on_sort/>
                        <SortHead label=text.kind() column="KIND" sort on_sort/>
                        <SortHead label=text.country() column="COUNTRY" sort on_sort/>
                        <th scope="col" role="columnheader">{text.languages()}</th>
                        <SortHead
                            label=text.relationships()
                            column="RELATIONSHIPS"
                            numeric=true
                            first=Way::Down
                            sort
                            on_sort
                        />
                        <SortHead label=text.updated() column="UPDATED_AT" first=Way::Down sort on_sort/>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
        <Pager next/>
    }
    .into_any()
}

/// Nobody is there: because of the filters, or because nobody is recorded.
#[component]
fn Nobody(query: UrlQuery) -> impl IntoView {
    let text = DirectoryText::here();
    let session = session();
    if untrack(|| FILTERS.iter().any(|key| query.get(key).is_some())) {
        return view! {
            <Empty title=text.none()>
                <p>{text.none_next()}</p>
                <LinkButton href="/directory">{text.clear()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let may_import = move || {
        session
            .can_somewhere(Action::Import)
            .then(|| view! { <LinkButton href="/import">{text.import()}</LinkButton> })
    };
    view! {
        <Empty title=text.empty()>
            <p>{text.empty_next()}</p>
            {may_import}
        </Empty>
    }
    .into_any()
}

fn sort(query: UrlQuery) -> Sort {
    Sort::parse(query.get("sort").as_deref().unwrap_or("NAME"))
}

fn variables(query: UrlQuery, locale: Locale) -> directory_rows::Variables {
    let sort = sort(query);
    let flag = |key| query.get(key).filter(|value| value == "true").map(|_| true);
    directory_rows::Variables {
        kinds: given(query.words("kind")),
        organization_types: given(query.words("type")),
        country: query.get("country"),
        language: query.get("language"),
        stages: given(query.words("stage")),
        text: query.get("q"),
        unresolved: flag("unresolved"),
        archived: flag("archived"),
        field: order_field(&sort.column),
        direction: match sort.way {
            Way::Up => OrderDirection::Asc,
            Way::Down => OrderDirection::Desc,
        },
        locale,
        first: ROWS,
        after: Trail::parse(query.get("after").as_deref()).after(),
    }
}

fn given<W: Word>(words: Vec<W>) -> Option<Vec<W>> {
    (!words.is_empty()).then_some(words)
}

/// The order that a column's code stands for; an unknown one sorts by name.
fn order_field(column: &str) -> StakeholderOrderField {
    match column {
        "KIND" => StakeholderOrderField::Kind,
        "COUNTRY" => StakeholderOrderField::Country,
        "UPDATED_AT" => StakeholderOrderField::UpdatedAt,
        "RELATIONSHIPS" => StakeholderOrderField::Relationships,
        _ => StakeholderOrderField::Name,
    }
}
