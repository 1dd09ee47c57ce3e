//! Reads one migration file as text, or says at which byte it stops being text.

use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::rules;

/// The largest file that is read. Spans count bytes in `u32`, and a schema is not a data load.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

const BOM: &str = "\u{feff}";

/// The text of a file, without the byte order mark that some editors write before it. `regular`: its folder says that it
/// is a file and nothing else.
pub(super) fn read(path: &Path, regular: bool) -> Result<String, Box<Diagnostic>> {
    let finding = |message: &str, help: &str| {
        let finding = Diagnostic::new(&rules::FILE_UNREADABLE, format!("{} {message}", path.display()))
            .subject(path.display().to_string())
            .why("what its statements do to the schema is unknown");
        Box::new(finding.help(help))
    };
    let refused = |error: std::io::Error| match error.kind() {
        ErrorKind::PermissionDenied => {
            finding("must not be read by this user", "grant this user read permission on it")
        }
        ErrorKind::NotFound => {
            finding("points at a file that does not exist", "repair or remove the symbolic link")
        }
        _ => finding(&format!("cannot be read: {error}"), "make it readable, or move it out of the folder"),
    };
    // Opening anything else (a pipe, a device) could wait for ever.
    if !regular {
        let meta = std::fs::metadata(path).map_err(refused)?;
        if !meta.is_file() {
            let kind = if meta.is_dir() { "is a folder, not a file" } else { "is not a regular file" };
            return Err(finding(kind, "move it out of the folder"));
        }
    }
    let file = std::fs::File::open(path).map_err(refused)?;
    let meta = file.metadata().map_err(refused)?;
    let mut bytes = Vec::with_capacity(meta.len().min(MAX_FILE_BYTES) as usize);
    // The length is asked for twice because a file may grow while it is read.
    if meta.len() <= MAX_FILE_BYTES {
        file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(refused)?;
    }
    if meta.len().max(bytes.len() as u64) > MAX_FILE_BYTES {
        let size = meta.len().max(bytes.len() as u64);
        return Err(finding(
            &format!("is too large: {size} bytes, the limit is {MAX_FILE_BYTES} (64 MiB)"),
            "move data out of the migrations: load it with COPY from a file of its own",
        ));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(finding("is UTF-16, not UTF-8", "save it as UTF-8"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].split(|byte| *byte == b'\n').count();
        finding(&format!("is not UTF-8: byte {at}, on line {line}"), "save it as UTF-8")
    })?;
    if let Some(at) = text.find('\0') {
        let line = text[..at].matches('\n').count() + 1;
        return Err(finding(
            &format!("has a zero byte: byte {at}, on line {line}"),
            "remove it: PostgreSQL's protocol ends a statement there",
        ));
    }
    match text.strip_prefix(BOM) {
        Some(rest) => Ok(rest.to_owned()),
        None => Ok(text),
    }
}
