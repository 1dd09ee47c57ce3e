use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::super::billing::domains::Cents;
use super::super::super::billing::enums::State;
use super::super::super::r#type::composites::Address;
use super::super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `billing.invoices`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Invoice {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer NOT NULL`; refers to `public.users`
    pub user_id: i32,
    /// `billing.cents NOT NULL`
    pub total: Cents,
    /// `billing.state NOT NULL DEFAULT 'open'`
    pub state: State,
    /// `type.address`
    pub sent_to: Option<Address>,
}

impl Record for Invoice {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            user_id: row.column("user_id")?,
            total: row.column("total")?,
            state: row.column("state")?,
            sent_to: row.column("sent_to")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Invoice {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `billing.invoices`; it comes back as [`Invoice`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewInvoice {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer NOT NULL`; refers to `public.users`
    pub user_id: i32,
    /// `billing.cents NOT NULL`
    pub total: Cents,
    /// `billing.state NOT NULL DEFAULT 'open'`
    pub state: OrDefault<State>,
    /// `type.address`
    pub sent_to: Option<Address>,
}

impl NewInvoice {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, user_id: i32, total: Cents) -> Self {
        Self {
            id,
            user_id,
            total,
            state: OrDefault::Default,
            sent_to: None,
        }
    }

    /// Sets `state`.
    #[must_use]
    pub fn with_state(mut self, state: State) -> Self {
        self.state = OrDefault::Value(state);
        self
    }

    /// Sets `sent_to`.
    #[must_use]
    pub fn with_sent_to(mut self, sent_to: Address) -> Self {
        self.sent_to = Some(sent_to);
        self
    }
}

/// A partial update of [`Invoice`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct InvoicePatch {
    /// `integer NOT NULL`; refers to `public.users`
    pub user_id: Option<i32>,
    /// `billing.cents NOT NULL`
    pub total: Option<Cents>,
    /// `billing.state NOT NULL DEFAULT 'open'`
    pub state: Option<State>,
    /// `type.address`
    pub sent_to: Change<Address>,
}
