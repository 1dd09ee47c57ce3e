// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.prices` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum PriceError {
    /// `prices_pkey`: another row has this `price`.
    PriceTaken,
    /// `prices_net_key`: another row has this `net`.
    NetTaken,
    /// `amount_check` of the domain `public.amount`: `CHECK (VALUE >= 0)`.
    AmountInvalid,
    /// `orders_price_fkey`: `public.orders` still refers to the row.
    ReferencedByOrder,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for PriceError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("prices", "prices_pkey") => Self::PriceTaken,
            ("prices", "prices_net_key") => Self::NetTaken,
            ("", "amount_check") => Self::AmountInvalid,
            ("orders", "orders_price_fkey") => Self::ReferencedByOrder,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for PriceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::PriceTaken => "another row has this price (prices_pkey)",
            Self::NetTaken => "another row has this net (prices_net_key)",
            Self::AmountInvalid => "a value is no public.amount (amount_check)",
            Self::ReferencedByOrder => {
                "public.orders still refers to the row (orders_price_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for PriceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
