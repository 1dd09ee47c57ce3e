//! Documentation of generated items: comments of the schema as Markdown that rustdoc takes as it was meant.

use schemactl_schema::catalog::{Catalog, ColumnWalker, ConstraintKind, Identity, ObjectId};

/// The most characters of SQL that stand in one line of documentation.
const MAX_SQL: usize = 200;

/// The text of `COMMENT ON`, line by line, or nothing.
pub(crate) fn comment(catalog: &Catalog, object: ObjectId) -> Vec<String> {
    catalog.comments.get(&object).map(|comment| markdown(&comment.text)).unwrap_or_default()
}

/// `///` lines with an indentation; paragraphs are kept apart by an empty line.
pub(crate) fn lines(indent: &str, paragraphs: &[Vec<String>]) -> String {
    marked(indent, "///", paragraphs)
}

/// `//!` lines, for a whole file.
pub(crate) fn inner_lines(paragraphs: &[Vec<String>]) -> String {
    marked("", "//!", paragraphs)
}

fn marked(indent: &str, mark: &str, paragraphs: &[Vec<String>]) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        let text = text.trim_end();
        out.push_str(indent);
        out.push_str(mark);
        if !text.is_empty() {
            out.push(' ');
        }
        out.push_str(text);
        out.push('\n');
    };
    let mut first = true;
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        if !first {
            line("");
        }
        first = false;
        for text in paragraph {
            line(text);
        }
    }
    out
}

/// A column as SQL, in a code span: `` `integer NOT NULL DEFAULT 0` ``.
pub(crate) fn column_sql(column: ColumnWalker<'_>) -> String {
    let mut sql = vec![column.type_text()];
    if column.not_null {
        sql.push("NOT NULL".to_owned());
    }
    if let Some(identity) = column.identity {
        let when = match identity {
            Identity::Always => "ALWAYS",
            Identity::ByDefault => "BY DEFAULT",
        };
        sql.push(format!("GENERATED {when} AS IDENTITY"));
    } else if let Some(generated) = &column.get().generated {
        let kind = if generated.stored { "STORED" } else { "VIRTUAL" };
        sql.push(format!("GENERATED ALWAYS AS ({}) {kind}", generated.expression.print(column.catalog)));
    } else if let Some(default) = &column.get().default {
        sql.push(format!("DEFAULT {}", default.print(column.catalog)));
    }
    code(&sql.join(" "))
}

/// What constraints of the table say of a column alone, and what refers to it, each a code span or a few words.
pub(crate) fn column_constraints(column: ColumnWalker<'_>) -> Vec<String> {
    let catalog = column.catalog;
    let mut out = Vec::new();
    for constraint in column.table().constraints() {
        match &constraint.get().kind {
            ConstraintKind::Unique { .. } => {
                let keys: Vec<_> =
                    constraint.index().map(|index| index.key_columns().collect()).unwrap_or_default();
                if matches!(keys.as_slice(), [Some(key)] if key.id == column.id) {
                    out.push("unique".to_owned());
                }
            }
            ConstraintKind::ForeignKey(key) if key.columns == [column.id] => {
                out.push(format!("refers to {}", code(&catalog.printed_name(key.references.into()))));
            }
            ConstraintKind::Check { expression } => {
                let mut named =
                    expression.references().iter().filter_map(|reference| match reference.target {
                        ObjectId::Column(id) => Some(id),
                        _ => None,
                    });
                let own = named.next() == Some(column.id) && named.all(|id| id == column.id);
                if own {
                    out.push(code(&format!("CHECK ({})", expression.print(catalog))));
                }
            }
            _ => {}
        }
    }
    out
}

/// Names of derive macros, which rustdoc finds beside a struct of the same name.
const DERIVE_MACROS: &[&str] =
    &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// A link to a struct of this name.
pub(crate) fn link(name: &str) -> String {
    if DERIVE_MACROS.contains(&name) { format!("[`struct@{name}`]") } else { format!("[`{name}`]") }
}

/// A code span on one line.
pub(crate) fn code(text: &str) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = text.char_indices().nth(MAX_SQL) {
        text.truncate(end);
        text.push('…');
    }
    let mut fence = "`".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// Plain text as Markdown: nothing in it becomes a link, a tag, a list, a heading or a test.
pub(crate) fn markdown(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(|line| escape_line(line.trim())).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    lines.drain(..first);
    lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    lines
}

fn escape_line(line: &str) -> String {
    let backticks = line.bytes().filter(|byte| *byte == b'`').count();
    let spans = backticks % 2 == 0 && !line.contains("``");
    let mut out = String::with_capacity(line.len() + 8);
    for (at, part) in line.split('`').enumerate() {
        if at > 0 {
            out.push_str(if spans { "`" } else { "\\`" });
        }
        if spans && at % 2 == 1 {
            out.push_str(part);
        } else {
            for (at, word) in part.split(' ').enumerate() {
                if at > 0 {
                    out.push(' ');
                }
                escape_word(word, &mut out);
            }
        }
    }
    if begins_block(&out) { format!("\\{out}") } else { escape_number(out) }
}

fn escape_word(word: &str, out: &mut String) {
    if let Some(at) = word.find("https://").or_else(|| word.find("http://")) {
        let (before, url) = word.split_at(at);
        let end = url.trim_end_matches(['.', ',', ';', ':', ')', '>', ']', '"', '\'']).len();
        let (url, after) = url.split_at(end);
        if !url.contains(['<', '>', '\\']) {
            escape_text(before, out);
            out.push('<');
            out.push_str(url);
            out.push('>');
            escape_text(after, out);
            return;
        }
    }
    escape_text(word, out);
}

fn escape_text(text: &str, out: &mut String) {
    for c in text.chars() {
        if matches!(c, '\\' | '<' | '>' | '[' | ']' | '*' | '&' | '|' | '~') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
}

/// Whether Markdown would read the line as a list item, a heading or a rule.
fn begins_block(line: &str) -> bool {
    line.starts_with(['#', '-', '+', '='])
}

/// `1. text` would begin a list.
fn escape_number(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        format!("{}\\{}", &line[..digits], &line[digits..])
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_text_and_nothing_else() {
        for (text, expected) in [
            ("Plain (is_active) text.", "Plain (is_active) text."),
            ("a [link] <tag> *star*", "a \\[link\\] \\<tag\\> \\*star\\*"),
            ("see `a[b]` and a[b]", "see `a[b]` and a\\[b\\]"),
            ("one ` only", "one \\` only"),
            ("    indented code", "indented code"),
            ("```rust", "\\`\\`\\`rust"),
            ("- item", "\\- item"),
            ("# title", "\\# title"),
            ("1. first", "1\\. first"),
            ("see (https://example.org/a_b).", "see (<https://example.org/a_b>)."),
        ] {
            assert_eq!(markdown(text), [expected], "{text}");
        }
        assert_eq!(markdown("\n\n a\n\n\n b\n\n"), ["a", "", "b"]);
        assert_eq!(markdown("  "), Vec::<String>::new());
    }

    #[test]
    fn code_spans_hold_backticks_and_end() {
        assert_eq!(code("a\n  b"), "`a b`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code(&"x".repeat(300)).chars().count(), MAX_SQL + 3);
    }
}
