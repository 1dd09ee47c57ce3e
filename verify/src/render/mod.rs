//! The report as text for terminals, as Markdown and as JSON.

mod finding;
mod json;
mod markdown;
mod text;
mod wrap;

pub use finding::finding;
pub use json::json;
pub use markdown::{RenderError, markdown};
pub use text::{TextOptions, text};
