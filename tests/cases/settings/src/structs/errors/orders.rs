// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.orders` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum OrderError {
    /// `orders_pkey`: another row has this `number`.
    NumberTaken,
    /// `orders_level_key`: another row has this `level`.
    LevelTaken,
    /// `orders_user_id_word_key`: another row has this `user_id, word`.
    UserIdWordTaken,
    /// `orders_user_id_fkey`: `public.users` has no row for `user_id`.
    UserNotFound,
    /// `orders_guest_fkey`: `public.users` has no row for `guest`.
    GuestNotFound,
    /// `orders_price_fkey`: `public.prices` has no row for `price`.
    PriceNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for OrderError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("orders", "orders_pkey") => Self::NumberTaken,
            ("orders", "orders_level_key") => Self::LevelTaken,
            ("orders", "orders_user_id_word_key") => Self::UserIdWordTaken,
            ("orders", "orders_user_id_fkey") => Self::UserNotFound,
            ("orders", "orders_guest_fkey") => Self::GuestNotFound,
            ("orders", "orders_price_fkey") => Self::PriceNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for OrderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::NumberTaken => "another row has this number (orders_pkey)",
            Self::LevelTaken => "another row has this level (orders_level_key)",
            Self::UserIdWordTaken => {
                "another row has this user_id, word (orders_user_id_word_key)"
            }
            Self::UserNotFound => {
                "public.users has no row for user_id (orders_user_id_fkey)"
            }
            Self::GuestNotFound => {
                "public.users has no row for guest (orders_guest_fkey)"
            }
            Self::PriceNotFound => {
                "public.prices has no row for price (orders_price_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for OrderError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
