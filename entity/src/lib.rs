//! Rows: how every noun of `domain` lies in the database. No decisions are taken here; what a
//! viewer may see is given as a [`domain::policy::Scope`] and only turned into SQL.

pub mod record;
pub mod scope;
pub mod sight;

pub mod account;
pub mod action;
pub mod capability;
pub mod community;
pub mod contact;
pub mod correction_contact;
pub mod engagement;
pub mod evidence;
pub mod gain;
pub mod import;
pub mod interaction;
pub mod long_text;
pub mod meeting;
pub mod membership;
pub mod need;
pub mod proposal;
pub mod relationship;
pub mod requirement;
pub mod saved_view;
pub mod source;
pub mod stakeholder;
pub mod transition;
pub mod trusted_document;

pub mod answer;
pub mod change;
pub mod change_value;
pub mod denial;
pub mod ledger;

pub mod api_token;
pub mod calendar_feed;
pub mod credential;
pub mod digest_setting;
pub mod known_device;
pub mod mute;
pub mod refresh_token;
pub mod session;
pub mod signin_attempt;
pub mod signin_link;
pub mod verified_address;
