//! The cluster that `initdb` makes once for each server, kept in a cache and copied for every run.

use std::fs::DirBuilder;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};

use super::account::Account;
use super::binaries::Binaries;
use crate::error::LiveError;

/// Raised when the way a template is made changes, so that older ones are not used.
const RECIPE: u32 = 1;

/// The role that `initdb` makes.
pub(super) const SUPERUSER: &str = "postgres";

/// Puts a fresh cluster at `into/data`, from the cache where it can be.
///
/// `into` belongs to the server's user. Every step that touches the cluster's files runs as that user: root never
/// follows a path that somebody else could have changed. `rebuild` throws the cached cluster away first.
pub(super) fn provide(
    binaries: &Binaries,
    account: &Account,
    into: &Path,
    rebuild: bool,
) -> Result<(), LiveError> {
    let Some(cache) = cache_dir(account) else {
        // Nowhere to keep it: half a second slower, every time.
        return initdb(binaries, account, into);
    };
    let template = cache.join(key(binaries, account)?);
    if rebuild {
        let _ = std::fs::remove_dir_all(&template);
    }
    if !template.is_dir() {
        make(binaries, account, &cache, &template)?;
    }
    copy(account, &template.join("data"), into)
}

/// Makes the template beside its place and renames it: who finds it finds it whole, and of two
/// processes that race the second throws its own away.
fn make(binaries: &Binaries, account: &Account, cache: &Path, template: &Path) -> Result<(), LiveError> {
    let partial = tempfile::Builder::new()
        .prefix(".partial-")
        .permissions(std::fs::Permissions::from_mode(0o700))
        .tempdir_in(cache)
        .map_err(LiveError::file("cannot make a folder in", cache))?;
    account.own(partial.path())?;
    initdb(binaries, account, partial.path())?;
    match std::fs::rename(partial.path(), template) {
        Err(_) if template.is_dir() => Ok(()),
        other => other.map_err(LiveError::file("cannot make", template)),
    }
}

/// [initdb](https://www.postgresql.org/docs/current/app-initdb.html): UTF8, locale C (the same order of text on every
/// machine), small WAL segments because they are copied. Peers on the socket are trusted: it lies in a folder that
/// only the server's own user and root can enter, and those two can do anything to the server anyway.
fn initdb(binaries: &Binaries, account: &Account, into: &Path) -> Result<(), LiveError> {
    let program = binaries.dir.join("initdb");
    let mut command = account.command(&program, into);
    command.arg("--pgdata").arg(into.join("data")).args([
        "--no-sync",
        "--username",
        SUPERUSER,
        "--encoding=UTF8",
        "--locale=C",
        "--auth-local=trust",
        "--auth-host=reject",
        "--wal-segsize=1",
        "--no-instructions",
    ]);
    run(command, &program, account)
}

fn copy(account: &Account, from: &Path, into: &Path) -> Result<(), LiveError> {
    let mut command = account.command("cp", into);
    command.arg("-R").arg(from).arg(into.join("data"));
    run(command, Path::new("cp"), account)
}

fn run(mut command: Command, program: &Path, account: &Account) -> Result<(), LiveError> {
    let output = command.stdin(Stdio::null()).output().map_err(|source| LiveError::Spawn {
        program: program.to_path_buf(),
        user: account.name.clone(),
        source,
    })?;
    if output.status.success() {
        return Ok(());
    }
    let mut text = String::from_utf8_lossy(&output.stderr).into_owned();
    if text.trim().is_empty() {
        text = String::from_utf8_lossy(&output.stdout).into_owned();
    }
    Err(LiveError::Setup { program: program.display().to_string(), output: text.trim_end().to_owned() })
}

/// A name for what `initdb` would make: another server, another build of it, another user is another name.
fn key(binaries: &Binaries, account: &Account) -> Result<String, LiveError> {
    let program = binaries.dir.join("postgres");
    let program = program.canonicalize().map_err(LiveError::file("cannot find", &program))?;
    let meta = program.metadata().map_err(LiveError::file("cannot read", &program))?;
    let facts = format!("{RECIPE} {} {} {} {}", program.display(), meta.len(), meta.mtime(), account.uid);
    let digest = Sha256::digest(facts.as_bytes());
    let short = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    Ok(format!("cluster-{short:016x}"))
}

/// The first of these that can be used: `$XDG_CACHE_HOME/schemactl`, `~/.cache/schemactl`,
/// `/tmp/schemactl-cache-<uid>`. `None` when none is ours alone, or none can be reached by the server's user.
fn cache_dir(account: &Account) -> Option<PathBuf> {
    let me = nix::unistd::geteuid().as_raw();
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let places = [
        absolute("XDG_CACHE_HOME").map(|dir| dir.join("schemactl")),
        absolute("HOME").map(|dir| dir.join(".cache/schemactl")),
        Some(std::env::temp_dir().join(format!("schemactl-cache-{me}"))),
    ];
    places.into_iter().flatten().find(|place| {
        // The nearest folder that is there already decides; making the rest opens no doors.
        let existing = place.ancestors().find(|folder| folder.exists());
        existing.is_some_and(|folder| account.reaches(folder)) && prepare(place, account, me)
    })
}

/// Makes the folder if need be. It must be a real folder, ours, and writable by us alone: in `/tmp` anybody
/// could have made one of that name before us.
fn prepare(place: &Path, account: &Account, me: u32) -> bool {
    // The server's user must pass through, and needs to list nothing.
    let mode = if account.dropped { 0o711 } else { 0o700 };
    if place.parent().is_some_and(|parent| std::fs::create_dir_all(parent).is_err()) {
        return false;
    }
    if DirBuilder::new().mode(mode).create(place).is_ok() {
        // The process' umask may have taken the right to pass.
        let _ = std::fs::set_permissions(place, std::fs::Permissions::from_mode(mode));
    }
    std::fs::symlink_metadata(place)
        .is_ok_and(|meta| meta.is_dir() && meta.uid() == me && meta.mode() & 0o022 == 0)
        && account.reaches(place)
}
