//! Shadow servers: a PostgreSQL that exists for a moment, to ask it what a schema means.
//!
//! ```text
//! Shadow::start ── own:      find binaries → copy the cached cluster → start → wait until it answers
//!               └─ borrowed: connect to `--shadow-url`
//!    .database("a")            own: database `a`      borrowed: `schemactl_shadow_<random>_a`
//!    .clone_database("a", "b") a copy of `a`, which nobody may be connected to
//! drop                         own: stopped, folder removed      borrowed: its databases dropped
//! ```
//!
//! An own server has no network port. Its socket lies in a folder that only its user and root can enter. Should
//! this process be killed, a watchdog removes the server; a borrowed server then keeps databases whose names begin
//! with `schemactl_shadow_`, which can be dropped at any time.

mod account;
mod binaries;
mod borrowed;
mod process;
mod template;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sqlx::postgres::{PgConnectOptions, PgConnection, PgSslMode};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

use self::borrowed::Borrowed;
use self::process::Server;
use crate::connection::{CONNECT_TIMEOUT, connect_options};
use crate::error::LiveError;

/// Which server, and how it is set up.
#[derive(Clone, Debug)]
pub struct ShadowOptions {
    /// A running server to borrow (`--shadow-url`); its user must be allowed to create databases.
    pub url: Option<String>,
    /// The folder of `postgres` and `initdb`; `None` is `SCHEMACTL_PG_BIN`, then the newest that is installed.
    pub bin_dir: Option<PathBuf>,
    /// Further settings for an own server, by name and value, such as `shared_preload_libraries`.
    pub settings: Vec<(String, String)>,
    /// How long a server may take until it answers.
    pub start_timeout: Duration,
}

impl Default for ShadowOptions {
    fn default() -> Self {
        Self { url: None, bin_dir: None, settings: Vec::new(), start_timeout: Duration::from_secs(30) }
    }
}

/// A server for throw-away databases. Dropping it removes everything it made.
#[derive(Debug)]
pub struct Shadow {
    source: Source,
    version: u32,
}

#[derive(Debug)]
enum Source {
    Own(Server),
    Borrowed(Box<Borrowed>),
}

/// A database on a shadow server. `Debug` shows no password.
#[derive(Clone)]
pub struct ShadowDatabase {
    /// Its name on the server.
    pub name: String,
    pub options: PgConnectOptions,
    /// The same as a URL. On a borrowed server it holds that server's password: redact it before printing.
    pub url: String,
}

impl std::fmt::Debug for ShadowDatabase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShadowDatabase")
            .field("name", &self.name)
            .field("url", &crate::redact_url(&self.url))
            .finish_non_exhaustive()
    }
}

impl ShadowDatabase {
    /// A connection to it.
    pub async fn connect(&self) -> Result<PgConnection, LiveError> {
        connect_options(&self.options, &crate::redact_url(&self.url), CONNECT_TIMEOUT).await
    }
}

impl Shadow {
    /// Starts a server of our own, or connects to the one that is named.
    ///
    /// Needs a tokio runtime. Fails with the remedy when no server is installed: it never goes on without one.
    pub async fn start(options: &ShadowOptions) -> Result<Self, LiveError> {
        if let Some(url) = &options.url {
            let (borrowed, version) = Borrowed::open(url).await?;
            return Ok(Self { source: Source::Borrowed(Box::new(borrowed)), version });
        }
        match Self::start_own(options, false).await {
            // The cached cluster may have been damaged (a cleaner of /tmp, a power cut): once more from scratch.
            Err(LiveError::StartFailed { .. } | LiveError::Setup { .. }) => {
                Self::start_own(options, true).await
            }
            other => other,
        }
    }

    async fn start_own(options: &ShadowOptions, rebuild: bool) -> Result<Self, LiveError> {
        let (chosen, settings) = (options.bin_dir.clone(), options.settings.clone());
        let starting = tokio::task::spawn_blocking(move || {
            let binaries = binaries::Search::new(chosen).find()?;
            Server::start(&binaries, &settings, rebuild)
        });
        let mut server =
            starting.await.map_err(|error| LiveError::Defect(format!("starting the server: {error}")))??;
        let version = ready(&mut server, options.start_timeout).await?;
        Ok(Self { source: Source::Own(server), version })
    }

