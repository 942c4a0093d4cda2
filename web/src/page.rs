//! The pages, and at which address each stands.
//!
//! The browser loads them in parts, so that a first visit is light: *reading* (what a visitor looks
//! at), *mapping* (the map and the list of relationships), *auditing* (what changed, and imports),
//! *editing* (forms), *working* (board, engagements), *answering* (what the graph answers) and
//! *account* (one's own account, members, and what links in letters lead to). A page of another part
//! is fetched by loading its address anew.

#[cfg(feature = "account")]
pub mod account;
pub mod address;
#[cfg(feature = "working")]
pub mod board;
#[cfg(feature = "auditing")]
pub mod changes;
#[cfg(feature = "account")]
pub mod copyable;
#[cfg(feature = "reading")]
pub mod directory;
#[cfg(not(feature = "whole"))]
pub mod elsewhere;
#[cfg(feature = "working")]
pub mod engagement;
#[cfg(feature = "editing")]
pub mod engagement_form;
pub mod entry;
pub mod evidence;
pub mod export;
#[cfg(feature = "answering")]
pub mod feedback;
#[cfg(feature = "account")]
pub mod forgot;
#[cfg(any(feature = "reading", feature = "account"))]
pub mod handed;
#[cfg(feature = "auditing")]
pub mod history;
#[cfg(feature = "reading")]
pub mod home;
#[cfg(feature = "auditing")]
pub mod import;
#[cfg(feature = "account")]
pub mod invitation;
#[cfg(feature = "mapping")]
pub mod map;
pub mod mark;
#[cfg(feature = "account")]
pub mod members;
pub mod missing;
#[cfg(feature = "account")]
pub mod new_password;
pub mod picker;
#[cfg(feature = "reading")]
pub mod profile;
pub mod query;
#[cfg(feature = "answering")]
pub mod questions;
#[cfg(feature = "reading")]
pub mod relationship;
#[cfg(feature = "editing")]
pub mod relationship_form;
#[cfg(feature = "mapping")]
pub mod relationship_list;
#[cfg(feature = "answering")]
pub mod representation;
#[cfg(feature = "account")]
pub mod reset;
#[cfg(feature = "account")]
pub mod sending;
#[cfg(feature = "reading")]
pub mod signin;
pub mod signin_form;
#[cfg(feature = "editing")]
pub mod stakeholder_form;
#[cfg(feature = "account")]
pub mod verify;

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

#[cfg(feature = "account")]
use {
    account::AccountPage, forgot::ForgotPage, invitation::InvitationPage, members::MembersPage,
    reset::ResetPage, verify::VerifyPage,
};
#[cfg(feature = "working")]
use {board::BoardPage, engagement::EngagementPage};
#[cfg(feature = "auditing")]
use {changes::ChangesPage, history::HistoryPage, import::ImportPage};
#[cfg(feature = "reading")]
use {
    directory::DirectoryPage, home::HomePage, profile::ProfilePage, relationship::RelationshipPage,
    signin::SignInPage,
};
#[cfg(feature = "editing")]
use {
    engagement_form::EngagementFormPage, relationship_form::RelationshipFormPage,
    stakeholder_form::StakeholderFormPage,
};
#[cfg(feature = "answering")]
use {feedback::FeedbackPage, questions::QuestionsPage, representation::RepresentationPage};
#[cfg(feature = "mapping")]
use {map::MapPage, relationship_list::RelationshipListPage};

#[cfg(not(feature = "mapping"))]
use elsewhere::{Elsewhere as MapPage, Elsewhere as RelationshipListPage};
#[cfg(not(feature = "working"))]
use elsewhere::{Elsewhere as BoardPage, Elsewhere as EngagementPage};
#[cfg(not(feature = "answering"))]
use elsewhere::{
    Elsewhere as FeedbackPage, Elsewhere as QuestionsPage, Elsewhere as RepresentationPage,
};
#[cfg(not(feature = "auditing"))]
use elsewhere::{Elsewhere as ChangesPage, Elsewhere as HistoryPage, Elsewhere as ImportPage};
#[cfg(not(feature = "editing"))]
use elsewhere::{
    Elsewhere as EngagementFormPage, Elsewhere as RelationshipFormPage,
    Elsewhere as StakeholderFormPage,
};
#[cfg(not(feature = "reading"))]
use elsewhere::{
    Elsewhere as DirectoryPage, Elsewhere as HomePage, Elsewhere as ProfilePage,
    Elsewhere as RelationshipPage, Elsewhere as SignInPage,
};
#[cfg(not(feature = "account"))]
use elsewhere::{
    Elsewhere as AccountPage, Elsewhere as ForgotPage, Elsewhere as InvitationPage,
    Elsewhere as MembersPage, Elsewhere as ResetPage, Elsewhere as VerifyPage,
};

/// The page of the present address. Of two patterns that fit, the first is taken.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=missing::MissingPage>
            <Route path=path!("/") view=HomePage/>
            <Route path=path!("/directory") view=DirectoryPage/>
            <Route path=path!("/stakeholder/new") view=StakeholderFormPage/>
            <Route path=path!("/stakeholder/:id/edit") view=StakeholderFormPage/>
            <Route path=path!("/stakeholder/:id/history") view=HistoryPage/>
            <Route path=path!("/stakeholder/:id") view=ProfilePage/>
            <Route path=path!("/relationships") view=RelationshipListPage/>
            <Route path=path!("/relationship/new") view=RelationshipFormPage/>
            <Route path=path!("/relationship/:id/edit") view=RelationshipFormPage/>
            <Route path=path!("/relationship/:id") view=RelationshipPage/>
            <Route path=path!("/engagement/new") view=EngagementFormPage/>
            <Route path=path!("/engagement/:id") view=EngagementPage/>
            <Route path=path!("/pipeline") view=BoardPage/>
            <Route path=path!("/map") view=MapPage/>
            <Route path=path!("/questions") view=QuestionsPage/>
            <Route path=path!("/feedback") view=FeedbackPage/>
            <Route path=path!("/representation") view=RepresentationPage/>
            <Route path=path!("/import") view=ImportPage/>
            <Route path=path!("/changes") view=ChangesPage/>
            <Route path=path!("/signin") view=SignInPage/>
            <Route path=path!("/forgot") view=ForgotPage/>
            <Route path=path!("/reset") view=ResetPage/>
            <Route path=path!("/invitation") view=InvitationPage/>
            <Route path=path!("/verify") view=VerifyPage/>
            <Route path=path!("/account") view=AccountPage/>
            <Route path=path!("/members") view=MembersPage/>
        </Routes>
    }
}
