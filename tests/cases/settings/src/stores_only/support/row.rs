// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! Reading a row.
use sqlx::postgres::PgRow;
use sqlx::{Column, Decode, Postgres, Row, Type};
/// The value of a column: at this place, where the statement is one of ours, and else wherever its name is.
pub(crate) fn column<'r, T>(
    row: &'r PgRow,
    place: usize,
    name: &str,
) -> Result<T, sqlx::Error>
where
    T: Decode<'r, Postgres> + Type<Postgres>,
{
    match row.columns().get(place) {
        Some(column) if column.name() == name => row.try_get(place),
        _ => row.try_get(name),
    }
}
