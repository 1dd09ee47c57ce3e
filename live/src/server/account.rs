//! The operating system's user that servers run as, and which folders that user can reach.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use nix::unistd::{User, geteuid};

use crate::error::LiveError;

/// Who runs the server: ourselves, or, because PostgreSQL refuses to run as root, another user.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) uid: u32,
    pub(super) gid: u32,
    /// Whether we are root and children must change over to this user.
    pub(super) dropped: bool,
}

impl Account {
    /// Ourselves; for root `postgres`, else `nobody`.
    pub(super) fn choose() -> Result<Self, LiveError> {
        let me = geteuid();
        if !me.is_root() {
            let gid = nix::unistd::getegid().as_raw();
            return Ok(Self { name: format!("uid {me}"), uid: me.as_raw(), gid, dropped: false });
        }
        ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| User::from_name(name).ok().flatten())
            .filter(|user| !user.uid.is_root())
            .map(|user| Self {
                name: user.name,
                uid: user.uid.as_raw(),
                gid: user.gid.as_raw(),
                dropped: true,
            })
            .ok_or(LiveError::NoServerUser)
    }

    /// A command that will run as this user, in `dir`, with nothing of our environment that could
    /// steer PostgreSQL (`PGDATA`, `PGPORT`, `PGOPTIONS`, …).
    pub(super) fn command(&self, program: impl AsRef<Path>, dir: &Path) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(dir).env_clear().env("LC_ALL", "C").env("PATH", "/usr/local/bin:/usr/bin:/bin");
        for kept in ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"] {
            if let Some(value) = std::env::var_os(kept) {
                command.env(kept, value);
            }
        }
        if self.dropped {
            // The standard library clears the supplementary groups when root changes the user.
            command.uid(self.uid).gid(self.gid);
        }
        // Ctrl-C in a terminal goes to a whole process group; the server must be ended by us, in order.
        command.process_group(0);
        command
    }

    /// Gives a file or folder to this user.
    pub(super) fn own(&self, path: &Path) -> Result<(), LiveError> {
        if !self.dropped {
            return Ok(());
        }
        std::os::unix::fs::chown(path, Some(self.uid), Some(self.gid))
            .map_err(LiveError::file("cannot give to the server's user", path))
    }

    /// Whether this user may pass through every folder from the root down to `dir`.
    pub(super) fn reaches(&self, dir: &Path) -> bool {
        !self.dropped
            || dir.canonicalize().is_ok_and(|dir| {
                dir.ancestors().all(|folder| {
                    folder.metadata().is_ok_and(|meta| {
                        let needed = if meta.uid() == self.uid { 0o100 } else { 0o001 };
                        meta.mode() & needed != 0
                    })
                })
            })
    }
}

/// A new private folder for one server, short enough for the path of a socket, that `account` reaches.
///
/// It still belongs to us: give it away with [`Account::own`] when everything in it is in place.
pub(super) fn private_dir(account: &Account) -> Result<PathBuf, LiveError> {
    let given = std::env::temp_dir();
    let places = [given.as_path(), Path::new("/tmp"), Path::new("/var/tmp")];
    let memory = Path::new(MEMORY);
    let usable = has_room(memory)
        .then_some(memory)
        .into_iter()
        .chain(places)
        .filter(|place| place.as_os_str().len() <= LONGEST_PARENT && place.is_absolute())
        .find(|place| account.reaches(place));
    let Some(place) = usable else {
        return Err(LiveError::File {
            action: "no place for a private folder that the server's user reaches, such as",
            path: given,
            source: std::io::Error::from(std::io::ErrorKind::PermissionDenied),
        });
    };
    // Without this the umask would decide who else may enter.
    let private = std::fs::Permissions::from_mode(0o700);
    let dir = tempfile::Builder::new().prefix(PREFIX).permissions(private).rand_bytes(6).tempdir_in(place);
    Ok(dir.map_err(LiveError::file("cannot make a folder in", place))?.keep())
}

/// A file system in memory, on Linux: copying a cluster there takes a tenth of the time that some disks need.
const MEMORY: &str = "/dev/shm";

/// What a shadow server may fill. Containers often have 64 MiB there, which is too little.
const ROOM: u64 = 1 << 30;

fn has_room(place: &Path) -> bool {
    nix::sys::statvfs::statvfs(place).is_ok_and(|facts| {
        // The types of these numbers differ from system to system.
        #[allow(clippy::useless_conversion, clippy::unnecessary_cast)]
        let free = (facts.blocks_available() as u64).saturating_mul(facts.fragment_size() as u64);
        free >= ROOM
    })
}

/// What the names of our private folders begin with.
const PREFIX: &str = "schemactl-";

/// A socket's path has at most 107 bytes (103 on macOS): this parent, `/schemactl-`, six random letters and
/// `/.s.PGSQL.5432` must fit.
const LONGEST_PARENT: usize = 103 - 1 - PREFIX.len() - 6 - "/.s.PGSQL.5432".len();
