//! The browser tests: people at work on the running thing, in a real browser.

mod account;
mod board;
mod contact;
mod directory;
mod evidence;
mod explore;
mod export;
mod first_minutes;
mod focus;
mod foreign;
mod history;
mod home;
mod import;
mod map;
mod members;
mod planted;
mod public;
mod screenshot;
mod signin;
mod stakeholder;
mod support;
mod sweep;
mod unsaved;
mod voice;
