//! Opens connections with a deadline, in the form of a URL that may be shown.

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions, Connection};
use url::Url;

use crate::error::LiveError;

/// How long [`connect`] waits for a server.
pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// What takes the place of a password.
const HIDDEN: &str = "***";

/// The parameters of a URL's query that sqlx knows. Others (golang-migrate's `x-…`, libpq's) are left out
/// before it sees them, because it writes the ones it does not know to the log, values and all.
const KNOWN_PARAMETERS: &[&str] = &[
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "statement-cache-capacity",
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "application_name",
    "options",
];

/// Parameters whose value is a secret.
const SECRET_PARAMETERS: &[&str] = &["password", "sslpassword", "passfile", "sslkey", "ssl-key"];

/// Opens a connection; waits at most [`CONNECT_TIMEOUT`].
///
/// Takes `postgres://user:password@host:port/database?sslmode=…`
/// ([Connection URIs](https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS)); what
/// the URL does not say comes from `PGHOST`, `PGUSER`, `PGPASSWORD`, `~/.pgpass` and so on. Every error names
/// the URL without its password.
pub async fn connect(url: &str) -> Result<PgConnection, LiveError> {
    connect_within(url, CONNECT_TIMEOUT).await
}

/// [`connect`] with a deadline of one's own.
pub async fn connect_within(url: &str, timeout: Duration) -> Result<PgConnection, LiveError> {
    connect_options(&parse_url(url)?, &redact_url(url), timeout).await
}

/// Opens a connection with options that are known already; `shown` stands for the server in messages.
pub async fn connect_options(
    options: &PgConnectOptions,
    shown: &str,
    timeout: Duration,
) -> Result<PgConnection, LiveError> {
    match tokio::time::timeout(timeout, PgConnection::connect_with(options)).await {
        Ok(Ok(connection)) => Ok(connection),
        Ok(Err(error)) => Err(explain(error, shown)),
        Err(_) => Err(LiveError::Timeout { url: shown.to_owned(), waited: timeout }),
    }
}

/// A URL as options of a connection, with sqlx's own logging of statements turned off.
pub fn parse_url(url: &str) -> Result<PgConnectOptions, LiveError> {
    let invalid = |reason: String| LiveError::Url { url: redact_url(url), reason };
    let mut parsed = Url::parse(url.trim()).map_err(|error| invalid(error.to_string()))?;
    if !matches!(parsed.scheme(), "postgres" | "postgresql") {
        return Err(invalid(format!("its scheme is `{}`, not `postgres`", parsed.scheme())));
    }
    let known: Vec<(String, String)> = parsed
        .query_pairs()
        .filter(|(key, _)| KNOWN_PARAMETERS.contains(&key.as_ref()) || key.starts_with("options["))
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
        .collect();
    parsed.set_query(None);
    if !known.is_empty() {
        parsed.query_pairs_mut().extend_pairs(known);
    }
    let options = PgConnectOptions::from_str(parsed.as_str()).map_err(|error| invalid(error.to_string()))?;
    let options = if options.get_application_name().is_none() {
        options.application_name("schemactl")
    } else {
        options
    };
    Ok(options.disable_statement_logging())
}

/// The value of one parameter of a URL's query, decoded.
pub(crate) fn url_parameter(url: &str, name: &str) -> Option<String> {
    let parsed = Url::parse(url.trim()).ok()?;
    parsed.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// A URL that may be printed: every password in it is `***`.
///
/// Works on the text, not on a parsed URL, so that one with mistakes in it (a password with an unescaped `/`
/// or `@`) does not show a part of the password either. Also covers `host=… password=…`.
pub fn redact_url(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        // Somebody left out the scheme, or wrote libpq's other form.
        return match (url.find(':'), url.rfind('@')) {
            (Some(colon), Some(at)) if colon < at => format!("{}:{HIDDEN}{}", &url[..colon], &url[at..]),
            _ => redact_words(url),
        };
    };
    let (place, query) = match rest.rfind('@') {
        // A `?` before the last `@` belongs to a password that nobody escaped.
        Some(at) => rest[at..]
            .split_once('?')
            .map_or((rest, None), |(before, query)| (&rest[..at + before.len()], Some(query))),
        None => rest.split_once('?').map_or((rest, None), |(place, query)| (place, Some(query))),
    };
    let place = match place.rsplit_once('@') {
        Some((who, server)) => match who.split_once(':') {
            Some((user, _)) => format!("{user}:{HIDDEN}@{server}"),
            None => format!("{who}@{server}"),
        },
        None => hide_without_host(place),
    };
    match query {
        Some(query) => format!("{scheme}://{place}?{}", redact_query(query)),
        None => format!("{scheme}://{place}"),
    }
}

