//! The integration tests: everything through the public API, on the engine that
//! `BANYAN_TEST_DATABASE` names.

mod action;
mod api_token;
mod audit;
mod change;
mod community;
mod cors;
mod dashboard;
mod demo;
mod document;
mod door;
mod engagement;
mod evidence;
mod export;
mod http;
mod import;
mod keyed;
mod live;
mod member;
mod migrations;
mod neighborhood;
mod node;
mod policy;
mod practice;
mod privacy;
mod question;
mod refusal;
mod relationship;
mod search;
mod sign_in;
mod snapshot;
mod socket;
mod stakeholder;
mod store;
mod tidy;
mod write;
