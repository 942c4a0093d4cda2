//! Banyan's API: one guarded door to the partner and stakeholder graph.
//!
//! The life of a request: `http` reads it within limits and admits it; `graphql` turns input into a
//! draft of `domain`; `service` asks [`op::Op::allow`] first, lets a rule of `domain` decide, and
//! stores through [`op::Write`], the one write path; reading goes through a [`snapshot::View`],
//! which shows what the viewer may see and nothing else. Errors leave through [`error`] alone.

pub mod app;
pub mod clock;
pub mod error;
pub mod markdown;
pub mod store;

pub mod graphql;
pub mod op;
pub mod service;
pub mod snapshot;

pub mod auth;
pub mod http;
pub mod letter;

pub mod config;
pub mod server;
