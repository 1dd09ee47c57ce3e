use super::super::support::violated;

/// What can go wrong when `public.payments` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum PaymentError {
    /// `payments_account_id_paid_on_key`: another row has this `account_id, paid_on`. A partition made after the migrations names its own index: that arrives as [`Self::Sqlx`].
    AccountIdPaidOnTaken,
    /// `payments_account_id_fkey`: `public.accounts` has no row for `account_id`.
    AccountNotFound,
    /// `payments_refund_of_fkey`: `public.accounts` has no row for `refund_of`.
    RefundOfNotFound,
    /// `payments_approved_by_fkey`: `public.accounts` has no row for `approved_by`.
    ApprovedByNotFound,
    /// `amount_positive` of the domain `public.amount`: `CHECK (VALUE > 0)`.
    AmountInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for PaymentError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("payments", "payments_account_id_paid_on_key")
            | ("payments_2024", "payments_2024_account_id_paid_on_key") => {
                Self::AccountIdPaidOnTaken
            }
            (_, "payments_account_id_fkey") => Self::AccountNotFound,
            (_, "payments_refund_of_fkey") => Self::RefundOfNotFound,
            (_, "payments_approved_by_fkey") => Self::ApprovedByNotFound,
            ("", "amount_positive") => Self::AmountInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for PaymentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::AccountIdPaidOnTaken => {
                "another row has this account_id, paid_on (payments_account_id_paid_on_key)"
            }
            Self::AccountNotFound => {
                "public.accounts has no row for account_id (payments_account_id_fkey)"
            }
            Self::RefundOfNotFound => {
                "public.accounts has no row for refund_of (payments_refund_of_fkey)"
            }
            Self::ApprovedByNotFound => {
                "public.accounts has no row for approved_by (payments_approved_by_fkey)"
            }
            Self::AmountInvalid => "a value is no public.amount (amount_positive)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for PaymentError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
