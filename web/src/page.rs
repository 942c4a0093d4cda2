//! The pages, and at which address each stands.
//!
//! The browser loads them in parts, so that a first visit is light: *reading* (what a visitor looks
//! at), *mapping* (the map), *auditing* (what changed, what holds on one day
//! and not on another, what is not known, and imports), *editing* (forms, and one relationship), *working*
//! (board and actions), *engaging* (one engagement, and the line that logs a
//! contact), *answering* (what the graph answers, and
//! lists of relationships), *supporting* (who can give support, and who stands where in the network), *planning*
//! (what wants attention, what to know before a call, what if they leave, where nobody can give support, and
//! whom one can learn from), *preparing* (the outreach plan, requirements, needs
//! and offers), *meeting* (meetings, and what
//! waits to be reviewed) and *account* (one's own account, members, and what links in letters lead to). A page
//! of another part is fetched by loading its address anew.

#[cfg(feature = "account")]
pub mod account;
#[cfg(feature = "working")]
pub mod actions;
pub mod address;
#[cfg(feature = "planning")]
pub mod attention;
#[cfg(feature = "working")]
pub mod board;
#[cfg(feature = "planning")]
pub mod brief;
#[cfg(feature = "supporting")]
pub mod capability;
#[cfg(feature = "supporting")]
pub mod capability_form;
#[cfg(feature = "auditing")]
pub mod changes;
#[cfg(any(feature = "supporting", feature = "planning", feature = "preparing"))]
pub mod choice;
#[cfg(feature = "auditing")]
pub mod completeness;
#[cfg(feature = "account")]
pub mod copyable;
#[cfg(feature = "planning")]
pub mod coverage;
#[cfg(feature = "auditing")]
pub mod diff;
#[cfg(feature = "reading")]
pub mod directory;
#[cfg(any(feature = "working", feature = "engaging"))]
pub mod due;
#[cfg(not(feature = "whole"))]
pub mod elsewhere;
#[cfg(feature = "engaging")]
pub mod engagement;
#[cfg(feature = "editing")]
pub mod engagement_form;
pub mod entry;
pub mod evidence;
pub mod export;
pub mod fact;
#[cfg(feature = "answering")]
pub mod feedback;
#[cfg(feature = "account")]
pub mod forgot;
#[cfg(feature = "answering")]
pub mod funding;
#[cfg(any(feature = "reading", feature = "account"))]
pub mod handed;
#[cfg(feature = "auditing")]
pub mod history;
#[cfg(feature = "reading")]
pub mod home;
#[cfg(feature = "auditing")]
pub mod import;
#[cfg(feature = "answering")]
pub mod introduction;
#[cfg(feature = "account")]
pub mod invitation;
#[cfg(feature = "engaging")]
pub mod log;
#[cfg(feature = "mapping")]
pub mod map;
pub mod mark;
#[cfg(feature = "meeting")]
pub mod meeting;
#[cfg(feature = "meeting")]
pub mod meetings;
#[cfg(feature = "account")]
pub mod members;
pub mod missing;
#[cfg(feature = "preparing")]
pub mod needs;
#[cfg(feature = "supporting")]
pub mod network;
#[cfg(feature = "account")]
pub mod new_password;
#[cfg(feature = "preparing")]
pub mod outreach;
#[cfg(feature = "planning")]
pub mod peers;
pub mod picker;
#[cfg(feature = "reading")]
pub mod profile;
pub mod query;
#[cfg(feature = "answering")]
pub mod questions;
#[cfg(feature = "editing")]
pub mod relationship;
#[cfg(feature = "editing")]
pub mod relationship_form;
#[cfg(feature = "answering")]
pub mod relationship_list;
#[cfg(feature = "answering")]
pub mod representation;
#[cfg(feature = "preparing")]
pub mod requirements;
#[cfg(feature = "account")]
pub mod reset;
#[cfg(feature = "meeting")]
pub mod review;
#[cfg(any(
    feature = "account",
    feature = "editing",
    feature = "meeting",
    feature = "planning",
    feature = "reading"
))]
pub mod sending;
#[cfg(feature = "reading")]
pub mod signin;
pub mod signin_form;
#[cfg(any(feature = "working", feature = "engaging"))]
pub mod stage_move;
#[cfg(feature = "editing")]
pub mod stakeholder_form;
#[cfg(feature = "supporting")]
pub mod support;
pub mod term;
#[cfg(feature = "account")]
pub mod verify;
#[cfg(feature = "planning")]
pub mod what_if;

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

#[cfg(feature = "mapping")]
use map::MapPage;
#[cfg(feature = "account")]
use {
    account::AccountPage, forgot::ForgotPage, invitation::InvitationPage, members::MembersPage,
    reset::ResetPage, verify::VerifyPage,
};
#[cfg(feature = "working")]
use {actions::ActionsPage, board::BoardPage};
#[cfg(feature = "planning")]
use {
    attention::AttentionPage, brief::BriefPage, coverage::CoveragePage, peers::PeersPage,
    what_if::WhatIfPage,
};
#[cfg(feature = "supporting")]
use {
    capability::CapabilityPage, capability_form::CapabilityFormPage, network::NetworkPage,
    support::SupportPage,
};
#[cfg(feature = "auditing")]
use {
    changes::ChangesPage,
    completeness::CompletenessPage,
    diff::DiffPage,
    history::{ComparePage, HistoryPage},
    import::ImportPage,
};
#[cfg(feature = "reading")]
use {directory::DirectoryPage, home::HomePage, profile::ProfilePage, signin::SignInPage};
#[cfg(feature = "engaging")]
use {engagement::EngagementPage, log::LogPage};
#[cfg(feature = "editing")]
use {
    engagement_form::EngagementFormPage, relationship::RelationshipPage,
    relationship_form::RelationshipFormPage, stakeholder_form::StakeholderFormPage,
};
#[cfg(feature = "answering")]
use {
    feedback::FeedbackPage, funding::FundingPage, introduction::IntroductionPage,
    questions::QuestionsPage, relationship_list::RelationshipListPage,
    representation::RepresentationPage,
};
#[cfg(feature = "meeting")]
use {meeting::MeetingPage, meetings::MeetingsPage, review::ReviewPage};
#[cfg(feature = "preparing")]
use {needs::NeedsPage, outreach::OutreachPage, requirements::RequirementsPage};

