//! `schemactl dump`: the catalog as SQL.

use crate::args::{Dump, Global};
use crate::terminal::Terminal;
use crate::{Ended, project};

pub(crate) fn run(args: &Dump, global: &Global, terminal: &Terminal) -> Ended {
    let project = project::load(global, &args.shadow, terminal)?;
    terminal.findings(&project.diagnostics, &project.set.sources);
    if args.shadow.shadow && project.resolved.is_none() {
        terminal.progress("nothing printed: the server refuses a migration");
        return Ok(1);
    }
    terminal.print(&schemactl_schema::dump::dump(&project.catalog))?;
    Ok(u8::from(project.has_errors()))
}
