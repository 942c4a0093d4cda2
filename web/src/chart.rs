//! Pictures of numbers. Each is its own table: the numbers and their words can be read as text.

pub mod bar;
#[cfg(any(feature = "answering", feature = "supporting", feature = "planning"))]
pub mod flow;
