//! The relationship map: one stakeholder in the middle, those around it, and what joins them.
//!
//! A frame in reading order. An [`address`] says what to show. The API's answer becomes a [`scene`].
//! The [`run`] moves its nodes until they rest; a [`camera`] turns places into pixels; [`geometry`]
//! says where every disc and every line then is. From that alone [`hit`] tells what the pointer is on,
//! [`heading`] where an arrow key leads, [`label`] which words fit, and [`frame`] what to draw, in the
//! shapes of [`appearance`]. All of these are pure and tested without a browser.
//!
//! The rest binds one concern each to the page: [`canvas`] paints a frame, [`pointer`] and [`keyboard`]
//! turn events into commands, [`picture`] holds them together. [`legend`], [`inspector`] and [`table`]
//! say the same in words, with the same powers.

pub mod address;
pub mod answer;
pub mod appearance;
pub mod camera;
pub mod canvas;
pub mod command;
pub mod compared;
pub mod course;
pub mod device;
pub mod frame;
pub mod geometry;
pub mod heading;
pub mod hit;
pub mod inspector;
pub mod keyboard;
pub mod label;
pub mod legend;
pub mod path;
pub mod picture;
pub mod pointer;
pub mod run;
pub mod runner;
#[cfg(test)]
mod sample;
pub mod scene;
pub mod selection;
pub mod spoken;
pub mod state;
pub mod table;
