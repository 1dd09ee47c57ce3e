// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.scalars` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ScalarError {
    /// `scalars_pkey`: another row has this `id`.
    IdTaken,
    /// `scalars_a_real_key`: another row has this `a_real`.
    ARealTaken,
    /// `scalars_a_money_key`: another row has this `a_money`.
    AMoneyTaken,
    /// `scalars_an_interval_key`: another row has this `an_interval`.
    AnIntervalTaken,
    /// `scalars_a_timetz_key`: another row has this `a_timetz`.
    ATimetzTaken,
    /// `scalars_int_range_key`: another row has this `int_range`.
    IntRangeTaken,
    /// `scalars_a_citext_key`: another row has this `a_citext`.
    ACitextTaken,
    /// `scalars_an_ltree_key`: another row has this `an_ltree`.
    AnLtreeTaken,
    /// `scalars_hash_key`: another row has this `hash`.
    HashTaken,
    /// `scalars_an_inet_fkey`: `public.hosts` has no row for `an_inet`.
    AnInetNotFound,
    /// `small_share_check` of the domain `public.small_share`: `CHECK (VALUE < 10)`.
    SmallShareInvalid,
    /// `share_check` of the domain `public.share`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    ShareInvalid,
    /// `digest_check` of the domain `public.digest`: `CHECK (octet_length(VALUE) = 32)`.
    DigestInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ScalarError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("scalars", "scalars_pkey") => Self::IdTaken,
            ("scalars", "scalars_a_real_key") => Self::ARealTaken,
            ("scalars", "scalars_a_money_key") => Self::AMoneyTaken,
            ("scalars", "scalars_an_interval_key") => Self::AnIntervalTaken,
            ("scalars", "scalars_a_timetz_key") => Self::ATimetzTaken,
            ("scalars", "scalars_int_range_key") => Self::IntRangeTaken,
            ("scalars", "scalars_a_citext_key") => Self::ACitextTaken,
            ("scalars", "scalars_an_ltree_key") => Self::AnLtreeTaken,
            ("scalars", "scalars_hash_key") => Self::HashTaken,
            ("scalars", "scalars_an_inet_fkey") => Self::AnInetNotFound,
            ("", "small_share_check") => Self::SmallShareInvalid,
            ("", "share_check") => Self::ShareInvalid,
            ("", "digest_check") => Self::DigestInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ScalarError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (scalars_pkey)",
            Self::ARealTaken => "another row has this a_real (scalars_a_real_key)",
            Self::AMoneyTaken => "another row has this a_money (scalars_a_money_key)",
            Self::AnIntervalTaken => {
                "another row has this an_interval (scalars_an_interval_key)"
            }
            Self::ATimetzTaken => "another row has this a_timetz (scalars_a_timetz_key)",
            Self::IntRangeTaken => {
                "another row has this int_range (scalars_int_range_key)"
            }
            Self::ACitextTaken => "another row has this a_citext (scalars_a_citext_key)",
            Self::AnLtreeTaken => "another row has this an_ltree (scalars_an_ltree_key)",
            Self::HashTaken => "another row has this hash (scalars_hash_key)",
            Self::AnInetNotFound => {
                "public.hosts has no row for an_inet (scalars_an_inet_fkey)"
            }
            Self::SmallShareInvalid => {
                "a value is no public.small_share (small_share_check)"
            }
            Self::ShareInvalid => "a value is no public.share (share_check)",
            Self::DigestInvalid => "a value is no public.digest (digest_check)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ScalarError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
