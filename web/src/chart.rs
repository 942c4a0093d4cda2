//! Pictures of numbers. Each is its own table: the numbers and their words can be read as text.

pub mod bar;
#[cfg(feature = "answering")]
pub mod flow;
