//! The policy's table against the running program: every field has a line, and the program does what
//! the lines say.

mod agree;
mod canary;
mod contract;
mod cover;
mod denied;
mod dice;
mod event;
mod ground;
mod hidden;
mod input;
mod line;
mod mutant;
mod scene;
mod walk;
mod worlds;
