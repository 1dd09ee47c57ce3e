//! A running server: started as our child, ended with us whatever way we end.
//!
//! Two things end it. [`Server`]'s `Drop` stops it and removes its folder. Should we never get there (Ctrl-C, a crash,
//! `kill -9`, a `static` that is never dropped), a watchdog does: a shell that waits for the end of a pipe
//! whose other side only we hold. The kernel closes that pipe when we are gone, for whatever reason.

use std::fs::File;
use std::io::Write as _;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::account::{self, Account};
use super::binaries::Binaries;
use super::template;
use crate::error::LiveError;

/// Waits for a line or the end of its input. After `done` there is nothing to do; else it stops the server that runs
/// in `$1/data`, if one does, and removes `$1`. `postmaster.pid` names the server, so a number that the system
/// has given to another process since is not hit.
const WATCHDOG: &str = r#"
trap '' HUP INT TERM
read -r word
[ "$word" = done ] && exit 0
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
if [ -n "$pid" ]; then
    kill -QUIT "$pid" 2>/dev/null
    tries=0
    while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
    kill -KILL "$pid" 2>/dev/null
fi
cd /
rm -rf -- "$1"
"#;

/// The settings that make a server small and fast to start, and careless with data that nobody will miss.
/// <https://www.postgresql.org/docs/current/non-durability.html>
const SETTINGS: &[(&str, &str)] = &[
    ("listen_addresses", ""),
    ("port", PORT),
    ("unix_socket_permissions", "0700"),
    ("fsync", "off"),
    ("full_page_writes", "off"),
    ("synchronous_commit", "off"),
    ("checkpoint_timeout", "1h"),
    ("max_wal_size", "1GB"),
    ("wal_level", "logical"), // CREATE PUBLICATION warns below it
    ("max_connections", "64"),
    ("max_locks_per_transaction", "1024"), // DROP SCHEMA … CASCADE locks every table at once
    ("shared_buffers", "16MB"),
    ("huge_pages", "off"),
    ("dynamic_shared_memory_type", "mmap"), // in its own folder, so that an abrupt end leaves nothing behind
    ("autovacuum", "off"),
    ("jit", "off"),
    ("timezone", "UTC"),
    ("log_timezone", "UTC"),
    ("update_process_title", "off"),
];

/// Settings that older servers do not know: the first major version that does, name, value.
const NEWER_SETTINGS: &[(u32, &str, &str)] = &[(18, "io_method", "sync")];

pub(super) const PORT: &str = "5432";

/// A server of our own. Dropping it stops it and removes all it wrote.
#[derive(Debug)]
pub(super) struct Server {
    dir: PathBuf,
    log: File,
    child: Option<Child>,
    watchdog: Child,
}

impl Server {
    /// Starts the server; it does not accept connections yet when this returns. Blocks.
    ///
    /// `settings` are added to ours and win over them.
    pub(super) fn start(
        binaries: &Binaries,
        settings: &[(String, String)],
        rebuild: bool,
    ) -> Result<Self, LiveError> {
        let account = Account::choose()?;
        let dir = account::private_dir(&account)?;
        // From here on the folder is removed on every way out: by `Drop`, or by the watchdog.
        let prepared = watchdog(&account, &dir).and_then(|watchdog| {
            let log = log(&dir)?;
            Ok((watchdog, log))
        });
        let (watchdog, log) = match prepared {
            Ok(prepared) => prepared,
            Err(error) => {
                let _ = std::fs::remove_dir_all(&dir);
                return Err(error);
            }
        };
        let mut server = Self { dir, log, child: None, watchdog };
        account.own(&server.dir)?;
        template::provide(binaries, &account, &server.dir, rebuild)?;
        server.child = Some(server.launch(binaries, &account, settings)?);
        Ok(server)
    }

    fn launch(
        &self,
        binaries: &Binaries,
        account: &Account,
        settings: &[(String, String)],
    ) -> Result<Child, LiveError> {
        let program = binaries.dir.join("postgres");
        let data = self.dir.join("data");
        let version = std::fs::read_to_string(data.join("PG_VERSION")).unwrap_or_default();
        let major: u32 = version.trim().split('.').next().and_then(|major| major.parse().ok()).unwrap_or(0);
        let mut command = account.command(&program, &self.dir);
        command.arg("-D").arg(&data);
        let newer =
            NEWER_SETTINGS.iter().filter(|(since, ..)| major >= *since).map(|(_, name, value)| (name, value));
        for (name, value) in SETTINGS.iter().map(|(name, value)| (name, value)).chain(newer) {
            command.arg("-c").arg(format!("{name}={value}"));
        }
        let mut directory = std::ffi::OsString::from("unix_socket_directories=");
        directory.push(&self.dir);
        command.arg("-c").arg(directory);
        for (name, value) in settings {
            command.arg("-c").arg(format!("{name}={value}"));
        }
        let output = || self.log.try_clone().map_err(LiveError::file("cannot write the log in", &self.dir));
        command
            .stdin(Stdio::null())
            .stdout(output()?)
            .stderr(output()?)
            .spawn()
            .map_err(|source| LiveError::Spawn { program, user: account.name.clone(), source })
    }

    /// The folder of its socket.
    pub(super) fn socket_dir(&self) -> &Path {
        &self.dir
    }

    /// Whether it has ended by itself.
    pub(super) fn has_ended(&mut self) -> bool {
        self.child.as_mut().is_none_or(|child| !matches!(child.try_wait(), Ok(None)))
    }

    /// The last lines of its log. Read through our own handle, never by name.
    pub(super) fn log_tail(&self) -> String {
        const TAIL: u64 = 4096;
        let length = self.log.metadata().map_or(0, |meta| meta.len());
        let mut bytes = vec![0; length.min(TAIL) as usize];
        let read = self.log.read_at(&mut bytes, length.saturating_sub(TAIL)).unwrap_or(0);
        let text = String::from_utf8_lossy(&bytes[..read]);
        let lines: Vec<&str> = text.lines().collect();
        let tail = lines[lines.len().saturating_sub(20)..].join("\n");
        if tail.is_empty() { "(the log is empty)".into() } else { tail }
    }

    /// Immediate shutdown, then no mercy: there is nothing to save.
    fn stop(&mut self) {
        let Some(mut child) = self.child.take() else { return };
        if let (Ok(None), Ok(pid)) = (child.try_wait(), i32::try_from(child.id())) {
            let _ = kill(Pid::from_raw(pid), Signal::SIGQUIT);
            let deadline = Instant::now() + Duration::from_secs(5);
            while Instant::now() < deadline && matches!(child.try_wait(), Ok(None)) {
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        let _ = child.kill();
        let _ = child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
        let removed = std::fs::remove_dir_all(&self.dir).is_ok();
        // Without the word the watchdog tries to remove what we could not.
        if let Some(mut input) = self.watchdog.stdin.take()
            && removed
        {
            let _ = input.write_all(b"done\n");
        }
        let _ = self.watchdog.wait();
    }
}

fn watchdog(account: &Account, dir: &Path) -> Result<Child, LiveError> {
    account
        .command("/bin/sh", Path::new("/"))
        .args(["-c", WATCHDOG, "schemactl-watchdog"])
        .arg(dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|source| LiveError::Spawn { program: "/bin/sh".into(), user: account.name.clone(), source })
}

/// The log, open for reading too. It stays ours; the server only writes to what it inherits.
fn log(dir: &Path) -> Result<File, LiveError> {
    let path = dir.join("log");
    File::options()
        .create_new(true)
        .read(true)
        .append(true)
        .open(&path)
        .map_err(LiveError::file("cannot write", path))
}
