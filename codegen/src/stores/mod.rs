//! One file a table or view: the functions that read and write its rows.

mod copy;
mod lookup;
mod write;

use std::collections::BTreeSet;

use crate::names::{ItemName, Names, free, function_or, snake_number, unraw};
use crate::plan::{ColumnPlan, KeyPlan, TablePlan};
use crate::scope::Scope;
use crate::{docs, left_out, text};

/// The widest line of SQL in a string.
const SQL_WIDTH: usize = 78;

/// Names that the functions use themselves, so that no argument may have them.
const LOCALS: &[&str] =
    &["db", "new", "patch", "row", "rows", "set", "key", "keys", "copy", "found", "version"];

/// What the parts of one file share.
pub(crate) struct Store<'a, 's> {
    pub(crate) plan: &'a TablePlan<'a>,
    pub(crate) names: &'a Names,
    pub(crate) scope: &'s mut Scope<'a>,
    /// The column that counts updates, when one is named.
    pub(crate) version: Option<&'a ColumnPlan<'a>>,
    /// The row struct and the error, as this file calls them.
    pub(crate) row: String,
    pub(crate) error: String,
    taken: BTreeSet<String>,
    pub(crate) items: Vec<String>,
    /// What is not offered, and why.
    pub(crate) left_out: Vec<String>,
}

/// The text of a table's store.
pub(crate) fn file<'a>(
    plan: &'a TablePlan<'a>,
    item: &'a ItemName,
    names: &'a Names,
    version: Option<&'a ColumnPlan<'a>>,
) -> String {
    let mut scope = Scope::beside(names, item, Vec::new());
    let row = scope.at_root(&item.path("models"));
    let error = match names.derived(plan.table.id) {
        Some(derived) if plan.table.kind.is_table() => {
            scope.at_root(&ItemName { type_name: derived.error.clone(), ..item.clone() }.path("errors"))
        }
        _ => String::new(),
    };
    let mut store = Store {
        plan,
        names,
        scope: &mut scope,
        version,
        row,
        error,
        taken: BTreeSet::new(),
        items: Vec::new(),
        left_out: Vec::new(),
    };
    store.reads();
    if plan.table.kind.is_table() {
        store.writes();
    }
    let items = store.items;
    let mut left_out = Vec::new();
    if plan.table.kind.is_table() {
        left_out.extend(left_out::of_inserts(plan));
    }
    left_out.extend(left_out::of_lookups(plan));
    left_out.extend(store.left_out);
    let orders = plan.orders();
    if orders.is_empty() {
        left_out.extend(left_out::of_pages(plan, &orders));
    }
    let about = format!("The rows of {}.", docs::code(&plan.table.printed_name()));
    let columns: Vec<String> = plan.columns.iter().map(ColumnPlan::sql).collect();
    let mut blocks = vec![left_out::module_docs(&about, &left_out)];
    blocks.extend(scope.uses());
    blocks.push(columns_macro(&columns));
    if plan.is_writable() || plan.has_patch() {
        blocks.push(format!(
            "const TABLE: &str = {};\nconst COLUMNS: &str = columns!();\n",
            text::string(&plan.table.printed_name())
        ));
    }
    blocks.extend(items);
    text::print(blocks)
}

/// The select list, written once; a macro because `concat!` takes no constants.
fn columns_macro(columns: &[String]) -> String {
    let list = select_list("", columns);
    let mut lines = list.lines();
    let list = match (lines.next(), lines.next()) {
        (Some(line), None) => format!("        {}\n", line.trim().trim_end_matches(',')),
        _ => {
            let list: String = list.lines().map(|line| format!("        {line}\n")).collect();
            format!("        concat!(\n{list}        )\n")
        }
    };
    format!("macro_rules! columns {{\n    () => {{\n{list}    }};\n}}\n")
}

/// The select list as strings for `concat!`, a line each, none too long.
pub(crate) fn select_list(before: &str, columns: &[String]) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut line = before.to_owned();
    for (at, column) in columns.iter().enumerate() {
        let comma = if at + 1 < columns.len() { ", " } else { "" };
        if !line.is_empty() && line.len() + column.len() > SQL_WIDTH {
            lines.push(std::mem::take(&mut line));
        }
        line += column;
        line += comma;
    }
    lines.push(line);
    lines.iter().map(|line| format!("    {},\n", text::sql(line))).collect()
}

