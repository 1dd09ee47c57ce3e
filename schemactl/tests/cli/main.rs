//! The program as people run it: arguments in; standard output, standard error and exit status out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod bad_input;
mod commands;
mod drift;
mod generate;
mod lock;
mod models;
mod project;
mod shadow;
