//! The program as people run it: arguments in; standard output, standard error and exit status out.

mod bad_input;
mod commands;
mod drift;
mod models;
mod project;
