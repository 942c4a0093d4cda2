//! What the place of somebody in the network of money hangs on, by name.

use super::funding_answer::{
    FundingAnswerWeakPoints as WeakPoints, FundingAnswerWeakPointsLinks as Link,
    FundingAnswerWeakPointsPartners as Partner,
};
use crate::state::tongue;
use crate::text::FundingText;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// How much hangs on single partners and relationships, and which these are; the page of the network
/// tells of all.
#[component]
pub fn Weak(found: WeakPoints) -> impl IntoView {
    let text = FundingText::here();
    let (partners, links) = (found.partner_count, found.link_count);
    let says = match partners + links {
        0 => text.no_weak().to_owned(),
        _ => text.hangs_on(partners, links),
    };
    let shown = found.partners.len() + found.links.len();
    let more = partners + links - i64::try_from(shown).unwrap_or_default();
    let more = (more > 0).then(|| view! { <p>{text.more_weak(more)}</p> });
    let table = (shown > 0).then(|| {
        view! {
            <div class="table-wrap">
                <table class="table table-cards" role="table">
                    <caption class="hidden">{text.weak()}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{text.without()}</th>
                            <th scope="col" role="columnheader">{text.cut_off()}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {found.partners.into_iter().map(partner).collect_view()}
                        {found.links.into_iter().map(link).collect_view()}
                    </tbody>
                </table>
            </div>
        }
    });
    view! {
        <section class="section" aria-labelledby="weak">
            <h2 id="weak">{text.weak()}</h2>
            <p>{says}</p>
            {table}
            {more}
            <p><a href="/network?layer=MONEY#weak">{text.weak_next()}</a></p>
        </section>
    }
}

/// A partner, and who would be cut off without it.
fn partner(row: Partner) -> impl IntoView {
    let names: Vec<_> = row.cut_off.iter().map(|one| one.name.as_str()).collect();
    let off = FundingText::here().names(&names, row.cut_off_count);
    let href = format!("/stakeholder/{}", row.stakeholder.id);
    line(href, row.stakeholder.name, off)
}

/// A relationship, and its two sides: who would be cut off without it, and from whom.
fn link(row: Link) -> impl IntoView {
    let (text, tie) = (FundingText::here(), row.relationship);
    let names: Vec<_> = row.cut_off.iter().map(|one| one.name.as_str()).collect();
    let off = text.off_from(&text.names(&names, row.cut_off_count), &row.staying_end.name);
    let says = format!("{} {} {}", tie.source.name, tie.kind.label(tongue()), tie.target.name);
    line(format!("/relationship/{}", tie.id), says, off)
}

fn line(href: String, name: String, off: String) -> impl IntoView {
    let text = FundingText::here();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.without()><a href=href>{name}</a></th>
            <td role="cell" data-label=text.cut_off()>{off}</td>
        </tr>
    }
}
