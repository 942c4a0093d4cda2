//! The picture before and after: who pays and joins whom, and what of it breaks.

use super::tie::words;
use super::{Loss, Tie};
use crate::chart::flow::{Flow, Line, Party, Standing};
use crate::state::query::{UrlQuery, Visit};
use crate::text::LossText;
use crate::ui::Segmented;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The code of the picture before anybody leaves.
const BEFORE: &str = "before";
const AFTER: &str = "after";

/// The picture with its switch and its key.
#[component]
pub fn Drawn(
    /// What is lost.
    loss: Loss,
    /// The address, which keeps whether it is the picture before or after.
    query: UrlQuery,
) -> impl IntoView {
    let text = LossText::here();
    let value = Signal::derive(move || query.get("picture").unwrap_or_else(|| AFTER.to_owned()));
    let change = Callback::new(move |code: String| {
        let code = Some(code).filter(|code| code != AFTER);
        query.change(Visit::Replace, &[("picture", code)]);
    });
    let choices = [(BEFORE, text.before()), (AFTER, text.after())];
    let choices = choices.map(|(code, word)| (code.to_owned(), word.to_owned()));
    let (parties, lines) = picture(&loss);
    let shown = move || {
        let (mut parties, mut lines) = (parties.clone(), lines.clone());
        if value.get() == BEFORE {
            parties.iter_mut().for_each(|party| party.leaves = false);
            lines.iter_mut().for_each(|line| line.standing = Standing::Stays);
        }
        view! { <Flow label=text.picture_label() parties lines/> }
    };
    let keys = [text.key_stays(), text.key_at_risk(), text.key_ends()];
    view! {
        <section class="section" aria-labelledby="picture">
            <h2 id="picture">{text.picture()}</h2>
            <Segmented label=text.when() choices=choices.into() value on_change=change/>
            {shown}
            <ul class="flow-key small muted">
                {keys.map(|key| view! { <li>{key}</li> }).collect_view()}
            </ul>
        </section>
    }
}

/// Everybody who leaves, is hit, or still pays somebody who is hit, with what joins them.
fn picture(loss: &Loss) -> (Vec<Party>, Vec<Line>) {
    let leaving: BTreeSet<&str> = loss.stakeholders.iter().map(|one| one.id.as_str()).collect();
    let mut parties: Vec<Party> = Vec::new();
    let mut add = |id: &str, name: &str| {
        if !parties.iter().any(|known| known.id == id) {
            let leaves = leaving.contains(id);
            parties.push(Party { id: id.to_owned(), name: name.to_owned(), leaves });
        }
    };
    for one in &loss.stakeholders {
        add(&one.id, &one.name);
    }
    for hit in &loss.hits.nodes {
        add(&hit.stakeholder.id, &hit.stakeholder.name);
    }
    let ends =
        |tie: &Tie| [&tie.source.id, &tie.target.id].iter().any(|id| leaving.contains(id.as_str()));
    let fallen = |tie: &Tie| if ends(tie) { Standing::Ends } else { Standing::AtRisk };
    let mut lines: BTreeMap<(String, String, String), Line> = BTreeMap::new();
    for hit in &loss.hits.nodes {
        let causes = hit.causes.iter().flat_map(|cause| &cause.relationships);
        let fallen = causes.chain(&hit.because).map(|tie| (tie, fallen(tie)));
        let staying = hit.remaining.iter().map(|tie| (tie, Standing::Stays));
        for (tie, standing) in fallen.chain(staying) {
            let stops = [
                Some((&tie.source.id, &tie.source.name)),
                tie.via.as_ref().map(|via| (&via.id, &via.name)),
                Some((&tie.target.id, &tie.target.name)),
            ];
            let stops: Vec<_> = stops.into_iter().flatten().collect();
            stops.iter().for_each(|(id, name)| add(id, name));
            for pair in stops.windows(2) {
                let (from, to) = (pair[0].0.clone(), pair[1].0.clone());
                let key = (tie.id.clone(), from.clone(), to.clone());
                let title = words(tie);
                lines.insert(key, Line { from, to, standing, weight: None, title });
            }
        }
    }
    (parties, lines.into_values().collect())
}
