// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.config_locks` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ConfigLockError {
    /// `config_locks_pkey`: another row has this `id`.
    IdTaken,
    /// `config_locks_exclusive_key`: another row has this `lock_key`. Among the rows where `lock_mode = 'exclusive' AND released_at IS NULL`.
    ExclusiveTaken,
    /// `config_locks_fencing_token_check`: `CHECK (fencing_token > 0)`.
    FencingTokenInvalid,
    /// `config_locks_expires_at_check`: `CHECK (expires_at > acquired_at)`.
    ExpiresAtInvalid,
    /// `config_locks_heartbeat_at_check`: `CHECK (heartbeat_at >= acquired_at)`.
    HeartbeatAtInvalid,
    /// `config_locks_released_at_check`: `CHECK (released_at >= acquired_at)`.
    ReleasedAtInvalid,
    /// `config_locks_lock_key_fkey`: `public.config_lock_keys` has no row for `lock_key`.
    LockKeyNotFound,
    /// `config_locks_owner_user_id_fkey`: `public.users` has no row for `owner_user_id`.
    OwnerUserNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ConfigLockError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("config_locks", "config_locks_pkey") => Self::IdTaken,
            ("config_locks", "config_locks_exclusive_key") => Self::ExclusiveTaken,
            ("config_locks", "config_locks_fencing_token_check") => {
                Self::FencingTokenInvalid
            }
            ("config_locks", "config_locks_expires_at_check") => Self::ExpiresAtInvalid,
            ("config_locks", "config_locks_heartbeat_at_check") => {
                Self::HeartbeatAtInvalid
            }
            ("config_locks", "config_locks_released_at_check") => Self::ReleasedAtInvalid,
            ("config_locks", "config_locks_lock_key_fkey") => Self::LockKeyNotFound,
            ("config_locks", "config_locks_owner_user_id_fkey") => {
                Self::OwnerUserNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ConfigLockError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (config_locks_pkey)",
            Self::ExclusiveTaken => {
                "another row has this lock_key (config_locks_exclusive_key)"
            }
            Self::FencingTokenInvalid => {
                "a value is against config_locks_fencing_token_check"
            }
            Self::ExpiresAtInvalid => "a value is against config_locks_expires_at_check",
            Self::HeartbeatAtInvalid => {
                "a value is against config_locks_heartbeat_at_check"
            }
            Self::ReleasedAtInvalid => {
                "a value is against config_locks_released_at_check"
            }
            Self::LockKeyNotFound => {
                "public.config_lock_keys has no row for lock_key (config_locks_lock_key_fkey)"
            }
            Self::OwnerUserNotFound => {
                "public.users has no row for owner_user_id (config_locks_owner_user_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ConfigLockError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
