//! Writes a note and lists the latest: `DATABASE_URL=postgres://… schemactl-example-build-script "a title"`.

/// What the build script wrote.
#[allow(missing_debug_implementations, dead_code, unused_imports, unreachable_pub, clippy::pedantic)]
mod schema {
    include!(concat!(env!("OUT_DIR"), "/schema/mod.rs"));
}

use schema::enums::NoteKind;
use schema::errors::NoteError;
use schema::models::NewNote;
use schema::{pages, stores};
use sqlx::{Connection as _, PgConnection};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let title = std::env::args().nth(1).ok_or("give a title")?;
    let mut db = PgConnection::connect(&std::env::var("DATABASE_URL")?).await?;
    match stores::notes::insert(&mut db, &note(&title)).await {
        Err(NoteError::TitleTaken) => println!("there is a note with this title already"),
        other => println!("written: {}", other?.id),
    }
    let page = pages::notes::by_written_at_and_id().limit(10).fetch(&mut db).await?;
    for note in page.rows {
        println!("{} {} {}", note.written_at, note.category, note.title);
    }
    Ok(())
}

/// A title that ends in an exclamation mark is something to do.
fn note(title: &str) -> NewNote {
    let note = NewNote::new(title);
    if title.ends_with('!') { note.with_category(NoteKind::Task) } else { note }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_no_value_is_the_schema_s() {
        assert!(note("later").category.is_default());
        assert_eq!(note("now!").category.value(), Some(&NoteKind::Task));
    }
}
