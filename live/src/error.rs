//! What can go wrong between us and a server. Every message ends with what to do about it.

use std::path::PathBuf;
use std::time::Duration;

use schemactl_schema::diagnostic::Diagnostic;

/// The errors of this crate. `Display` gives the cause, then a line that begins with `help:`.
#[derive(Debug, thiserror::Error)]
pub enum LiveError {
    // Finding and starting a server.
    #[error(
        "no PostgreSQL server is installed here (looked in {searched})\nhelp: install one (Debian, Ubuntu: \
         `apt-get install postgresql`; Fedora: `dnf install postgresql-server`; macOS: `brew install \
         postgresql`), or set SCHEMACTL_PG_BIN to the folder that holds `postgres` and `initdb`, or name a \
         running server with `--shadow-url`"
    )]
    NoServer { searched: String },
    #[error(
        "{} has no {missing}\nhelp: SCHEMACTL_PG_BIN must be the folder that holds `postgres` and `initdb`, \
         such as /usr/lib/postgresql/17/bin", dir.display()
    )]
    NotAServer { dir: PathBuf, missing: &'static str },
    #[error(
        "PostgreSQL does not run as root, and there is neither a user `postgres` nor a user `nobody`\nhelp: run \
         as another user, or create one: `useradd --system postgres`"
    )]
    NoServerUser,
    #[error(
        "{} cannot be started as user {user}: {source}\nhelp: that user must be able to reach and run it; check \
         the permissions of each folder on the way", program.display()
    )]
    Spawn { program: PathBuf, user: String, source: std::io::Error },
    #[error(
        "{program} failed:\n{output}\nhelp: run it by hand to see more; SCHEMACTL_PG_BIN chooses another server"
    )]
    Setup { program: String, output: String },
    #[error(
        "the shadow server stopped while starting; the end of its log:\n{log}\nhelp: the log names the cause; \
         SCHEMACTL_PG_BIN chooses another server, `--shadow-url` a running one"
    )]
    StartFailed { log: String },
    #[error(
        "the shadow server was not ready within {} s; the end of its log:\n{log}\nhelp: the machine may be \
         overloaded; try again, or name a running server with `--shadow-url`", .waited.as_secs()
    )]
    StartTimeout { waited: Duration, log: String },
    #[error("{action} {}: {source}\nhelp: check its permissions and the free space there", path.display())]
    File { action: &'static str, path: PathBuf, source: std::io::Error },
    #[error("{0}\nhelp: this is a defect of schemactl; please report it")]
    Defect(String),

    // Connecting. `url` is always redacted.
    #[error(
        "`{url}` is not a database URL: {reason}\nhelp: write postgres://user:password@host:5432/database"
    )]
    Url { url: String, reason: String },
    #[error(
        "no server answers at {url}: {cause}\nhelp: start it, or correct the host and the port of the URL"
    )]
    Unreachable { url: String, cause: String },
    #[error(
        "{url} gave no answer within {} s\nhelp: check the host, the port and firewalls in between",
        .waited.as_secs()
    )]
    Timeout { url: String, waited: Duration },
    #[error(
        "{url} refuses this user: {message} (SQLSTATE {code})\nhelp: correct the user and the password of the URL \
         (special characters are written %40 for @, %2F for /), or the server's pg_hba.conf"
    )]
    Refused { url: String, message: String, code: String },
    #[error("{url}: {message}\nhelp: create it with `createdb`, or correct the name at the end of the URL")]
    DatabaseMissing { url: String, message: String },
    #[error("{url}: {message} (SQLSTATE {code})\nhelp: {}", busy_help(.code))]
    NotAccepting { url: String, message: String, code: String },
    #[error(
        "cannot speak to {url}: {cause}\nhelp: check that it is a PostgreSQL server, and `sslmode` in the URL"
    )]
    Protocol { url: String, cause: String },

    // Running SQL.
    #[error("{action}: {message} (SQLSTATE {code})\nhelp: {}", hint.as_deref().unwrap_or("PostgreSQL gives no hint"))]
    Sql { action: String, message: String, code: String, hint: Option<String> },
    #[error(
        "{action}: the connection broke: {cause}\nhelp: look at the server's log, then run the command again"
    )]
    ConnectionLost { action: String, cause: String },

    // Migrating.
    #[error(
        "{} has files that are wrong or cannot be read, so a migration may be missing from it\nhelp: mend what \
         `schemactl check` says about it first", dir.display()
    )]
    SetBroken { dir: PathBuf },
    #[error(
        "no schema of the search path exists in this database, so there is no place for the version table\nhelp: \
         create the schema, or set `search_path` for the role"
    )]
    NoSchema,
    #[error(
        "another migration of this database is running: {holder} (waited {} s)\nhelp: wait until it is done; if it \
         hangs, end it with pg_terminate_backend()", .waited.as_secs()
    )]
    Locked { holder: String, waited: Duration },
    #[error(
        "the database is dirty: a migration to version {version} began and did not end\nhelp: look what is missing or \
         left over and mend it by hand, then record where the database stands: `schemactl migrate force VERSION`, \
         which is `{}`",
        crate::migrate::update(table)
    )]
    Dirty { version: String, table: String },
    #[error(
        "the database is at version {version}, and {} has no such migration\nhelp: check out the code that this \
         database was migrated with, or name its folder with `--migrations DIR`", dir.display()
    )]
    VersionUnknown { version: u64, dir: PathBuf },
    #[error(
        "{version} {name} cannot be run: golang-migrate's table keeps one number, and this version of the {layout} \
         layout {reason}\nhelp: migrate with the tool of that layout; everything else of schemactl works"
    )]
    VersionNotKept { version: String, name: String, layout: &'static str, reason: &'static str },
    #[error(
        "{version}_{name} cannot be undone: it has no down file; nothing was run\nhelp: write its down file, or go \
         down fewer steps"
    )]
    NoDown { version: u64, name: String },

    // Reading a schema.
    #[error("the server is PostgreSQL {found}\nhelp: its schema can be read from PostgreSQL {oldest} on")]
    ServerTooOld { found: u32, oldest: u32 },

    // Migrations. The finding has places: render it with the sources of its `MigrationSet`.
    #[error("{}{}", .0.message, .0.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default())]
    Finding(Box<Diagnostic>),
}

impl LiveError {
    /// The finding behind this error, when it is about a migration file.
    pub fn finding(&self) -> Option<&Diagnostic> {
        match self {
            Self::Finding(finding) => Some(finding),
            _ => None,
        }
    }

    /// An error of a statement that this crate wrote itself; `action` says what it was for.
    pub(crate) fn sql(action: impl Into<String>, error: &sqlx::Error) -> Self {
        let action = action.into();
        match error.as_database_error() {
            Some(refusal) => Self::Sql {
                action,
                message: refusal.message().to_owned(),
                code: refusal.code().unwrap_or_default().into_owned(),
                hint: refusal
                    .try_downcast_ref::<sqlx::postgres::PgDatabaseError>()
                    .and_then(|refusal| refusal.hint())
                    .map(str::to_owned),
            },
            None => Self::ConnectionLost { action, cause: error.to_string() },
        }
    }

    pub(crate) fn file(
        action: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { action, path, source }
    }
}

fn busy_help(code: &str) -> &'static str {
    match code {
        "53300" => "too many connections are open: close some, or raise max_connections",
        _ => "the server is starting, stopping or in recovery: try again in a moment",
    }
}
