use super::super::support::violated;

/// What can go wrong when `public.accounts` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum AccountError {
    /// `accounts_pkey`: another row has this `id`.
    IdTaken,
    /// `accounts_email_taken`: another row has this `email`.
    EmailTaken,
    /// `accounts_age_check`: `CHECK (age >= 18)`.
    AgeInvalid,
    /// `Kein Gast!`: `CHECK (email <> 'guest')`.
    KeinGastViolated,
    /// `§`: `CHECK (email <> '')`.
    Violated,
    /// `fk_accounts_parent`: `public.accounts` has no row for `parent`; or a row still refers to the one that is to go.
    ParentNotFound,
    /// `payments_account_id_fkey`: `public.payments` still refers to the row.
    ReferencedByPaymentAccountId,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for AccountError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("accounts", "accounts_pkey") => Self::IdTaken,
            ("accounts", "accounts_email_taken") => Self::EmailTaken,
            ("accounts", "accounts_age_check") => Self::AgeInvalid,
            ("accounts", "Kein Gast!") => Self::KeinGastViolated,
            ("accounts", "§") => Self::Violated,
            ("accounts", "fk_accounts_parent") => Self::ParentNotFound,
            (_, "payments_account_id_fkey") => Self::ReferencedByPaymentAccountId,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for AccountError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (accounts_pkey)",
            Self::EmailTaken => "another row has this email (accounts_email_taken)",
            Self::AgeInvalid => "a value is against accounts_age_check",
            Self::KeinGastViolated => "a value is against Kein Gast!",
            Self::Violated => "a value is against §",
            Self::ParentNotFound => {
                "public.accounts has no row for parent, or still refers to the row (fk_accounts_parent)"
            }
            Self::ReferencedByPaymentAccountId => {
                "public.payments still refers to the row (payments_account_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for AccountError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