    /// The server's version as `server_version_num` has it: `150018` is 15.18.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The folder of an own server's socket; `None` for a borrowed server.
    pub fn socket_dir(&self) -> Option<&Path> {
        match &self.source {
            Source::Own(server) => Some(server.socket_dir()),
            Source::Borrowed(_) => None,
        }
    }

    /// Creates an empty database (UTF8; locale C on an own server). A name can be used once.
    pub async fn database(&self, name: &str) -> Result<ShadowDatabase, LiveError> {
        self.create(name, "template0").await
    }

    /// Creates a database as a copy of one that [`Self::database`] gave, by the name it was given there.
    /// Fails while anybody is connected to that one
    /// ([Template Databases](https://www.postgresql.org/docs/current/manage-ag-templatedbs.html)).
    pub async fn clone_database(&self, template: &str, name: &str) -> Result<ShadowDatabase, LiveError> {
        let template = self.real_name(template);
        self.create(name, &template).await
    }

    /// Drops a database before the server goes, connections to it included.
    pub async fn drop_database(&self, name: &str) -> Result<(), LiveError> {
        let name = self.real_name(name);
        let mut connection = self.maintenance().await?;
        let sql = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", quote_identifier(&name));
        let dropped = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await;
        dropped.map_err(|error| LiveError::sql(format!("dropping the shadow database {name}"), &error))?;
        let _ = connection.close().await;
        Ok(())
    }

    async fn create(&self, name: &str, template: &str) -> Result<ShadowDatabase, LiveError> {
        let name = self.real_name(name);
        if let Source::Borrowed(borrowed) = &self.source {
            borrowed.remember(&name);
        }
        let mut connection = self.maintenance().await?;
        let encoding = if template == "template0" { " ENCODING 'UTF8'" } else { "" };
        let sql = format!(
            "CREATE DATABASE {} TEMPLATE {}{encoding}",
            quote_identifier(&name),
            quote_identifier(template)
        );
        let created = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await;
        created.map_err(|error| LiveError::sql(format!("creating the shadow database {name}"), &error))?;
        let _ = connection.close().await;
        Ok(match &self.source {
            Source::Own(server) => own_database(server, &name),
            Source::Borrowed(borrowed) => borrowed.database(&name),
        })
    }

    fn real_name(&self, name: &str) -> String {
        match &self.source {
            Source::Own(_) => name.to_owned(),
            Source::Borrowed(borrowed) => borrowed.real_name(name),
        }
    }

    async fn maintenance(&self) -> Result<PgConnection, LiveError> {
        match &self.source {
            Source::Own(server) => own_database(server, "postgres").connect().await,
            Source::Borrowed(borrowed) => borrowed.maintenance().await,
        }
    }
}

/// Options that say everything themselves: `PGHOST` and the like must not lead to another server.
fn own_database(server: &Server, name: &str) -> ShadowDatabase {
    let directory = server.socket_dir();
    let options = PgConnectOptions::new_without_pgpass()
        .host("localhost")
        .socket(directory)
        .port(5432)
        .username(template::SUPERUSER)
        .database(name)
        .ssl_mode(PgSslMode::Disable)
        .application_name("schemactl")
        .disable_statement_logging();
    let encode = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    // A `+` for a space is right in a query and wrong in a path.
    let path = encode(name).replace('+', "%20");
    let url = format!(
        "postgres://{}@localhost:{}/{path}?host={}&sslmode=disable",
        template::SUPERUSER,
        process::PORT,
        encode(&directory.display().to_string())
    );
    ShadowDatabase { name: name.to_owned(), options, url }
}

/// Tries to connect until the server answers, ends, or the time is over. Returns its version.
async fn ready(server: &mut Server, limit: Duration) -> Result<u32, LiveError> {
    let started = Instant::now();
    let database = own_database(server, "postgres");
    loop {
        // Asked before connecting: a server that ended after answering is still found out by the next step.
        let ended = server.has_ended();
        if let Ok(connection) = database.connect().await {
            let version = connection.server_version_num().unwrap_or_default();
            let _ = connection.close().await;
            return Ok(version);
        }
        if ended {
            return Err(LiveError::StartFailed { log: server.log_tail() });
        }
        if started.elapsed() > limit {
            return Err(LiveError::StartTimeout { waited: limit, log: server.log_tail() });
        }
        tokio::time::sleep(Duration::from_millis(3)).await;
    }
}

/// A name as SQL takes it ([Identifiers](https://www.postgresql.org/docs/current/sql-syntax-lexical.html)).
pub(crate) fn quote_identifier(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
