//! The function that writes by `COPY`.

use crate::docs;
use crate::plan::Inserted;

use super::Store;

impl Store<'_, '_> {
    /// `copy_in`, for a table whose columns all have a binary form that can be written without asking the server.
    pub(super) fn copy_in(&mut self) {
        let written = self.written();
        if written.is_empty() {
            self.left_out.push("`copy_in`: a new row gives no column.".to_owned());
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
        let returned = self.future("u64", &error);
        let head = format!("pub fn {name}<'e>(db: &'e mut {connection}, new: &'e [{new}]) -> {returned}");
        let copy = self.scope.at_root("support::copy_rows");
        let body = format!("    {copy}(db, TABLE, new)\n");
        if written.iter().any(|column| matches!(column.inserted, Inserted::Default(_))) {
            let docs = [
                "Inserts rows by `COPY`, the quickest way for many.",
                "Rows that leave different columns to their defaults go one kind after the other, in one transaction.",
            ];
            self.push(&docs, &head, &body);
        } else {
            self.push(&["Inserts rows by `COPY`, the quickest way for many."], &head, &body);
        }
    }
}