/// `user:secret` where the host was forgotten looks like `host:port` with a port that is no number.
fn hide_without_host(place: &str) -> String {
    let Some((first, rest)) = place.split_once(':') else { return place.to_owned() };
    // An IPv6 address in brackets has colons of its own.
    if first.starts_with('[') {
        return place.to_owned();
    }
    let port = rest.split('/').next().unwrap_or_default();
    if port.bytes().all(|byte| byte.is_ascii_digit()) {
        place.to_owned()
    } else {
        format!("{first}:{HIDDEN}")
    }
}

fn redact_query(query: &str) -> String {
    let parts: Vec<String> = query
        .split('&')
        .map(|part| match part.split_once('=') {
            Some((key, _)) if SECRET_PARAMETERS.contains(&key.to_ascii_lowercase().as_str()) => {
                format!("{key}={HIDDEN}")
            }
            _ => part.to_owned(),
        })
        .collect();
    parts.join("&")
}

/// `host=db password=…` ends at the password: a quoted one may hold anything.
fn redact_words(text: &str) -> String {
    match text.to_ascii_lowercase().find("password") {
        Some(at) if text[at..].contains('=') => format!("{}password={HIDDEN}", &text[..at]),
        _ => text.to_owned(),
    }
}

/// Says in words why a connection did not come about.
fn explain(error: sqlx::Error, shown: &str) -> LiveError {
    let url = shown.to_owned();
    match error {
        sqlx::Error::Database(refusal) => {
            let message = refusal.message().to_owned();
            let code = refusal.code().unwrap_or_default().into_owned();
            match code.as_str() {
                "3D000" => LiveError::DatabaseMissing { url, message },
                code if code.starts_with("53") || code.starts_with("57") => {
                    LiveError::NotAccepting { url, message, code: code.to_owned() }
                }
                _ => LiveError::Refused { url, message, code },
            }
        }
        sqlx::Error::Io(error) => LiveError::Unreachable { url, cause: error.to_string() },
        other => LiveError::Protocol { url, cause: other.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_survives_redaction() {
        for (url, shown) in [
            (
                "postgres://bob:s3cret@db:5432/app?sslmode=disable",
                "postgres://bob:***@db:5432/app?sslmode=disable",
            ),
            ("postgres://bob@db/app", "postgres://bob@db/app"),
            ("postgres://db:5432/app", "postgres://db:5432/app"),
            ("postgres://bob:s3/c@ret@db/app", "postgres://bob:***@db/app"),
            ("postgres://bob:s3?c@db/app?password=x&a=b", "postgres://bob:***@db/app?password=***&a=b"),
            ("postgres:///app?host=/tmp&password=s3cret", "postgres:///app?host=/tmp&password=***"),
            ("postgres://bob:s3cret", "postgres://bob:***"),
            ("postgres://[::1]:5432/app", "postgres://[::1]:5432/app"),
            ("bob:s3cret@db/app", "bob:***@db/app"),
            ("host=db password='s3 cret' user=bob", "host=db password=***"),
        ] {
            assert_eq!(redact_url(url), shown);
        }
    }

    #[test]
    fn a_url_that_is_none_is_refused_without_its_password() {
        for url in ["mysql://bob:s3cret@db/app", "postgres://bob:s3cret@db:port/app", "bob:s3cret@db/app"] {
            let error = parse_url(url).unwrap_err();
            let text = format!("{error} {error:?}");
            assert!(!text.contains("s3cret"), "{text}");
        }
    }

    #[test]
    fn parameters_of_other_tools_are_left_out() {
        let options =
            parse_url("postgres://bob@db/app?x-migrations-table=m&sslmode=disable&connect_timeout=3")
                .unwrap();
        assert_eq!(options.get_host(), "db");
        assert_eq!(options.get_database(), Some("app"));
        assert_eq!(
            url_parameter("postgres://db/app?x-migrations-table=m", "x-migrations-table").as_deref(),
            Some("m")
        );
    }
}
