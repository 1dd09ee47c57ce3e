// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! `COPY … FROM STDIN` in the binary format (PostgreSQL documentation, COPY, "Binary Format").
use sqlx::encode::IsNull;
use sqlx::postgres::{PgArgumentBuffer, PgConnection, PgCopyIn};
use sqlx::{Encode, Postgres};
const HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// How many bytes are gathered before they are sent.
const CHUNK: usize = 256 * 1024;
/// The number of the type of an array's elements; the binary format wants it with each array.
pub(crate) async fn element_type(
    db: &mut PgConnection,
    ty: &str,
) -> Result<u32, sqlx::Error> {
    let oid: sqlx::postgres::types::Oid = sqlx::query_scalar("SELECT $1::regtype::oid")
        .bind(ty)
        .fetch_one(db)
        .await?;
    Ok(oid.0)
}
/// Rows on their way to the server.
pub(crate) struct Copy<'c> {
    sink: PgCopyIn<&'c mut PgConnection>,
    buffer: PgArgumentBuffer,
    columns: i16,
}
impl<'c> Copy<'c> {
    /// Begins to write these columns of the table; both are quoted already.
    pub(crate) async fn begin(
        db: &'c mut PgConnection,
        table: &str,
        columns: &[&str],
    ) -> Result<Copy<'c>, sqlx::Error> {
        let sql = format!(
            "COPY {table} ({}) FROM STDIN (FORMAT binary)", columns.join(", ")
        );
        let sink = db.copy_in_raw(&sql).await?;
        let mut buffer = PgArgumentBuffer::default();
        buffer.extend_from_slice(HEADER);
        let columns = i16::try_from(columns.len())
            .map_err(|error| sqlx::Error::Encode(error.into()))?;
        Ok(Self { sink, buffer, columns })
    }
    /// Begins a row; its values follow, a call a column.
    pub(crate) async fn row(&mut self) -> Result<(), sqlx::Error> {
        if self.buffer.len() >= CHUNK {
            self.flush().await?;
        }
        self.buffer.extend_from_slice(&self.columns.to_be_bytes());
        Ok(())
    }
    async fn flush(&mut self) -> Result<(), sqlx::Error> {
        self.sink.send(self.buffer.as_slice()).await?;
        self.buffer = PgArgumentBuffer::default();
        self.buffer.reserve(CHUNK + CHUNK / 8);
        Ok(())
    }
    pub(crate) fn value<'q>(
        &mut self,
        value: impl Encode<'q, Postgres>,
    ) -> Result<(), sqlx::Error> {
        let start = self.buffer.len();
        self.buffer.extend_from_slice(&[0; 4]);
        let length = match value
            .encode_by_ref(&mut self.buffer)
            .map_err(sqlx::Error::Encode)?
        {
            IsNull::Yes => {
                self.buffer.truncate(start + 4);
                -1
            }
            IsNull::No => {
                i32::try_from(self.buffer.len() - start - 4)
                    .map_err(|error| sqlx::Error::Encode(error.into()))?
            }
        };
        self.buffer[start..start + 4].copy_from_slice(&length.to_be_bytes());
        Ok(())
    }
    /// A value of `json`: what sqlx writes begins with the version of `jsonb`.
    pub(crate) fn json<'q>(
        &mut self,
        value: impl Encode<'q, Postgres>,
    ) -> Result<(), sqlx::Error> {
        let start = self.buffer.len() + 4;
        self.value(value)?;
        if let Some(version) = self.buffer.get_mut(start) {
            *version = b' ';
        }
        Ok(())
    }
    /// An array, with the number of its elements' type.
    pub(crate) fn array<'q>(
        &mut self,
        value: impl Encode<'q, Postgres>,
        element_type: u32,
    ) -> Result<(), sqlx::Error> {
        let at = self.buffer.len() + 12;
        self.value(value)?;
        if let Some(oid) = self.buffer.get_mut(at..at + 4) {
            oid.copy_from_slice(&element_type.to_be_bytes());
        }
        Ok(())
    }
    /// Ends the rows; how many the server has taken.
    pub(crate) async fn finish(mut self) -> Result<u64, sqlx::Error> {
        self.buffer.extend_from_slice(&(-1_i16).to_be_bytes());
        self.flush().await?;
        self.sink.finish().await
    }
}
