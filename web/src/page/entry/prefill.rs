//! Filling a field with a stakeholder that the address names.

use super::FormState;
use crate::client::{self, operations};
use crate::form::{Field, Link};
use crate::state::locale;
use leptos::task::spawn_local;

operations!("graphql/entry.graphql": EntryStakeholder);

/// Looks the stakeholder up and puts it into the field; an unknown id leaves it empty.
pub fn prefill(state: FormState, field: Field, id: Option<String>) {
    let (Some(id), locale) = (id, locale()) else {
        return;
    };
    spawn_local(async move {
        let variables = entry_stakeholder::Variables { id, locale };
        let answer = client::send::<EntryStakeholder>(variables).await;
        if let Some(found) = answer.ok().and_then(|data| data.stakeholder) {
            let link = Link { id: found.id, name: found.name, kind: Some(found.kind) };
            state.preset(field, Some(link));
        }
    });
}
