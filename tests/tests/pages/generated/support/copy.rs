// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! `COPY … FROM STDIN` in the binary format (PostgreSQL documentation, COPY, "Binary Format").

use std::collections::{BTreeMap, HashMap};

use futures_core::future::BoxFuture;
use sqlx::encode::IsNull;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgConnection};
use sqlx::{Connection, Encode, Postgres, Type};

use super::Query;
use super::write::{Assignments, Columns, Form, NewRow};

const HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// How many bytes are gathered before they are sent.
const CHUNK: usize = 256 * 1024;

/// Copies rows into a table, whose name is quoted already; how many the server has taken.
///
/// `COPY` names its columns, so rows that leave different columns to their defaults go one kind after the other, in one
/// transaction.
pub(crate) fn copy_rows<'e, N, E>(
    db: &'e mut PgConnection,
    table: &'static str,
    new: &'e [N],
) -> BoxFuture<'e, Result<u64, E>>
where
    N: NewRow,
    E: From<sqlx::Error> + Send + 'e,
{
    Box::pin(async move {
        let kinds = kinds(new);
        // One statement is as good as a transaction.
        let alone = kinds.len() < 2 && !kinds.contains_key(&Given::default());
        if alone {
            return Ok(copy_kinds(db, table, kinds).await?);
        }
        let mut transaction = db.begin().await?;
        let copied = copy_kinds(&mut transaction, table, kinds).await?;
        transaction.commit().await?;
        Ok(copied)
    })
}

async fn copy_kinds<N: NewRow>(
    db: &mut PgConnection,
    table: &str,
    kinds: BTreeMap<Given, Vec<&N>>,
) -> Result<u64, sqlx::Error> {
    let mut types = HashMap::new();
    let mut copied = 0;
    for (given, rows) in kinds {
        if given == Given::default() {
            // `COPY` must name a column: these rows are all defaults.
            for row in rows {
                Assignments::of(row).insert_only(table).execute(&mut *db).await?;
                copied += 1;
            }
            continue;
        }
        let mut shape = Shape::default();
        if let Some(row) = rows.first() {
            row.columns(&mut shape);
        }
        for list in &shape.lists {
            if !types.contains_key(list) {
                // The binary format wants the number of the elements' type with each array.
                let number: Oid = Query::new("SELECT $1::regtype::oid")
                    .bind(*list)
                    .fetch_value(&mut *db)
                    .await?;
                types.insert(*list, number.0);
            }
        }
        copied += copy_kind(db, table, &shape.names, &types, &rows).await?;
    }
    Ok(copied)
}

async fn copy_kind<N: NewRow>(
    db: &mut PgConnection,
    table: &str,
    columns: &[&'static str],
    types: &HashMap<&'static str, u32>,
    rows: &[&N],
) -> Result<u64, sqlx::Error> {
    let sql =
        format!("COPY {table} ({}) FROM STDIN (FORMAT binary)", columns.join(", "));
    let count = i16::try_from(columns.len())
        .map_err(|error| sqlx::Error::Encode(error.into()))?
        .to_be_bytes();
    let mut sink = db.copy_in_raw(&sql).await?;
    let mut encoder =
        Encoder { buffer: PgArgumentBuffer::default(), types, failed: None };
    encoder.buffer.extend_from_slice(HEADER);
    for row in rows {
        if encoder.buffer.len() >= CHUNK {
            sink.send(encoder.buffer.as_slice()).await?;
            // A new one, because what sqlx would patch later cannot be cleared.
            encoder.buffer = PgArgumentBuffer::default();
            encoder.buffer.reserve(CHUNK + CHUNK / 8);
        }
        encoder.buffer.extend_from_slice(&count);
        row.columns(&mut encoder);
        if let Some(error) = encoder.failed.take() {
            sink.abort(error.to_string()).await?;
            return Err(error);
        }
    }
    encoder.buffer.extend_from_slice(&(-1_i16).to_be_bytes());
    sink.send(encoder.buffer.as_slice()).await?;
    sink.finish().await
}

/// Which columns a row gives: a bit a column, and no words after the last that is given.
type Given = Vec<u64>;

/// The rows by the columns that they give.
fn kinds<N: NewRow>(new: &[N]) -> BTreeMap<Given, Vec<&N>> {
    let mut kinds: BTreeMap<Given, Vec<&N>> = BTreeMap::new();
    let mut kind = Kind::default();
    for row in new {
        kind.given.clear();
        kind.columns = 0;
        row.columns(&mut kind);
        match kinds.get_mut(&kind.given) {
            Some(rows) => rows.push(row),
            None => drop(kinds.insert(kind.given.clone(), vec![row])),
        }
    }
    kinds
}

#[derive(Default)]
struct Kind {
    given: Given,
    columns: usize,
}

impl<'a> Columns<'a> for Kind {
    fn column<T>(&mut self, _: &'static str, _: Form, value: Option<T>)
    where
        T: Encode<'a, Postgres> + Type<Postgres>,
    {
        if value.is_some() {
            let word = self.columns / 64;
            if self.given.len() <= word {
                self.given.resize(word + 1, 0);
            }
            self.given[word] |= 1 << (self.columns % 64);
        }
        self.columns += 1;
    }
}

/// The columns that a row gives, and the types of its arrays' elements.
#[derive(Default)]
struct Shape {
    names: Vec<&'static str>,
    lists: Vec<&'static str>,
}

impl<'a> Columns<'a> for Shape {
    fn column<T>(&mut self, name: &'static str, form: Form, value: Option<T>)
    where
        T: Encode<'a, Postgres> + Type<Postgres>,
    {
        if value.is_some() {
            self.names.push(name);
            if let Form::List(element) = form {
                self.lists.push(element);
            }
        }
    }
}

/// Writes the values that rows give.
struct Encoder<'t> {
    buffer: PgArgumentBuffer,
    types: &'t HashMap<&'static str, u32>,
    failed: Option<sqlx::Error>,
}

impl<'a> Columns<'a> for Encoder<'_> {
    fn column<T>(&mut self, _: &'static str, form: Form, value: Option<T>)
    where
        T: Encode<'a, Postgres> + Type<Postgres>,
    {
        if let Some(value) = value
            && let Err(error) = self.value(form, &value)
        {
            self.failed.get_or_insert(sqlx::Error::Encode(error));
        }
    }
}

impl Encoder<'_> {
    fn value<'q>(
        &mut self,
        form: Form,
        value: &impl Encode<'q, Postgres>,
    ) -> Result<(), sqlx::error::BoxDynError> {
        let start = self.buffer.len();
        self.buffer.extend_from_slice(&[0; 4]);
        let length = match value.encode_by_ref(&mut self.buffer)? {
            IsNull::Yes => {
                self.buffer.truncate(start + 4);
                -1
            }
            IsNull::No => i32::try_from(self.buffer.len() - start - 4)?,
        };
        self.buffer[start..start + 4].copy_from_slice(&length.to_be_bytes());
        if length < 0 {
            return Ok(());
        }
        match form {
            Form::Plain => {}
            // What sqlx writes begins with the version of `jsonb`.
            Form::Json => {
                if let Some(version) = self.buffer.get_mut(start + 4) {
                    *version = b' ';
                }
            }
            // The length, the number of dimensions, whether there are NULLs: then the type.
            Form::List(element) => {
                let number = self.types.get(element).copied().unwrap_or_default();
                if let Some(place) = self.buffer.get_mut(start + 12..start + 16) {
                    place.copy_from_slice(&number.to_be_bytes());
                }
            }
        }
        Ok(())
    }
}
