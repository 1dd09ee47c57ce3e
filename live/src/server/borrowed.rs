//! A running server that somebody named: we make databases on it that are gone when we are done.

use std::hash::{BuildHasher, Hasher};
use std::sync::{Mutex, PoisonError};

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection};
use url::Url;

use super::{ShadowDatabase, quote_identifier};
use crate::connection::{CONNECT_TIMEOUT, connect_options, parse_url, redact_url};
use crate::error::LiveError;

/// PostgreSQL cuts longer names off, which could make two of them one.
const LONGEST_NAME: usize = 63;

#[derive(Debug)]
pub(super) struct Borrowed {
    access: Access,
    /// What all our databases' names begin with, unlike anybody else's.
    prefix: String,
    made: Mutex<Vec<String>>,
}

/// How the server is reached. `Debug` shows no password.
#[derive(Clone)]
struct Access {
    url: String,
    options: PgConnectOptions,
}

impl std::fmt::Debug for Access {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&redact_url(&self.url))
    }
}

impl Access {
    async fn connect(&self) -> Result<PgConnection, LiveError> {
        connect_options(&self.options, &redact_url(&self.url), CONNECT_TIMEOUT).await
    }
}

impl Borrowed {
    /// Connects once, to know that it works, and asks for the version.
    pub(super) async fn open(url: &str) -> Result<(Self, u32), LiveError> {
        let access = Access { url: url.trim().to_owned(), options: parse_url(url)? };
        let connection = access.connect().await?;
        let version = connection.server_version_num().unwrap_or_default();
        let _ = connection.close().await;
        // The standard library's hasher has random keys: no further crate for a few random letters.
        let random = std::hash::RandomState::new().build_hasher().finish();
        let prefix = format!("schemactl_shadow_{:x}_{:08x}_", std::process::id(), random as u32);
        Ok((Self { access, prefix, made: Mutex::default() }, version))
    }

    pub(super) async fn maintenance(&self) -> Result<PgConnection, LiveError> {
        self.access.connect().await
    }

    /// Our name for a database; short enough that PostgreSQL does not cut it.
    pub(super) fn real_name(&self, name: &str) -> String {
        let mut end = name.len().min(LONGEST_NAME - self.prefix.len());
        while !name.is_char_boundary(end) {
            end -= 1;
        }
        format!("{}{}", self.prefix, &name[..end])
    }

    /// Noted before it is made: dropping one that is not there does no harm, leaving one behind does.
    pub(super) fn remember(&self, name: &str) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).push(name.to_owned());
    }

    pub(super) fn database(&self, name: &str) -> ShadowDatabase {
        let options = self.access.options.clone().database(name);
        let url = match Url::parse(&self.access.url) {
            Ok(mut url) => {
                // `dbname` in the query would win over the path.
                let rest: Vec<_> = url
                    .query_pairs()
                    .filter(|(key, _)| key != "dbname")
                    .map(|(key, value)| (key.into_owned(), value.into_owned()))
                    .collect();
                url.set_query(None);
                if !rest.is_empty() {
                    url.query_pairs_mut().extend_pairs(rest);
                }
                url.set_path(name);
                url.into()
            }
            Err(_) => self.access.url.clone(),
        };
        ShadowDatabase { name: name.to_owned(), options, url }
    }
}

impl Drop for Borrowed {
    /// Drops the databases on a thread with a runtime of its own: a destructor cannot wait on the caller's.
    fn drop(&mut self) {
        let made = std::mem::take(&mut *self.made.lock().unwrap_or_else(PoisonError::into_inner));
        if made.is_empty() {
            return;
        }
        let access = self.access.clone();
        let dropping = std::thread::spawn(move || {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
                return;
            };
            runtime.block_on(async {
                let Ok(mut connection) = access.connect().await else { return };
                for name in made {
                    let sql = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", quote_identifier(&name));
                    let _ = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await;
                }
                let _ = connection.close().await;
            });
        });
        let _ = dropping.join();
    }
}
