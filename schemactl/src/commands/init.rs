//! `schemactl init`: a commented `schemactl.toml` for the project in the current folder.

use std::io::Write as _;
use std::path::Path;

use schemactl_verify::{config, init};

use crate::Ended;
use crate::failure::Failure;
use crate::terminal::Terminal;

pub(crate) fn run(terminal: &Terminal) -> Ended {
    let found = init::look(Path::new(""));
    let name = config::FILE_NAME;
    let refused = |error: std::io::Error| {
        Failure::Message(if error.kind() == std::io::ErrorKind::AlreadyExists {
            format!("{name} is there already, so it stays as it is")
        } else {
            format!("cannot write {name}: {error}")
        })
    };
    let mut file = std::fs::File::create_new(name).map_err(refused)?;
    file.write_all(found.text().as_bytes()).map_err(refused)?;
    let mut text: String = found.told().iter().map(|line| format!("{line}\n")).collect();
    let next = if found.migrations.is_some() {
        "schemactl generate"
    } else {
        "edit schemactl.toml, then schemactl report"
    };
    text += &format!("wrote {name}\nnext: {next}\n");
    terminal.print(&text)?;
    Ok(0)
}
