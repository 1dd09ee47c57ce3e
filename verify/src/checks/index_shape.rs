//! What of an index decides which queries it serves, in a form that can be compared.

use schemactl_schema::catalog::{Catalog, ColumnId, Index, IndexKey, KeyTarget, SqlExpr};

/// A predicate or expression without differences that mean nothing: white space, case of words outside
/// quotes, parentheses around the whole.
pub(super) fn normal(expression: &SqlExpr, catalog: &Catalog) -> String {
    let printed = expression.print(catalog);
    let mut out = String::with_capacity(printed.len());
    let mut quote = None;
    for c in printed.chars() {
        match quote {
            Some(end) => {
                out.push(c);
                if c == end {
                    quote = None;
                }
            }
            None if c.is_whitespace() => {
                if !out.ends_with([' ', '(']) {
                    out.push(' ');
                }
            }
            None => {
                if matches!(c, '\'' | '"') {
                    quote = Some(c);
                }
                if matches!(c, ')' | ',') && out.ends_with(' ') {
                    out.pop();
                }
                out.extend(c.to_lowercase());
            }
        }
    }
    let mut text = out.trim();
    while let Some(inner) = without_parentheses(text) {
        text = inner.trim();
    }
    text.to_owned()
}

/// The inside, when the first parenthesis closes at the very end.
fn without_parentheses(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let mut depth = 0_i32;
    for c in inner.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            // Quotes may hold parentheses: leave such a text as it is.
            '\'' | '"' => return None,
            _ => {}
        }
        if depth < 0 {
            return None;
        }
    }
    Some(inner)
}

/// How two lists of keys relate, key by key over the shorter one.
pub(super) fn same_prefix(shorter: &Index, longer: &Index, catalog: &Catalog) -> bool {
    if shorter.keys.len() > longer.keys.len() || shorter.method != longer.method {
        return false;
    }
    let pairs = || shorter.keys.iter().zip(&longer.keys);
    let directions = |flipped: bool| {
        pairs().all(|(a, b)| {
            (a.descending == b.descending) != flipped && (a.nulls_first == b.nulls_first) != flipped
        })
    };
    pairs().all(|(a, b)| same_target(a, b, catalog))
        // A B-tree is read backwards as well as forwards.
        && (directions(false) || (&*shorter.method == "btree" && directions(true)))
}

fn same_target(a: &IndexKey, b: &IndexKey, catalog: &Catalog) -> bool {
    let target = match (&a.target, &b.target) {
        (KeyTarget::Column(a), KeyTarget::Column(b)) => a == b,
        (KeyTarget::Expression(a), KeyTarget::Expression(b)) => normal(a, catalog) == normal(b, catalog),
        _ => false,
    };
    target && a.collation == b.collation && a.opclass == b.opclass && a.opclass_options == b.opclass_options
}

/// Both cover the same rows.
pub(super) fn same_predicate(a: &Index, b: &Index, catalog: &Catalog) -> bool {
    match (&a.predicate, &b.predicate) {
        (None, None) => true,
        (Some(a), Some(b)) => normal(a, catalog) == normal(b, catalog),
        _ => false,
    }
}

/// Whether every column of `columns` can be read from `index` without the table.
pub(super) fn holds_columns(index: &Index, columns: &[ColumnId]) -> bool {
    columns.iter().all(|column| {
        index.include.contains(column)
            || index.keys.iter().any(|key| matches!(key.target, KeyTarget::Column(id) if id == *column))
    })
}
