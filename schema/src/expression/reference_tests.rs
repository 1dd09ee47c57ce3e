//! The expressions of the reference migrations against what a server printed for them (`cases/reference.txt`).

use super::{Scope, UserFunction, UserType, UserTypeKind, Verdict, compare_as};

type Line<'a> = Vec<&'a str>;

/// One table of the reference schema, or one domain.
struct Table<'a> {
    lines: &'a [Line<'a>],
    name: &'a str,
}

impl Scope for Table<'_> {
    fn column_type(&self, path: &[&str]) -> Option<String> {
        let [name] = path else { return None };
        let found = self.lines.iter().find(
            |line| matches!(&***line, ["column", table, column, _] if table == &self.name && column == name),
        );
        found.map(|line| line[3].to_owned())
    }

    fn user_type(&self, path: &[&str]) -> Option<UserType> {
        let ([name] | ["public", name]) = path else { return None };
        let line = self.lines.iter().find(|line| line[0] == "type" && line[1] == *name)?;
        let kind = if line[2] == "e" { UserTypeKind::Enum } else { UserTypeKind::Domain(line[3].to_owned()) };
        Some(UserType { name: format!("public.{name}"), kind })
    }

    fn functions(&self, path: &[&str]) -> Vec<UserFunction> {
        let (["jsonb_sha256"] | ["public", "jsonb_sha256"]) = path else { return Vec::new() };
        vec![UserFunction {
            name: "public.jsonb_sha256".into(),
            arguments: vec!["jsonb".into()],
            result: "bytea".into(),
            defaults: 0,
            variadic: false,
            volatile: false,
        }]
    }
}

#[test]
fn what_the_server_prints_for_the_reference_migrations_equals_them() {
    let text = include_str!("cases/reference.txt").replace('␤', "\n");
    // A line break inside a case is no end of a line of the file.
    let text = text
        .replace("\ntype\t", "\0type\t")
        .replace("\ncolumn\t", "\0column\t")
        .replace("\ncase\t", "\0case\t");
    let lines: Vec<Line<'_>> = text.trim_end().split('\0').map(|line| line.split('\t').collect()).collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in &lines {
        let ["case", name, ty, written, printed] = **line else { continue };
        count += 1;
        let found = compare_as(written, printed, &Table { lines: &lines, name }, Some(ty));
        if found != Verdict::Equal {
            wrong.push(format!("{found:?} ({name}, {ty}): {written}   <>   {printed}"));
        }
    }
    assert!(count > 100);
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}