impl<'a> Store<'a, '_> {
    /// A name for a function, clear of those before it.
    pub(crate) fn name(&mut self, wanted: &str, otherwise: &str) -> String {
        let wanted = function_or(wanted, "unnamed");
        let otherwise = function_or(otherwise, &wanted);
        free(&mut self.taken, &wanted, &otherwise, snake_number)
    }

    pub(crate) fn column(&self, at: usize) -> &'a ColumnPlan<'a> {
        &self.plan.columns[at]
    }

    /// `user_id_and_day`.
    pub(crate) fn words(&self, columns: &[usize]) -> String {
        let words: Vec<&str> = columns.iter().map(|at| unraw(self.column(*at).field)).collect();
        words.join("_and_")
    }

    /// The name of an argument for a column.
    pub(crate) fn argument(&self, at: usize) -> String {
        let field = self.column(at).field;
        if LOCALS.contains(&field) { format!("{field}_value") } else { field.to_owned() }
    }

    /// The argument for a column, as it is bound.
    pub(crate) fn given(&mut self, at: usize) -> String {
        let argument = self.argument(at);
        self.declared(at, &argument)
    }

    /// A value for a column, declared by the name of its type where it must be.
    pub(crate) fn declared(&mut self, at: usize, value: &str) -> String {
        match self.column(at).declared() {
            Some(name) => {
                format!("{}({}, {value})", self.scope.at_root("support::Declared"), text::sql(&name))
            }
            None => value.to_owned(),
        }
    }

    /// The type of an argument for a column: by value where that is cheap.
    pub(crate) fn argument_type(&mut self, at: usize) -> String {
        let ty = &self.column(at).ty;
        let written = self.scope.ty(ty);
        match written.as_str() {
            _ if ty.is_copy() => written,
            "String" => "&str".to_owned(),
            "Vec<u8>" => "&[u8]".to_owned(),
            _ => format!("&{written}"),
        }
    }

    /// `id: Uuid, day: NaiveDate`.
    pub(crate) fn arguments(&mut self, columns: &[usize]) -> String {
        let arguments: Vec<String> =
            columns.iter().map(|at| format!("{}: {}", self.argument(*at), self.argument_type(*at))).collect();
        arguments.join(", ")
    }

    /// `id = $1::uuid AND day = $2::date`, with the key's own condition.
    pub(crate) fn condition(&self, columns: &[usize], predicate: Option<&str>) -> String {
        let mut terms: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(number, at)| {
                let column = self.column(*at);
                format!("{} = ${}::{}", column.sql(), number + 1, column.cast())
            })
            .collect();
        terms.extend(predicate.map(|sql| format!("({})", one_line(sql))));
        terms.join(" AND ")
    }

    pub(crate) fn key_condition(&self, key: &KeyPlan) -> String {
        if let Some(expressions) = &key.expressions {
            let predicate = key.predicate.as_ref().map(|sql| format!(" AND ({})", one_line(sql)));
            return one_line(&expressions.condition) + &predicate.unwrap_or_default();
        }
        self.condition(&key.columns, key.predicate.as_deref())
    }

    /// The columns in words, for documentation.
    pub(crate) fn documented(&self, columns: &[usize]) -> String {
        let names: Vec<String> = columns.iter().map(|at| docs::code(&self.column(*at).column.name)).collect();
        names.join(", ")
    }

    /// A key in words: the columns or expressions that it is made of, and which rows it is about.
    pub(crate) fn documented_key(&self, key: &KeyPlan) -> String {
        let mut words = match &key.expressions {
            Some(expressions) => {
                let parts: Vec<String> = expressions.parts.iter().map(|part| docs::code(part)).collect();
                parts.join(", ")
            }
            None => self.documented(&key.columns),
        };
        if let Some(predicate) = &key.predicate {
            words += &format!(", of those where {}", docs::code(predicate));
        }
        words
    }

    /// `concat!("SELECT ", columns!(), …)`, a clause a line.
    pub(crate) fn select(&self, clauses: &[String]) -> String {
        let from = format!(" FROM {}", self.plan.table.printed_name());
        let mut out = "concat!(\n        \"SELECT \",\n        columns!(),\n".to_owned();
        for clause in std::iter::once(&from).chain(clauses) {
            out += &text::sql_pieces(clause, "        ");
        }
        out + "    )"
    }

    pub(crate) fn executor(&mut self) -> String {
        format!("db: impl {}<'e>", self.scope.other("sqlx::PgExecutor"))
    }

    /// `BoxFuture<'e, Result<…, …>>`.
    pub(crate) fn future(&mut self, value: &str, error: &str) -> String {
        let future = self.scope.other("futures_core::future::BoxFuture");
        format!("{future}<'e, Result<{value}, {error}>>")
    }

    pub(crate) fn query(&mut self) -> String {
        self.scope.at_root("support::Query")
    }

    /// The body that runs a statement with these columns' values; `sql` is an expression, `end` what is asked of it.
    pub(crate) fn run(&mut self, sql: &str, columns: &[usize], end: &str) -> String {
        let query = self.query();
        let binds: Vec<String> = columns.iter().map(|at| format!(".bind({})", self.given(*at))).collect();
        let calls: Vec<String> = binds.into_iter().chain([format!(".{end}")]).collect();
        text::call_chain(&format!("{query}::new"), sql, &calls)
    }

    pub(crate) fn push(&mut self, docs: &[&str], head: &str, body: &str) {
        let paragraphs: Vec<Vec<String>> =
            docs.iter().filter(|line| !line.is_empty()).map(|line| vec![(*line).to_owned()]).collect();
        let head = wrap(head);
        self.items.push(format!("{}{head} {{\n{body}}}\n", docs::lines("", &paragraphs)));
    }
}

/// Puts each argument of a signature on a line of its own, when one line is too short.
pub(crate) fn wrap(head: &str) -> String {
    if head.len() + 2 <= text::MARGIN {
        return head.to_owned();
    }
    let Some((open, close)) = arguments_of(head) else {
        return head.to_owned();
    };
    let mut out = head[..=open].to_owned();
    out.push('\n');
    let mut depth = 0_i32;
    let mut argument = String::new();
    for c in head[open + 1..close].chars() {
        match c {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                out += &format!("    {},\n", argument.trim());
                argument.clear();
                continue;
            }
            _ => {}
        }
        argument.push(c);
    }
    if !argument.trim().is_empty() {
        out += &format!("    {},\n", argument.trim());
    }
    out + &head[close..]
}

/// The parentheses around the arguments of a signature.
fn arguments_of(head: &str) -> Option<(usize, usize)> {
    let open = head.find('(')?;
    let mut depth = 0_i32;
    for (at, c) in head.char_indices().skip_while(|(at, _)| *at < open) {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return Some((open, at));
                }
            }
            _ => {}
        }
    }
    None
}

/// SQL on one line, so that it can stand in one string.
pub(crate) fn one_line(sql: &str) -> String {
    sql.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
