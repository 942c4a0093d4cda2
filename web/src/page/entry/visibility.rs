//! Who keeps a new record, and who may see it.

use super::{Entry, FormState, Need, Options};
use crate::form::Field;
use crate::state::{place, session, tongue};
use crate::text::format::capital;
use domain::policy::Action;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The communities for which the person may do this; none of them is the shared registry.
#[component]
pub fn KeeperEntry(
    /// The form.
    state: FormState,
    /// What recording it takes.
    action: Action,
) -> impl IntoView {
    let session = session();
    let keepers: Options = Signal::derive(move || {
        let communities = session.communities_for(action).into_iter();
        communities.map(|one| (one.community, one.name)).collect()
    });
    // What no community keeps is everybody's to see.
    Effect::new(move |_| {
        let shared = state.with(|form| form.is_blank(&[Field::Community]));
        let public = Visibility::Public.code();
        if shared && state.with_untracked(|form| form.text(Field::Visibility) != public) {
            state.set(Field::Visibility, public);
        }
    });
    view! { <Entry state field=Field::Community options=keepers/> }
}

/// Who may see the record: what the person could still see and do this to afterwards, and for the
/// shared registry everybody.
#[component]
pub fn VisibilityEntry(
    /// The form.
    state: FormState,
    /// What recording it takes.
    action: Action,
) -> impl IntoView {
    let (session, tongue) = (session(), tongue());
    let community = Memo::new(move |_| state.with(|form| form.text(Field::Community).to_owned()));
    let options: Options = Signal::derive(move || {
        let community = community.get();
        let open = |visibility: &Visibility| match community.as_str() {
            "" => *visibility == Visibility::Public,
            community => session.can(action, place(Some(community), *visibility)),
        };
        let word = |word: &Visibility| (word.code().to_owned(), capital(word.label(tongue)));
        Visibility::ALL.iter().filter(|visibility| open(visibility)).map(word).collect()
    });
    view! { <Entry state field=Field::Visibility need=Need::Required options=options/> }
}
