//! What the tests share: engines to run on, and ways to act.

pub mod actor;
pub mod app;
pub mod database;
pub mod mail;
pub mod postgres;
pub mod served;
pub mod socket;
