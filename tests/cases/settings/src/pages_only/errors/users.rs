// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.users` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum UserError {
    /// `users_pkey`: another row has this `id`.
    IdTaken,
    /// `users_email_key`: another row has this `email`.
    EmailTaken,
    /// `users_nick_key`: another row has this `nick`.
    NickTaken,
    /// `born_after`: `CHECK (born > '1900-01-01')`.
    BornAfterViolated,
    /// `email_check` of the domain `public.email`: `CHECK (VALUE LIKE '%@%')`.
    EmailInvalid,
    /// `orders_user_id_fkey`: `public.orders` still refers to the row.
    ReferencedByOrderUserId,
    /// `orders_guest_fkey`: `public.orders` still refers to the row.
    ReferencedByOrderGuest,
    /// `log_user_id_fkey`: `audit.log` still refers to the row.
    ReferencedByLog,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for UserError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("users", "users_pkey") => Self::IdTaken,
            ("users", "users_email_key") => Self::EmailTaken,
            ("users", "users_nick_key") => Self::NickTaken,
            ("users", "born_after") => Self::BornAfterViolated,
            ("", "email_check") => Self::EmailInvalid,
            ("orders", "orders_user_id_fkey") => Self::ReferencedByOrderUserId,
            ("orders", "orders_guest_fkey") => Self::ReferencedByOrderGuest,
            ("log", "log_user_id_fkey") => Self::ReferencedByLog,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for UserError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (users_pkey)",
            Self::EmailTaken => "another row has this email (users_email_key)",
            Self::NickTaken => "another row has this nick (users_nick_key)",
            Self::BornAfterViolated => "a value is against born_after",
            Self::EmailInvalid => "a value is no public.email (email_check)",
            Self::ReferencedByOrderUserId => {
                "public.orders still refers to the row (orders_user_id_fkey)"
            }
            Self::ReferencedByOrderGuest => {
                "public.orders still refers to the row (orders_guest_fkey)"
            }
            Self::ReferencedByLog => {
                "audit.log still refers to the row (log_user_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for UserError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
