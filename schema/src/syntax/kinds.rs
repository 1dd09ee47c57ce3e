//! The table of statement kinds: by which words each is known, what is done with it, who reads it. The manual's list of
//! statements is made from it.

#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method's own type fixes the cursor's lifetime; the table's readers take any"
)]

use std::ops::BitOr;

use super::grammar::cursor::{Cursor, Parse};
use super::tree::{ObjectKind, RoutineKind, Statement};

/// What a statement of a kind means to the schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Treatment {
    /// It changes the schema.
    Schema,
    /// It changes what later statements mean: settings, transactions.
    Session,
    /// It may do anything: its body is looked into.
    Code,
    /// It reads or changes rows only (`SELECT … INTO` makes a table).
    Rows,
    /// It leaves the schema alone.
    Irrelevant,
}

/// One kind of statement.
#[derive(Clone, Copy, Debug)]
pub struct StatementKind {
    /// The leading words: `[A|B C]` may be left out, `{A|B}` may not.
    pub words: &'static str,
    pub treatment: Treatment,
    reader: Reader,
}

#[derive(Clone, Copy, Debug)]
enum Reader {
    /// Reads on after the leading words.
    After(fn(&mut Cursor<'_>) -> Parse<Statement>),
    /// Reads from the statement's start.
    Whole(fn(&mut Cursor<'_>) -> Parse<Statement>),
    /// Nothing to read.
    Name(&'static str),
}

const fn schema(words: &'static str, read: fn(&mut Cursor<'_>) -> Parse<Statement>) -> StatementKind {
    StatementKind { words, treatment: Treatment::Schema, reader: Reader::After(read) }
}

const fn irrelevant(words: &'static str, name: &'static str) -> StatementKind {
    StatementKind { words, treatment: Treatment::Irrelevant, reader: Reader::Name(name) }
}

/// Irrelevant, but read: for what it is, or for what it would be refused for.
const fn outside(words: &'static str, read: fn(&mut Cursor<'_>) -> Parse<Statement>) -> StatementKind {
    StatementKind { words, treatment: Treatment::Irrelevant, reader: Reader::After(read) }
}

const fn rows(words: &'static str) -> StatementKind {
    StatementKind { words, treatment: Treatment::Rows, reader: Reader::Whole(|cursor| cursor.dml()) }
}

const fn transaction(words: &'static str) -> StatementKind {
    StatementKind {
        words,
        treatment: Treatment::Session,
        reader: Reader::Whole(|cursor| cursor.transaction()),
    }
}

const fn session(words: &'static str, read: fn(&mut Cursor<'_>) -> Parse<Statement>) -> StatementKind {
    StatementKind { words, treatment: Treatment::Session, reader: Reader::After(read) }
}

/// Every kind. The first line whose words fit is taken, so longer words stand before shorter ones.
pub const KINDS: &[StatementKind] = &[
    // Tables and what belongs to them.
    schema(
        "CREATE [TEMP|TEMPORARY|LOCAL TEMP|LOCAL TEMPORARY|GLOBAL TEMP|GLOBAL TEMPORARY|UNLOGGED] TABLE",
        |cursor| cursor.create_table(),
    ),
    schema("CREATE FOREIGN TABLE", |cursor| cursor.create_foreign_table()),
    schema("ALTER TABLE", |cursor| cursor.alter_relation(ObjectKind::Table)),
    schema("ALTER FOREIGN TABLE", |cursor| cursor.alter_relation(ObjectKind::ForeignTable)),
    schema("CREATE [UNIQUE] INDEX", |cursor| cursor.create_index()),
    schema("ALTER INDEX", |cursor| cursor.alter_relation(ObjectKind::Index)),
    schema("CREATE STATISTICS", |cursor| cursor.create_statistics()),
    schema("ALTER STATISTICS", |cursor| cursor.alter_object(ObjectKind::Statistics)),
    schema("CREATE [OR REPLACE] [CONSTRAINT] TRIGGER", |cursor| cursor.create_trigger()),
    schema("ALTER TRIGGER", |cursor| cursor.alter_object(ObjectKind::Trigger)),
    schema("CREATE [OR REPLACE] RULE", |cursor| cursor.create_rule()),
    schema("ALTER RULE", |cursor| cursor.alter_object(ObjectKind::Rule)),
    schema("CREATE POLICY", |cursor| cursor.create_policy()),
    schema("ALTER POLICY", |cursor| cursor.alter_object(ObjectKind::Policy)),
    schema("TRUNCATE [TABLE]", |cursor| cursor.truncate()),
    // Sequences and views.
    schema(
        "CREATE [TEMP|TEMPORARY|LOCAL TEMP|LOCAL TEMPORARY|GLOBAL TEMP|GLOBAL TEMPORARY|UNLOGGED] SEQUENCE",
        |cursor| cursor.create_sequence(),
    ),
    schema("ALTER SEQUENCE", |cursor| cursor.alter_relation(ObjectKind::Sequence)),
    schema(
        "CREATE [OR REPLACE] [TEMP|TEMPORARY|LOCAL TEMP|LOCAL TEMPORARY|GLOBAL TEMP|GLOBAL TEMPORARY] [RECURSIVE] VIEW",
        |cursor| cursor.create_view(),
    ),
    schema("ALTER VIEW", |cursor| cursor.alter_relation(ObjectKind::View)),
    schema("CREATE [UNLOGGED] MATERIALIZED VIEW", |cursor| cursor.create_materialized_view()),
    schema("ALTER MATERIALIZED VIEW", |cursor| cursor.alter_relation(ObjectKind::MaterializedView)),
    schema("REFRESH MATERIALIZED VIEW", |cursor| cursor.refresh_materialized_view()),
    // Types.
    schema("CREATE TYPE", |cursor| cursor.create_type()),
    schema("ALTER TYPE", |cursor| cursor.alter_object(ObjectKind::Type)),
    schema("CREATE DOMAIN", |cursor| cursor.create_domain()),
    schema("ALTER DOMAIN", |cursor| cursor.alter_object(ObjectKind::Domain)),
    // Routines.
    schema("CREATE [OR REPLACE] FUNCTION", |cursor| cursor.create_function(RoutineKind::Function)),
    schema("CREATE [OR REPLACE] PROCEDURE", |cursor| cursor.create_function(RoutineKind::Procedure)),
    schema("CREATE [OR REPLACE] AGGREGATE", |cursor| cursor.create_aggregate()),
    schema("ALTER FUNCTION", |cursor| cursor.alter_object(ObjectKind::Function)),
    schema("ALTER PROCEDURE", |cursor| cursor.alter_object(ObjectKind::Procedure)),
    schema("ALTER ROUTINE", |cursor| cursor.alter_object(ObjectKind::Routine)),
    schema("ALTER AGGREGATE", |cursor| cursor.alter_object(ObjectKind::Aggregate)),
    schema("CREATE EVENT TRIGGER", |cursor| cursor.create_event_trigger()),
    schema("ALTER EVENT TRIGGER", |cursor| cursor.alter_object(ObjectKind::EventTrigger)),
    // Containers.
    schema("CREATE SCHEMA", |cursor| cursor.create_schema()),
    schema("ALTER SCHEMA", |cursor| cursor.alter_object(ObjectKind::Schema)),
    schema("CREATE EXTENSION", |cursor| cursor.create_extension()),
    schema("ALTER EXTENSION", |cursor| cursor.alter_object(ObjectKind::Extension)),
    // Operators, casts, languages, text search.
    schema("CREATE OPERATOR CLASS", |cursor| cursor.create_operator_class()),
    schema("CREATE OPERATOR FAMILY", |cursor| cursor.create_operator_family()),
    schema("CREATE OPERATOR", |cursor| cursor.create_operator()),
    schema("ALTER OPERATOR CLASS", |cursor| cursor.alter_object(ObjectKind::OperatorClass)),
    schema("ALTER OPERATOR FAMILY", |cursor| cursor.alter_object(ObjectKind::OperatorFamily)),
    schema("ALTER OPERATOR", |cursor| cursor.alter_object(ObjectKind::Operator)),
    schema("CREATE CAST", |cursor| cursor.create_cast()),
    schema("CREATE [OR REPLACE] TRANSFORM", |cursor| cursor.create_transform()),
    schema("CREATE COLLATION", |cursor| cursor.create_collation()),
    schema("ALTER COLLATION", |cursor| cursor.alter_object(ObjectKind::Collation)),
    schema("CREATE [DEFAULT] CONVERSION", |cursor| cursor.create_conversion()),
    schema("ALTER CONVERSION", |cursor| cursor.alter_object(ObjectKind::Conversion)),
    schema("CREATE [OR REPLACE] [TRUSTED] [PROCEDURAL] LANGUAGE", |cursor| cursor.create_language()),
    schema("ALTER [PROCEDURAL] LANGUAGE", |cursor| cursor.alter_object(ObjectKind::Language)),
    schema("CREATE ACCESS METHOD", |cursor| cursor.create_access_method()),
    schema("CREATE TEXT SEARCH CONFIGURATION", |cursor| {
        cursor.create_text_search(ObjectKind::TextSearchConfiguration)
    }),
    schema("CREATE TEXT SEARCH DICTIONARY", |cursor| {
        cursor.create_text_search(ObjectKind::TextSearchDictionary)
    }),
    schema("CREATE TEXT SEARCH PARSER", |cursor| cursor.create_text_search(ObjectKind::TextSearchParser)),
    schema("CREATE TEXT SEARCH TEMPLATE", |cursor| cursor.create_text_search(ObjectKind::TextSearchTemplate)),
    schema("ALTER TEXT SEARCH CONFIGURATION", |cursor| {
        cursor.alter_object(ObjectKind::TextSearchConfiguration)
    }),
    schema("ALTER TEXT SEARCH DICTIONARY", |cursor| cursor.alter_object(ObjectKind::TextSearchDictionary)),
    schema("ALTER TEXT SEARCH PARSER", |cursor| cursor.alter_object(ObjectKind::TextSearchParser)),
    schema("ALTER TEXT SEARCH TEMPLATE", |cursor| cursor.alter_object(ObjectKind::TextSearchTemplate)),
    // Replication and foreign data.
    schema("CREATE PUBLICATION", |cursor| cursor.create_publication()),
    schema("ALTER PUBLICATION", |cursor| cursor.alter_object(ObjectKind::Publication)),
    schema("CREATE FOREIGN DATA WRAPPER", |cursor| cursor.create_foreign_data_wrapper()),
    schema("ALTER FOREIGN DATA WRAPPER", |cursor| cursor.alter_object(ObjectKind::ForeignDataWrapper)),
    schema("CREATE SERVER", |cursor| cursor.create_server()),
    schema("ALTER SERVER", |cursor| cursor.alter_object(ObjectKind::Server)),
    schema("CREATE USER MAPPING", |cursor| cursor.user_mapping()),
    schema("ALTER USER MAPPING", |cursor| cursor.user_mapping()),
    schema("DROP USER MAPPING", |cursor| cursor.user_mapping()),
    schema("IMPORT FOREIGN SCHEMA", |cursor| cursor.import_foreign_schema()),
    // Of any object.
    schema("COMMENT ON", |cursor| cursor.comment()),
    irrelevant("DROP USER", "DROP ROLE"),
    irrelevant("DROP GROUP", "DROP ROLE"),
    schema("DROP OWNED BY", |cursor| cursor.drop_owned()),
    schema("DROP", |cursor| cursor.drop()),
    schema("REASSIGN OWNED BY", |cursor| cursor.reassign_owned()),
    schema("GRANT", |cursor| cursor.grant()),
    schema("REVOKE", |cursor| cursor.revoke()),
    schema("ALTER DEFAULT PRIVILEGES", |cursor| cursor.alter_default_privileges()),
    // The session.
    transaction("BEGIN"),
    transaction("START TRANSACTION"),
    transaction("COMMIT"),
    transaction("END"),
    transaction("ROLLBACK"),
    transaction("ABORT"),
    transaction("SAVEPOINT"),
    transaction("RELEASE"),
    transaction("PREPARE TRANSACTION"),
    session("SET", |cursor| cursor.set()),
    session("RESET", |cursor| cursor.reset()),
    StatementKind {
        words: "DO",
        treatment: Treatment::Code,
        reader: Reader::After(|cursor| cursor.do_block()),
    },
    // Rows.
    rows("SELECT"),
    rows("VALUES"),
    rows("TABLE"),
    rows("WITH"),
    rows("INSERT"),
    rows("UPDATE"),
    rows("DELETE"),
    rows("MERGE"),
    outside("COPY", |cursor| cursor.copy()),
    // The server, its storage and its roles.
    outside("REINDEX", |cursor| cursor.reindex()),
    schema("CLUSTER", |cursor| cursor.cluster()),
    irrelevant("ALTER LARGE OBJECT", "ALTER LARGE OBJECT"),
    irrelevant("ALTER SYSTEM", "ALTER SYSTEM"),
    irrelevant("ALTER {ROLE|USER|GROUP}", "ALTER ROLE"),
    irrelevant("CREATE {ROLE|USER|GROUP}", "CREATE ROLE"),
    irrelevant("CREATE DATABASE", "CREATE DATABASE"),
    outside("ALTER DATABASE", |cursor| cursor.alter_object(ObjectKind::Database)),
    irrelevant("CREATE TABLESPACE", "CREATE TABLESPACE"),
    outside("ALTER TABLESPACE", |cursor| cursor.alter_object(ObjectKind::Tablespace)),
    irrelevant("CREATE SUBSCRIPTION", "CREATE SUBSCRIPTION"),
    outside("ALTER SUBSCRIPTION", |cursor| cursor.alter_object(ObjectKind::Subscription)),
    outside("CREATE ASSERTION", |cursor| cursor.create_assertion()),
    irrelevant("SECURITY LABEL", "SECURITY LABEL"),
    irrelevant("ANALYZE", "ANALYZE"),
    irrelevant("ANALYSE", "ANALYZE"),
    irrelevant("VACUUM", "VACUUM"),
    irrelevant("CALL", "CALL"),
    irrelevant("CHECKPOINT", "CHECKPOINT"),
    irrelevant("CLOSE", "CLOSE"),
    irrelevant("DEALLOCATE", "DEALLOCATE"),
    irrelevant("DECLARE", "DECLARE"),
    irrelevant("DISCARD ALL", "DISCARD ALL"),
    irrelevant("DISCARD", "DISCARD"),
    irrelevant("EXECUTE", "EXECUTE"),
    irrelevant("EXPLAIN", "EXPLAIN"),
    irrelevant("FETCH", "FETCH"),
    irrelevant("LISTEN", "LISTEN"),
    irrelevant("LOAD", "LOAD"),
    irrelevant("LOCK", "LOCK"),
    irrelevant("MOVE", "MOVE"),
    irrelevant("NOTIFY", "NOTIFY"),
    irrelevant("PREPARE", "PREPARE"),
    irrelevant("SHOW", "SHOW"),
    irrelevant("UNLISTEN", "UNLISTEN"),
];

/// A letter of the alphabet as a bit; no bit for anything else.
const fn letter(byte: u8) -> u32 {
    match byte {
        b'A'..=b'Z' => 1 << (byte - b'A'),
        b'a'..=b'z' => 1 << (byte - b'a'),
        _ => 0,
    }
}

/// No kind has more leading words.
const MOST_WORDS: usize = 8;

/// Of each kind, the letters that those of its leading words begin with which are always there.
static LETTERS: [u32; KINDS.len()] = {
    let mut letters = [0; KINDS.len()];
    let mut kind = 0;
    while kind < KINDS.len() {
        let words = KINDS[kind].words.as_bytes();
        let (mut at, mut choice, mut begins) = (0, false, true);
        while at < words.len() {
            match words[at] {
                b'[' | b'{' => choice = true,
                b']' | b'}' => choice = false,
                byte if begins && !choice => letters[kind] |= letter(byte),
                _ => {}
            }
            begins = words[at] == b' ';
            at += 1;
        }
        kind += 1;
    }
    letters
};

/// The kinds of statement that `CREATE SCHEMA` may hold.
const IN_SCHEMA: &[&str] = &["TABLE", "INDEX", "SEQUENCE", "TRIGGER", "VIEW"];

/// Reads one whole statement.
pub(crate) fn parse_statement(cursor: &mut Cursor<'_>) -> Parse<Statement> {
    if cursor.kind() == super::lexer::TokenKind::LeftParen && cursor.at_query() {
        return cursor.dml();
    }
    let statement = parse_kind(cursor)?;
    cursor.expect_end()?;
    Ok(statement)
}

/// Reads one element of `CREATE SCHEMA`; what follows is left.
pub(crate) fn parse_nested(cursor: &mut Cursor<'_>) -> Parse<Statement> {
    let start = cursor.position();
    if cursor.nth_is(0, "CREATE") {
        let allowed = (1..4).any(|ahead| cursor.nth_in(ahead, IN_SCHEMA))
            && !cursor.nth_in(1, &["SCHEMA", "MATERIALIZED"]);
        if !allowed {
            cursor.rewind(start + 1);
            return cursor.refuse_wanting("TABLE");
        }
    }
    parse_kind(cursor)
}

fn parse_kind(cursor: &mut Cursor<'_>) -> Parse<Statement> {
    let start = cursor.position();
    // What letters the first words begin with tells most kinds apart.
    let found = (0..MOST_WORDS).map(|ahead| cursor.nth_letter(ahead).map_or(0, letter)).fold(0, BitOr::bitor);
    let kinds = KINDS.iter().zip(&LETTERS).filter(|(_, letters)| *letters & !found == 0);
    for (kind, _) in kinds {
        if let Ok(count) = leading(cursor, kind.words) {
            cursor.rewind(start + count);
            cursor.set_lead(start);
            return match kind.reader {
                Reader::After(read) => read(cursor),
                Reader::Whole(read) => {
                    cursor.rewind(start);
                    read(cursor)
                }
                Reader::Name(name) => cursor.irrelevant(name),
            };
        }
    }
    refuse_kind(cursor)
}

/// The refusal of a statement that is of no kind, where the kind that fits longest ends.
fn refuse_kind(cursor: &mut Cursor<'_>) -> Parse<Statement> {
    let mut furthest = 0;
    let mut missing: Vec<&'static str> = Vec::new();
    for kind in KINDS {
        match leading(cursor, kind.words) {
            Err((at, words)) if at >= furthest => {
                if at > furthest {
                    missing.clear();
                    furthest = at;
                }
                missing.extend(words.split([' ', '|']).next());
            }
            _ => {}
        }
    }
    cursor.rewind(cursor.position() + furthest);
    for word in missing {
        cursor.note(word);
    }
    cursor.refuse()
}

/// How many tokens the leading words take; else how far they fit and which words were missing there.
///
/// Dozens of kinds are tried for a statement, so a word is compared where it stands, before anybody looks for its end.
fn leading(cursor: &Cursor<'_>, words: &'static str) -> Result<usize, (usize, &'static str)> {
    let mut at = 0;
    let mut rest = words;
    while !rest.is_empty() {
        if let Some(group) = rest.strip_prefix(['[', '{']) {
            let optional = rest.starts_with('[');
            let end = group.bytes().position(|byte| matches!(byte, b']' | b'}')).unwrap_or(group.len());
            let choices = &group[..end];
            match choice(cursor, at, choices) {
                Some(count) => at += count,
                None if optional => {}
                None => return Err((at, choices)),
            }
            rest = group[end..].trim_start_matches([']', '}', ' ']);
        } else {
            let Some(length) = cursor.nth_leads(at, rest) else { return Err((at, rest)) };
            at += 1;
            rest = rest[length..].trim_start_matches(' ');
        }
    }
    Ok(at)
}

/// How many tokens the first choice takes that fits, of those that `|` parts.
fn choice(cursor: &Cursor<'_>, at: usize, choices: &'static str) -> Option<usize> {
    let (mut rest, mut count) = (choices, 0);
    loop {
        if let Some(length) = cursor.nth_leads(at + count, rest) {
            count += 1;
            match rest[length..].strip_prefix(' ') {
                Some(next) => rest = next,
                None => return Some(count),
            }
        } else {
            let next = rest.bytes().position(|byte| byte == b'|')?;
            (rest, count) = (&rest[next + 1..], 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_has_more_words() {
        for kind in KINDS {
            // As many as there could be if every choice had its longest.
            let mut most = 0;
            for part in kind.words.replace(['[', '{'], "\n").replace([']', '}'], "\n").split('\n') {
                most += part.split('|').map(|choice| choice.split_whitespace().count()).max().unwrap_or(0);
            }
            assert!(most <= MOST_WORDS, "{}", kind.words);
        }
    }

    #[test]
    fn no_kind_hides_behind_an_earlier_one() {
        for (at, kind) in KINDS.iter().enumerate() {
            let words: Vec<_> = kind.words.split(' ').collect();
            for earlier in KINDS.iter().take(at) {
                let before: Vec<_> = earlier.words.split(' ').collect();
                let plain = !earlier.words.contains(['[', '{']);
                assert!(!(plain && words.starts_with(&before)), "{} hides {}", earlier.words, kind.words);
            }
        }
    }
}
