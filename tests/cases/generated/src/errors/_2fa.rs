// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public."2fa"` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum _2fa2Error {
    /// `2fa_pkey`: another row has this `1st`.
    _1stTaken,
    /// `2fa_Größe_key`: another row has this `Größe`.
    GrößeTaken,
    /// `2fa_用户_key`: another row has this `用户`.
    用户taken,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for _2fa2Error {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("2fa", "2fa_pkey") => Self::_1stTaken,
            ("2fa", "2fa_Größe_key") => Self::GrößeTaken,
            ("2fa", "2fa_用户_key") => Self::用户taken,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for _2fa2Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::_1stTaken => "another row has this 1st (2fa_pkey)",
            Self::GrößeTaken => "another row has this Größe (2fa_Größe_key)",
            Self::用户taken => "another row has this 用户 (2fa_用户_key)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for _2fa2Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
