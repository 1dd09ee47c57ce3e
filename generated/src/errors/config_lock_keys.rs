// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.config_lock_keys` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ConfigLockKeyError {
    /// `config_lock_keys_pkey`: another row has this `lock_key`.
    LockKeyTaken,
    /// `config_lock_keys_last_token_check`: `CHECK (last_token >= 0)`.
    LastTokenInvalid,
    /// `config_locks_lock_key_fkey`: `public.config_locks` still refers to the row.
    ReferencedByConfigLock,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ConfigLockKeyError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("config_lock_keys", "config_lock_keys_pkey") => Self::LockKeyTaken,
            ("config_lock_keys", "config_lock_keys_last_token_check") => {
                Self::LastTokenInvalid
            }
            ("config_locks", "config_locks_lock_key_fkey") => {
                Self::ReferencedByConfigLock
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ConfigLockKeyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::LockKeyTaken => "another row has this lock_key (config_lock_keys_pkey)",
            Self::LastTokenInvalid => {
                "a value is against config_lock_keys_last_token_check"
            }
            Self::ReferencedByConfigLock => {
                "public.config_locks still refers to the row (config_locks_lock_key_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ConfigLockKeyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