#[cfg(not(feature = "mapping"))]
use elsewhere::Elsewhere as MapPage;
#[cfg(not(feature = "engaging"))]
use elsewhere::{Elsewhere as EngagementPage, Elsewhere as LogPage};
#[cfg(not(feature = "working"))]
use elsewhere::{Elsewhere as ActionsPage, Elsewhere as BoardPage};
#[cfg(not(feature = "preparing"))]
use elsewhere::{Elsewhere as NeedsPage, Elsewhere as OutreachPage, Elsewhere as RequirementsPage};
#[cfg(not(feature = "meeting"))]
use elsewhere::{Elsewhere as MeetingPage, Elsewhere as MeetingsPage, Elsewhere as ReviewPage};
#[cfg(not(feature = "editing"))]
use elsewhere::{
    Elsewhere as EngagementFormPage, Elsewhere as RelationshipFormPage,
    Elsewhere as RelationshipPage, Elsewhere as StakeholderFormPage,
};
#[cfg(not(feature = "supporting"))]
use elsewhere::{
    Elsewhere as CapabilityFormPage, Elsewhere as CapabilityPage, Elsewhere as NetworkPage,
    Elsewhere as SupportPage,
};
#[cfg(not(feature = "reading"))]
use elsewhere::{
    Elsewhere as DirectoryPage, Elsewhere as HomePage, Elsewhere as ProfilePage,
    Elsewhere as SignInPage,
};
#[cfg(not(feature = "planning"))]
use elsewhere::{
    Elsewhere as AttentionPage, Elsewhere as BriefPage, Elsewhere as CoveragePage,
    Elsewhere as PeersPage, Elsewhere as WhatIfPage,
};
#[cfg(not(feature = "auditing"))]
use elsewhere::{
    Elsewhere as ChangesPage, Elsewhere as ComparePage, Elsewhere as CompletenessPage,
    Elsewhere as DiffPage, Elsewhere as HistoryPage, Elsewhere as ImportPage,
};
#[cfg(not(feature = "account"))]
use elsewhere::{
    Elsewhere as AccountPage, Elsewhere as ForgotPage, Elsewhere as InvitationPage,
    Elsewhere as MembersPage, Elsewhere as ResetPage, Elsewhere as VerifyPage,
};
#[cfg(not(feature = "answering"))]
use elsewhere::{
    Elsewhere as FeedbackPage, Elsewhere as FundingPage, Elsewhere as IntroductionPage,
    Elsewhere as QuestionsPage, Elsewhere as RelationshipListPage, Elsewhere as RepresentationPage,
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
            <Route path=path!("/log") view=LogPage/>
            <Route path=path!("/support") view=SupportPage/>
            <Route path=path!("/coverage") view=CoveragePage/>
            <Route path=path!("/peers") view=PeersPage/>
            <Route path=path!("/network") view=NetworkPage/>
            <Route path=path!("/capability/new") view=CapabilityFormPage/>
            <Route path=path!("/capability/:id/edit") view=CapabilityFormPage/>
            <Route path=path!("/capability/:id") view=CapabilityPage/>
            <Route path=path!("/pipeline") view=BoardPage/>
            <Route path=path!("/actions") view=ActionsPage/>
            <Route path=path!("/attention") view=AttentionPage/>
            <Route path=path!("/brief/:id") view=BriefPage/>
            <Route path=path!("/outreach") view=OutreachPage/>
            <Route path=path!("/requirements") view=RequirementsPage/>
            <Route path=path!("/meetings") view=MeetingsPage/>
            <Route path=path!("/meeting/:id") view=MeetingPage/>
            <Route path=path!("/review") view=ReviewPage/>
            <Route path=path!("/map") view=MapPage/>
            <Route path=path!("/diff") view=DiffPage/>
            <Route path=path!("/questions") view=QuestionsPage/>
            <Route path=path!("/feedback") view=FeedbackPage/>
            <Route path=path!("/representation") view=RepresentationPage/>
            <Route path=path!("/what-if") view=WhatIfPage/>
            <Route path=path!("/funding") view=FundingPage/>
            <Route path=path!("/introductions") view=IntroductionPage/>
            <Route path=path!("/import") view=ImportPage/>
            <Route path=path!("/compare") view=ComparePage/>
            <Route path=path!("/changes") view=ChangesPage/>
            <Route path=path!("/unknowns") view=CompletenessPage/>
            <Route path=path!("/signin") view=SignInPage/>
            <Route path=path!("/forgot") view=ForgotPage/>
            <Route path=path!("/reset") view=ResetPage/>
            <Route path=path!("/invitation") view=InvitationPage/>
            <Route path=path!("/verify") view=VerifyPage/>
            <Route path=path!("/account") view=AccountPage/>
            <Route path=path!("/members") view=MembersPage/>
            <Route path=path!("/needs") view=NeedsPage/>
        </Routes>
    }
}
