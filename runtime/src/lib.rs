//! The four-phase campaign pipeline, on the types that are generated from the reference schema.
//!
//! What is here so far is the order of the phases and the moves that campaigns, phases and jobs may make. The
//! database holds the same moves in its transition tables, where triggers refuse every other; a test compares
//! the two, so that a program can ask before it tries.

mod phase;
mod transition;

pub use phase::next_phase;
pub use transition::{campaign_may_move, job_may_move, phase_may_move};
