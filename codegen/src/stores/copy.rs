//! The function that writes by `COPY`.

use std::fmt::Write as _;

use crate::plan::{ColumnPlan, Inserted};
use crate::{docs, text};

use super::Store;
use super::write::element_cast;

impl Store<'_, '_> {
    /// `copy_in`, for a table whose columns all have a binary form that can be written without asking the server.
    pub(super) fn copy_in(&mut self) {
        let written = self.written();
        if written.is_empty() {
            return;
        }
        if let Some(column) = written.iter().find(|column| column.is_composite()) {
            let name = docs::code(&column.column.name);
            self.left_out.push(format!(
                "`copy_in`: the binary form of {name} holds numbers that only the server knows."
            ));
            return;
        }
        let name = self.name("copy_in", "copy_in_rows");
        let (new, error) = (self.new_type(), self.error.clone());
        let connection = self.scope.other("sqlx::PgConnection");
        let head =
            format!("pub async fn {name}(db: &mut {connection}, new: &[{new}]) -> Result<u64, {error}>");
        let optional: Vec<&ColumnPlan<'_>> = written
            .iter()
            .copied()
            .filter(|column| matches!(column.inserted, Inserted::Default(_)))
            .collect();
        let required: Vec<String> = written
            .iter()
            .filter(|column| !matches!(column.inserted, Inserted::Default(_)))
            .map(|column| text::sql(&column.sql()))
            .collect();
        let mut body = self.element_types(&written);
        if optional.is_empty() {
            body += &self.one_copy(&written, &required);
            self.push(&["Inserts rows by `COPY`, the quickest way for many."], &head, &body);
        } else {
            body += &self.copy_by_kind(&new, &written, &optional, &required);
            let docs = [
                "Inserts rows by `COPY`, the quickest way for many, in one transaction.",
                "Rows that leave different columns to their defaults go one kind after the other.",
            ];
            self.push(&docs, &head, &body);
        }
    }

    /// The numbers that the server has for the types of arrays' elements.
    fn element_types(&mut self, written: &[&ColumnPlan<'_>]) -> String {
        let mut out = String::new();
        for (at, column) in lists(written) {
            let function = self.scope.at_root("support::element_type");
            let element = text::sql(&element_cast(column));
            // Writing to a String cannot fail.
            let _ = writeln!(out, "    let element_{at} = {function}(&mut *db, {element}).await?;");
        }
        out
    }

    fn one_copy(&mut self, written: &[&ColumnPlan<'_>], required: &[String]) -> String {
        let copy = self.scope.at_root("support::Copy");
        format!(
            "    let mut copy = {copy}::begin(db, TABLE, &[{}]).await?;\n    for row in new {{\n        \
             copy.row().await?;\n{}    }}\n    Ok(copy.finish().await?)\n",
            required.join(", "),
            values(written, "        ")
        )
    }

    fn copy_by_kind(
        &mut self,
        new: &str,
        written: &[&ColumnPlan<'_>],
        optional: &[&ColumnPlan<'_>],
        required: &[String],
    ) -> String {
        let copy = self.scope.at_root("support::Copy");
        let map = self.scope.other("std::collections::BTreeMap");
        let connection = self.scope.other("sqlx::Connection");
        let vec = self.scope.prelude("Vec");
        let given: Vec<String> =
            optional.iter().map(|column| format!("!row.{}.is_default()", column.field)).collect();
        let mut columns = String::new();
        for (at, column) in optional.iter().enumerate() {
            let name = text::sql(&column.sql());
            let _ =
                write!(columns, "        if given[{at}] {{\n            columns.push({name});\n        }}\n");
        }
        // Columns without a default come first, as they are listed.
        let mut in_order: Vec<&ColumnPlan<'_>> = written
            .iter()
            .copied()
            .filter(|column| !matches!(column.inserted, Inserted::Default(_)))
            .collect();
        in_order.extend(optional);
        let values = values_of(&in_order, written, "            ");
        let nothing = if required.is_empty() {
            "        if columns.is_empty() {\n            \
             // COPY must name a column: these rows are all defaults.\n            for row in rows {\n                \
             assignments(row)?.insert_only(TABLE).execute(&mut *transaction).await?;\n                copied += 1;\n            \
             }\n            continue;\n        }\n"
        } else {
            ""
        };
        format!(
            "    let mut kinds: {map}<[bool; {}], {vec}<&{new}>> = {map}::new();\n    for row in new {{\n        \
             let given = [{}];\n        kinds.entry(given).or_default().push(row);\n    }}\n    \
             let mut transaction = {connection}::begin(db).await?;\n    let mut copied = 0;\n    \
             for (given, rows) in kinds {{\n        let mut columns: {vec}<&str> = vec![{}];\n{columns}{nothing}        \
             let mut copy = {copy}::begin(&mut transaction, TABLE, &columns).await?;\n        for row in rows {{\n            \
             copy.row().await?;\n{values}        }}\n        copied += copy.finish().await?;\n    }}\n    \
             transaction.commit().await?;\n    Ok(copied)\n",
            optional.len(),
            given.join(", "),
            required.join(", "),
        )
    }
}

/// The array columns, numbered.
fn lists<'a>(written: &[&'a ColumnPlan<'a>]) -> Vec<(usize, &'a ColumnPlan<'a>)> {
    let lists = written.iter().copied().filter(|column| column.is_array());
    lists.enumerate().map(|(at, column)| (at + 1, column)).collect()
}

fn values(written: &[&ColumnPlan<'_>], indent: &str) -> String {
    values_of(written, written, indent)
}

/// The statements that write the columns of `row`; `written` numbers the arrays.
fn values_of(columns: &[&ColumnPlan<'_>], written: &[&ColumnPlan<'_>], indent: &str) -> String {
    let lists = lists(written);
    let mut out = String::new();
    for column in columns {
        let optional = matches!(column.inserted, Inserted::Default(_));
        let value = if optional { "value".to_owned() } else { column.lent("row") };
        let list = lists.iter().find(|(_, list)| list.column.id == column.column.id);
        let call = if let Some((at, _)) = list {
            format!("copy.array({value}, element_{at})?;")
        } else if column.cast() == "json" {
            format!("copy.json({value})?;")
        } else {
            format!("copy.value({value})?;")
        };
        if optional {
            let _ = write!(
                out,
                "{indent}if let Some(value) = row.{}.value() {{\n{indent}    {call}\n{indent}}}\n",
                column.field
            );
        } else {
            let _ = writeln!(out, "{indent}{call}");
        }
    }
    out
}
