//! `schemactl dump`: the catalog as SQL.

use crate::args::Global;
use crate::terminal::Terminal;
use crate::{Ended, project};

pub(crate) fn run(global: &Global, terminal: &Terminal) -> Ended {
    let project = project::load(global)?;
    terminal.findings(&project.diagnostics, &project.set.sources);
    terminal.print(&schemactl_schema::dump::dump(&project.catalog))?;
    Ok(u8::from(project.has_errors()))
}
