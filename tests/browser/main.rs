//! The browser tests: people at work on the running thing, in a real browser.

mod directory;
mod evidence;
mod map;
mod public;
mod signin;
mod support;
