//! `schemactl lock`: keeps what a server made of the migrations, so that other commands need none.

use std::path::Path;

use schemactl_schema::diagnostic::{Diagnostic, Severity};
use schemactl_schema::resolve::lock::{self, Content};
use schemactl_schema::{replay, rules};

use crate::args::{Global, Lock, ShadowArgs};
use crate::failure::Failure;
use crate::terminal::Terminal;
use crate::{Ended, project, resolve};

pub(crate) fn run(args: &Lock, global: &Global, terminal: &Terminal) -> Ended {
    let config = project::config(global)?;
    let (set, read) = project::read_set(&config.migrations_dir(), config.layout)?;
    let errors: Vec<Diagnostic> =
        read.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    if !errors.is_empty() {
        terminal.findings(&errors, &set.sources);
        return Ok(1);
    }
    let path = lock::path_of(&set, &set.sources);
    let present = match std::fs::read(&path) {
        Ok(bytes) => Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(Failure::Message(format!("{} cannot be read: {error}", path.display()))),
    };
    if present.as_deref().is_some_and(|text| !lock::is_ours(text)) {
        let message = format!("{} was not written by schemactl: move it away", path.display());
        return Err(Failure::Message(message));
    }
    let replayed = replay::replay(&set);
    let unknown = replayed
        .diagnostics
        .iter()
        .any(|finding| finding.code == rules::OPAQUE.code || finding.severity == Severity::Error);
    if !unknown {
        return not_needed(args, &path, present.is_some(), terminal);
    }
    let shadow = ShadowArgs { shadow: true, shadow_url: args.shadow_url.clone() };
    let asked = resolve::on_shadow(&set, replayed, &shadow, terminal)?;
    let completed = asked.completed;
    let Some(resolved) = asked.resolved else {
        terminal.findings(&completed.diagnostics, &set.sources);
        return Ok(1);
    };
    let missing: Vec<String> = completed
        .diagnostics
        .iter()
        .filter(|finding| finding.code == schemactl_live::rules::NOT_MODELLED.code)
        .map(|finding| finding.message.clone())
        .collect();
    let version = resolved.name.rsplit(' ').next().unwrap_or_default();
    let content =
        Content { catalog: &completed.catalog, version, missing: &missing, touched: &asked.touched };
    let text = lock::text_of(&set, &set.sources, content);
    let mut sources = set.sources.clone();
    let losses = lock::losses(&path, &text, &completed.catalog, &mut sources);
    if !losses.is_empty() {
        terminal.findings(&losses, &sources);
        terminal.progress(&format!("{} was not written: it would not give the schema back", path.display()));
        return Ok(1);
    }
    if present.as_deref() == Some(text.as_str()) {
        terminal.progress(&format!("{} is up to date", path.display()));
        return Ok(0);
    }
    if args.check {
        terminal.progress(&format!("{} is not up to date: run schemactl lock", path.display()));
        return Ok(1);
    }
    write(&path, &text)?;
    terminal.progress(&format!("wrote {}", path.display()));
    Ok(0)
}

/// Every statement is followed without a server: a lock would only have to be kept.
fn not_needed(args: &Lock, path: &Path, present: bool, terminal: &Terminal) -> Ended {
    let path_shown = path.display();
    if !present {
        terminal.progress("no lock is needed: every statement is followed without a server");
        return Ok(0);
    }
    if args.check {
        terminal.progress(&format!("{path_shown} is no longer needed: run schemactl lock"));
        return Ok(1);
    }
    std::fs::remove_file(path)
        .map_err(|error| Failure::Message(format!("{path_shown} cannot be removed: {error}")))?;
    terminal.progress(&format!("removed {path_shown}: every statement is followed without a server"));
    Ok(0)
}

/// Beside, then renamed: who reads meanwhile sees the old lock or the new one.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.tmp", std::process::id()));
    let done = std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, path));
    done.map_err(|error| {
        drop(std::fs::remove_file(&beside));
        Failure::Message(format!("{} cannot be written: {error}", path.display()))
    })
}
