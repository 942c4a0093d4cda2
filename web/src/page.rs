//! The pages, and at which address each stands.
//!
//! The browser loads them in parts, so that a first visit is light: *reading* (what a visitor looks
//! at), *mapping*, *importing*, *editing* (forms) and *working* (board, engagements). A page of
//! another part is fetched by loading its address anew.

pub mod address;
#[cfg(feature = "working")]
pub mod board;
#[cfg(feature = "reading")]
pub mod changes;
#[cfg(feature = "reading")]
pub mod directory;
pub mod elsewhere;
#[cfg(feature = "working")]
pub mod engagement;
#[cfg(feature = "editing")]
pub mod engagement_form;
pub mod entry;
pub mod evidence;
#[cfg(feature = "reading")]
pub mod history;
#[cfg(feature = "reading")]
pub mod home;
#[cfg(feature = "importing")]
pub mod import;
#[cfg(feature = "mapping")]
pub mod map;
pub mod mark;
pub mod missing;
pub mod picker;
#[cfg(feature = "reading")]
pub mod profile;
#[cfg(feature = "reading")]
pub mod relationship;
#[cfg(feature = "editing")]
pub mod relationship_form;
#[cfg(feature = "reading")]
pub mod signin;
#[cfg(feature = "editing")]
pub mod stakeholder_form;

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

#[cfg(feature = "importing")]
use import::ImportPage;
#[cfg(feature = "mapping")]
use map::MapPage;
#[cfg(feature = "working")]
use {board::BoardPage, engagement::EngagementPage};
#[cfg(feature = "reading")]
use {
    changes::ChangesPage, directory::DirectoryPage, history::HistoryPage, home::HomePage,
    profile::ProfilePage, relationship::RelationshipPage, signin::SignInPage,
};
#[cfg(feature = "editing")]
use {
    engagement_form::EngagementFormPage, relationship_form::RelationshipFormPage,
    stakeholder_form::StakeholderFormPage,
};

#[cfg(not(feature = "importing"))]
use elsewhere::Elsewhere as ImportPage;
#[cfg(not(feature = "mapping"))]
use elsewhere::Elsewhere as MapPage;
#[cfg(not(feature = "working"))]
use elsewhere::{Elsewhere as BoardPage, Elsewhere as EngagementPage};
#[cfg(not(feature = "editing"))]
use elsewhere::{
    Elsewhere as EngagementFormPage, Elsewhere as RelationshipFormPage,
    Elsewhere as StakeholderFormPage,
};
#[cfg(not(feature = "reading"))]
use elsewhere::{
    Elsewhere as ChangesPage, Elsewhere as DirectoryPage, Elsewhere as HistoryPage,
    Elsewhere as HomePage, Elsewhere as ProfilePage, Elsewhere as RelationshipPage,
    Elsewhere as SignInPage,
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
            <Route path=path!("/relationship/new") view=RelationshipFormPage/>
            <Route path=path!("/relationship/:id/edit") view=RelationshipFormPage/>
            <Route path=path!("/relationship/:id") view=RelationshipPage/>
            <Route path=path!("/engagement/new") view=EngagementFormPage/>
            <Route path=path!("/engagement/:id") view=EngagementPage/>
            <Route path=path!("/pipeline") view=BoardPage/>
            <Route path=path!("/map") view=MapPage/>
            <Route path=path!("/import") view=ImportPage/>
            <Route path=path!("/changes") view=ChangesPage/>
            <Route path=path!("/signin") view=SignInPage/>
        </Routes>
    }
}
