//! The members of a community: who they are, and for its admins inviting, changing roles, removing.

mod invite;
mod line;
mod outcome;

use crate::client::operations;
use crate::page::entry::Gate;
use crate::state::query::Visit;
use crate::state::session::Membership;
use crate::state::{load, place, session, url_query};
use crate::text::MembersText;
use crate::ui::{Loaded, PageTitle, Select};
use domain::policy::Action;
use invite::Invite;
use leptos::prelude::*;
use line::Line;
use outcome::{Invited, Outcome};

operations!("graphql/members.graphql": MemberList);

type Member = member_list::MemberListCommunitiesMembers;

/// The page of the address `/members`.
#[component]
pub fn MembersPage() -> impl IntoView {
    let (text, session) = (MembersText::here(), session());
    let allowed = Signal::derive(move || session.can_somewhere(Action::ReadMembers));
    view! {
        <PageTitle title=text.title()/>
        <Gate allowed sign_in_first=text.sign_in_first()><Communities/></Gate>
    }
}

/// The community of the address, or the first of one's own, and the choice among them.
#[component]
fn Communities() -> impl IntoView {
    let (text, session, query) = (MembersText::here(), session(), url_query());
    let own = Signal::derive(move || session.communities_for(Action::ReadMembers));
    let community = Memo::new(move |_| {
        let first = own.get().into_iter().next().map(|one| one.community);
        query.get("community").or(first).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let pair = |one: Membership| (one.community, one.name);
        own.get().into_iter().map(pair).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |id: String| {
        query.change(Visit::Step, &[("community", Some(id))]);
    });
    let several = move || {
        (own.get().len() > 1).then(|| {
            view! {
                <div class="filters">
                    <Select label=text.community() options value=community on_change=choose/>
                </div>
            }
        })
    };
    view! {
        {several}
        {move || view! { <Members community=community.get()/> }}
    }
}

#[component]
fn Members(community: String) -> impl IntoView {
    let (text, session) = (MembersText::here(), session());
    let load = load::<MemberList>(|| Some(member_list::Variables));
    let outcome = RwSignal::new(None::<Outcome>);
    let changed = Callback::new(move |()| load.reload());
    let on_invited = Callback::new(move |one: Outcome| {
        outcome.try_set(Some(one));
        load.reload();
    });
    let at = place(Some(&community), Visibility::Community);
    let manages = Signal::derive(move || session.can(Action::ManageMembers, at));
    let (home, id) = (community.clone(), StoredValue::new(community));
    let inviting =
        move || manages.get().then(|| view! { <Invite community=id.get_value() on_invited/> });
    let invited = move || outcome.get().map(|one| view! { <Invited one outcome/> });
    view! {
        {invited}
        <Loaded load let:data>
            {
                let here = data.communities.into_iter().find(|one| one.id == home);
                match here.and_then(|one| one.members) {
                    None => view! { <p class="muted">{text.not_shown()}</p> }.into_any(),
                    Some(members) => {
                        view! { <Table members manages changed on_invited/> }.into_any()
                    }
                }
            }
        </Loaded>
        {inviting}
    }
}

#[component]
fn Table(
    members: Vec<Member>,
    manages: Signal<bool>,
    changed: Callback<()>,
    on_invited: Callback<Outcome>,
) -> impl IntoView {
    let text = MembersText::here();
    let is_admin = |one: &&Member| one.role == Role::Admin && one.status != MemberStatus::Disabled;
    let admins = members.iter().filter(is_admin).count();
    let head = move || {
        let all = [text.name(), text.role(), text.status()];
        let more = [text.login(), text.seen(), text.tools()];
        let more = more.into_iter().filter(|_| manages.get());
        let head = all.into_iter().chain(more);
        head.map(|title| view! { <th scope="col">{title}</th> }).collect_view()
    };
    let lines = move || {
        let manages = manages.get();
        let line = |member: Member| {
            let is_last = admins == 1 && is_admin(&&member);
            view! { <Line member manages is_last changed on_invited/> }
        };
        members.clone().into_iter().map(line).collect_view()
    };
    view! {
        <div class="table-wrap">
            <table class="table table-cards">
                <thead><tr>{head}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}
