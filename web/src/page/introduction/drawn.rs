//! All ways as one picture.

use super::{RelationshipState, Way};
use crate::chart::flow::{Flow, Line, Party, Standing};
use crate::text::IntroductionText;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Everybody on the ways, from those who ask on the left to those wanted on the right.
#[component]
pub fn Drawn(
    /// The ways.
    ways: Vec<Way>,
) -> impl IntoView {
    let text = IntroductionText::here();
    let mut parties: Vec<Party> = Vec::new();
    let mut lines: BTreeMap<(String, String), Line> = BTreeMap::new();
    for hop in ways.iter().flat_map(|way| &way.hops) {
        for (id, name) in [(&hop.from.id, &hop.from.name), (&hop.to.id, &hop.to.name)] {
            if !parties.iter().any(|known| known.id == *id) {
                parties.push(Party { id: id.clone(), name: name.clone(), leaves: false });
            }
        }
        let standing = match hop.relationship.state {
            RelationshipState::Proposed => Standing::AtRisk,
            _ => Standing::Stays,
        };
        let (from, to) = (hop.from.id.clone(), hop.to.id.clone());
        let title = format!("{} → {}", hop.from.name, hop.to.name);
        let line = Line { from: from.clone(), to: to.clone(), standing, weight: None, title };
        lines.insert((from, to), line);
    }
    let keys = [text.key_confirmed(), text.key_proposed()];
    view! {
        <section class="section" aria-labelledby="picture">
            <h2 id="picture">{text.picture()}</h2>
            <Flow label=text.picture_label() parties lines=lines.into_values().collect()/>
            <ul class="flow-key small muted">
                {keys.map(|key| view! { <li>{key}</li> }).collect_view()}
            </ul>
        </section>
    }
}
