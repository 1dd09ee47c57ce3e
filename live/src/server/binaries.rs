//! Finds the programs of a PostgreSQL server on this machine.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::LiveError;

/// A folder that holds `postgres` and `initdb`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Binaries {
    pub(super) dir: PathBuf,
}

/// Where packages put one folder a major version: the folder above, what its name begins with, the way down.
const PACKAGED: &[(&str, &str, &str)] = &[
    ("/usr/lib/postgresql", "", "bin"),          // Debian, Ubuntu
    ("/usr", "pgsql-", "bin"),                   // Fedora, RHEL (PGDG)
    ("/opt/homebrew/opt", "postgresql@", "bin"), // Homebrew on ARM
    ("/usr/local/opt", "postgresql@", "bin"),    // Homebrew on Intel
    ("/Applications/Postgres.app/Contents/Versions", "", "bin"), // Postgres.app
];

/// Where to look. What the process was started with, so that a test can look elsewhere.
#[derive(Debug)]
pub(super) struct Search {
    /// `SCHEMACTL_PG_BIN` or an option: when it is set nothing else counts.
    pub(super) chosen: Option<PathBuf>,
    pub(super) packaged: &'static [(&'static str, &'static str, &'static str)],
    pub(super) path: Option<OsString>,
}

impl Search {
    pub(super) fn new(chosen: Option<PathBuf>) -> Self {
        let from_environment =
            || std::env::var_os("SCHEMACTL_PG_BIN").filter(|dir| !dir.is_empty()).map(PathBuf::from);
        Self { chosen: chosen.or_else(from_environment), packaged: PACKAGED, path: std::env::var_os("PATH") }
    }

    /// The newest packaged server, else the one `pg_config` knows, else the one on the path.
    pub(super) fn find(&self) -> Result<Binaries, LiveError> {
        if let Some(dir) = &self.chosen {
            return match missing(dir) {
                None => Ok(Binaries { dir: dir.clone() }),
                Some(missing) => Err(LiveError::NotAServer { dir: dir.clone(), missing }),
            };
        }
        let found =
            self.packaged.iter().find_map(newest).or_else(|| self.pg_config()).or_else(|| self.on_path());
        found.map(|dir| Binaries { dir }).ok_or_else(|| {
            let folders =
                self.packaged.iter().map(|(above, prefix, below)| format!("{above}/{prefix}*/{below}"));
            let searched: Vec<_> = folders.chain(["pg_config --bindir".into(), "PATH".into()]).collect();
            LiveError::NoServer { searched: searched.join(", ") }
        })
    }

    fn folders_of_path(&self) -> impl Iterator<Item = PathBuf> {
        self.path.as_ref().map(|path| std::env::split_paths(path).collect::<Vec<_>>()).into_iter().flatten()
    }

    fn pg_config(&self) -> Option<PathBuf> {
        let program = self.folders_of_path().map(|dir| dir.join("pg_config")).find(|file| file.is_file())?;
        let output = Command::new(program).arg("--bindir").stdin(Stdio::null()).output().ok()?;
        let dir = PathBuf::from(String::from_utf8(output.stdout).ok()?.trim());
        missing(&dir).is_none().then_some(dir)
    }

    fn on_path(&self) -> Option<PathBuf> {
        self.folders_of_path().find(|dir| missing(dir).is_none()).map(|dir| {
            // A link in /usr/bin points at the folder where the server finds its own files.
            dir.join("postgres")
                .canonicalize()
                .ok()
                .and_then(|file| file.parent().map(Path::to_path_buf))
                .unwrap_or(dir)
        })
    }
}

/// The folder with the highest number in its name that holds a whole server.
fn newest((above, prefix, below): &(&str, &str, &str)) -> Option<PathBuf> {
    let number = |path: &Path| -> Option<Vec<u32>> {
        path.file_name()?.to_str()?.strip_prefix(prefix)?.split('.').map(|part| part.parse().ok()).collect()
    };
    let entries = std::fs::read_dir(above).ok()?;
    let mut versions: Vec<_> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((number(&path)?, path.join(below)))
        })
        .filter(|(_, dir)| missing(dir).is_none())
        .collect();
    versions.sort();
    versions.pop().map(|(_, dir)| dir)
}

/// The first program that a server needs and the folder does not have. Client packages have neither.
fn missing(dir: &Path) -> Option<&'static str> {
    ["postgres", "initdb"].into_iter().find(|program| !dir.join(program).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_installed_says_what_to_install() {
        let search = Search { chosen: None, packaged: &[("/nonexistent", "", "bin")], path: None };
        let message = search.find().unwrap_err().to_string();
        assert!(message.contains("/nonexistent/*/bin, pg_config --bindir, PATH"), "{message}");
        assert!(message.contains("apt-get install postgresql"), "{message}");
        assert!(message.contains("--shadow-url"), "{message}");
    }

    #[test]
    fn a_chosen_folder_is_never_passed_over() {
        let search = Search { chosen: Some("/nonexistent".into()), ..Search::new(None) };
        let message = search.find().unwrap_err().to_string();
        assert!(message.starts_with("/nonexistent has no postgres\nhelp: SCHEMACTL_PG_BIN"), "{message}");
    }

    #[test]
    fn the_newest_version_wins_by_number() {
        let root = tempfile::tempdir().unwrap();
        for version in ["9", "15", "16"] {
            let bin = root.path().join(version).join("bin");
            std::fs::create_dir_all(&bin).unwrap();
            // Version 16 is a client without a server.
            for program in if version == "16" { &["psql"][..] } else { &["postgres", "initdb"] } {
                std::fs::write(bin.join(program), "").unwrap();
            }
        }
        let above = root.path().to_str().unwrap();
        assert_eq!(newest(&(above, "", "bin")), Some(root.path().join("15/bin")));
    }
}
