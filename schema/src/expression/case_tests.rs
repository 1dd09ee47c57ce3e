//! Expressions as people write them against what a server printed for them (`cases/expressions.txt`).

use proptest::prelude::*;

use super::{Scope, UserFunction, UserType, UserTypeKind, Verdict, compare, compare_as};

/// The schema of `cases/subject.sql`.
struct Subject {
    columns: Vec<(String, String)>,
    /// In a domain's constraint, its base type.
    value: Option<String>,
}

impl Scope for Subject {
    fn column_type(&self, path: &[&str]) -> Option<String> {
        let name = match path {
            [name] | ["probed", name] | ["public", "probed", name] => *name,
            _ => return None,
        };
        if name == "value" && self.value.is_some() {
            return self.value.clone();
        }
        self.columns.iter().find(|(column, _)| column == name).map(|(_, ty)| ty.clone())
    }

    fn user_type(&self, path: &[&str]) -> Option<UserType> {
        let ([name] | ["public", name]) = path else { return None };
        let kind = match *name {
            "mood" => UserTypeKind::Enum,
            "score" => UserTypeKind::Domain("smallint".into()),
            "email" => UserTypeKind::Domain("text".into()),
            "pair" => {
                UserTypeKind::Composite(vec![("a".into(), "integer".into()), ("b".into(), "text".into())])
            }
            _ => return None,
        };
        Some(UserType { name: format!("public.{name}"), kind })
    }

    fn functions(&self, path: &[&str]) -> Vec<UserFunction> {
        let ([name] | ["public", name]) = path else { return Vec::new() };
        let (arguments, result, defaults) = match *name {
            "digest_of" => (vec!["jsonb"], "bytea", 0),
            "label" => (vec!["text", "integer"], "text", 1),
            _ => return Vec::new(),
        };
        vec![UserFunction {
            name: format!("public.{name}"),
            arguments: arguments.into_iter().map(str::to_owned).collect(),
            result: result.into(),
            defaults,
            variadic: false,
            volatile: false,
        }]
    }

    fn relation(&self, path: &[&str]) -> Option<String> {
        matches!(path, ["ids"] | ["public", "ids"]).then(|| "public.ids".into())
    }
}

struct Case {
    kind: String,
    written: String,
    printed: String,
    reprinted: Option<String>,
}

fn cases() -> (Vec<Case>, Vec<(String, String)>) {
    let mut cases = Vec::new();
    let mut columns = Vec::new();
    for line in include_str!("cases/expressions.txt").lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<String> = line.split('\t').map(|field| field.replace('␤', "\n")).collect();
        match &*fields {
            [word, name, ty] if word == "column" => columns.push((name.clone(), ty.clone())),
            [kind, written, printed, rest @ ..] => cases.push(Case {
                kind: kind.clone(),
                written: written.clone(),
                printed: printed.clone(),
                reprinted: rest.first().cloned(),
            }),
            _ => panic!("not a case: {line}"),
        }
    }
    (cases, columns)
}

/// What a kind of case says about the place: the type expected and the type of `VALUE`.
fn place(kind: &str) -> (Option<&str>, Option<String>) {
    match kind.split_once(' ') {
        Some(("domain", base)) => (Some("boolean"), Some(base.to_owned())),
        Some((_, ty)) => (Some(ty), None),
        None if kind == "index" => (None, None),
        None => (Some("boolean"), None),
    }
}

fn scope(columns: &[(String, String)], kind: &str) -> Subject {
    Subject { columns: columns.to_vec(), value: place(kind).1 }
}

#[test]
fn what_the_server_prints_equals_what_was_written() {
    let (cases, columns) = cases();
    assert!(cases.len() > 300);
    let mut wrong = Vec::new();
    for case in &cases {
        let scope = scope(&columns, &case.kind);
        let expected = place(&case.kind).0;
        let forms: Vec<&String> = [&case.written, &case.printed].into_iter().chain(&case.reprinted).collect();
        for left in &forms {
            for right in &forms {
                let found = compare_as(left, right, &scope, expected);
                if found != Verdict::Equal {
                    wrong.push(format!("{found:?} ({}): {left}   <>   {right}", case.kind));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
