//! The lists of a comparison: what differs is told by sign and word, and leads to its evidence.

use super::days_compared::{DaysComparedGraphDiffEngagementsNodes as EngagementRow, DiffRow};
use crate::page::mark::StateMark;
use crate::state::tongue;
use crate::text::{DiffText, format};
use domain::dating::DatingBasis;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// In the later picture only.
    Added,
    /// In the earlier picture only.
    Ended,
    /// In both, not alike.
    Changed,
    /// In both for want of a date.
    Undated,
}

impl Sign {
    fn told(self, text: DiffText) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Added => (text.added(), "+", text.sign_added()),
            Self::Ended => (text.ended(), "−", text.sign_ended()),
            Self::Changed => (text.changed(), "±", text.sign_changed()),
            Self::Undated => (text.undated(), "?", text.sign_undated()),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Added => "diff-in",
            Self::Ended => "diff-out",
            Self::Changed | Self::Undated => "diff-same",
        }
    }
}

/// The relationships of one list; nothing when it is empty.
#[component]
pub fn Rows(
    /// What it is a list of.
    sign: Sign,
    /// How many there are.
    total: i64,
    /// The first of them.
    rows: Vec<DiffRow>,
) -> impl IntoView {
    let text = DiffText::here();
    let (title, mark, word) = sign.told(text);
    let id = format!("diff-{word}");
    let cut = i64::try_from(rows.len()).is_ok_and(|shown| shown < total);
    let row = move |row: DiffRow| view! { <Row sign row/> };
    (total > 0).then(|| {
        view! {
            <section class="section" aria-labelledby=id.clone()>
                <h2 id=id.clone()>{mark}" "{title}" ("{total}")"</h2>
                <div class="table-wrap">
                    <table class="table table-cards" role="table">
                        <caption class="hidden">{title}</caption>
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{text.sign()}</th>
                                <th scope="col" role="columnheader">{text.relationship()}</th>
                                <th scope="col" role="columnheader">{text.when()}</th>
                                <th scope="col" role="columnheader">{text.evidence()}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{rows.into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
                {cut.then(|| view! { <p class="muted small">{text.read_on()}</p> })}
            </section>
        }
    })
}

#[component]
fn Row(sign: Sign, row: DiffRow) -> impl IntoView {
    let (text, tongue) = (DiffText::here(), tongue());
    let (_, mark, word) = sign.told(text);
    let said = format!("{} {} {}", row.source.name, row.kind.label(tongue), row.target.name);
    let basis = row.dating.basis.label(tongue);
    let since = match (row.dating.basis, row.dating.since.as_deref()) {
        (DatingBasis::Undated, _) | (_, None) => basis.to_owned(),
        (_, Some(since)) => format!("{basis} {}", format::since(since, tongue)),
    };
    let until = row.valid_to.as_deref().and_then(|to| format::span(None, Some(to), tongue));
    let until = until.map(|until| format!(", {until}"));
    let cited = row.evidence.into_iter().map(|one| (one.source.title, one.locator)).collect();
    view! {
        <tr role="row">
            <td role="cell" data-label=text.sign() class="nowrap">
                <span class=sign.class()><span aria-hidden="true">{mark}" "</span>{word}</span>
            </td>
            <th scope="row" role="rowheader" data-label=text.relationship()>
                <span>
                    <a href=format!("/relationship/{}", row.id)>{said}</a>
                    " "
                    <StateMark state=row.state/>
                </span>
            </th>
            <td role="cell" data-label=text.when()>{since}{until}</td>
            <td role="cell" data-label=text.evidence()><Cited cited/></td>
        </tr>
    }
}

/// The engagements that began; nothing when there are none.
#[component]
pub fn EngagementRows(
    /// How many there are.
    total: i64,
    /// The first of them.
    rows: Vec<EngagementRow>,
) -> impl IntoView {
    let (text, tongue) = (DiffText::here(), tongue());
    let cut = i64::try_from(rows.len()).is_ok_and(|shown| shown < total);
    let row = move |row: EngagementRow| {
        let said = format!("{}: {}", row.party.name, row.objective.label(tongue));
        let cited = row.evidence.into_iter().map(|one| (one.source.title, one.locator)).collect();
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" data-label=text.partner()>
                    <a href=format!("/engagement/{}", row.id)>{said}</a>
                </th>
                <td role="cell" data-label=text.evidence()><Cited cited/></td>
            </tr>
        }
    };
    (total > 0).then(|| {
        view! {
            <section class="section" aria-labelledby="diff-engagements">
                <h2 id="diff-engagements">"+ "{text.engagements()}" ("{total}")"</h2>
                <div class="table-wrap">
                    <table class="table table-cards" role="table">
                        <caption class="hidden">{text.engagements()}</caption>
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{text.partner()}</th>
                                <th scope="col" role="columnheader">{text.evidence()}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{rows.into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
                {cut.then(|| view! { <p class="muted small">{text.read_on()}</p> })}
            </section>
        }
    })
}

/// The places that something rests on.
#[component]
pub fn Cited(
    /// Titles of sources, and where in them.
    cited: Vec<(String, Option<String>)>,
) -> impl IntoView {
    let item = |(title, locator): (String, Option<String>)| {
        let locator = locator.map(|locator| format!(", {locator}"));
        view! { <li>{title}{locator}</li> }
    };
    view! { <ul class="plain small">{cited.into_iter().map(item).collect_view()}</ul> }
}
