//! The policy's table against the running program: every field has a line, and the program does what
//! the lines say.

mod agree;
mod cover;
mod denied;
mod ground;
mod hidden;
mod input;
mod mutant;
mod scene;
