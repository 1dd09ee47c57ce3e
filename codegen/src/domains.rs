//! One file a domain: the newtype over its base.

use schemactl_schema::catalog::{TypeKind, TypeWalker};

use crate::names::{ItemName, Names};
use crate::rust_type::RustType;
use crate::scope::Scope;
use crate::{docs, text};

/// The text of a domain's file; `base` is the type that it is over.
pub(crate) fn file(ty: TypeWalker<'_>, item: &ItemName, base: &RustType, names: &Names) -> String {
    let mut scope = Scope::new(names, item);
    let name = &item.type_name;
    let inner = scope.ty(base);
    let mut sql = Vec::new();
    if let TypeKind::Domain(domain) = &ty.get().kind {
        sql.push(docs::code(&domain.base.print(ty.catalog)));
        if domain.not_null {
            sql.push("`NOT NULL`".to_owned());
        }
        for constraint in &domain.constraints {
            sql.push(docs::code(&format!("CHECK ({})", constraint.check.print(ty.catalog))));
        }
    }
    let documentation = docs::lines(
        "",
        &[
            docs::comment(ty.catalog, ty.id.into()),
            vec![format!("A value of the domain {}: {}.", docs::code(&ty.printed_name()), sql.join("; "))],
            vec!["Whether the value is legal is the server's to say, when it is written.".to_owned()],
        ],
    );
    let mut derives = vec!["Debug", "Clone"];
    if base.is_copy() {
        derives.push("Copy");
    }
    derives.push("PartialEq");
    if base.is_hashable() {
        derives.extend(["Eq", "Hash"]);
    }
    let serde = names.types().has_serde(ty.catalog, base);
    if serde {
        derives.extend(["serde::Serialize", "serde::Deserialize"]);
    }
    derives.push("sqlx::Type");
    let head = names.head("domains", item, &derives);
    let transparent = if serde { "#[serde(transparent)]\n" } else { "" };
    let no_array = if base.has_array() { "" } else { ", no_pg_array" };
    let definition = format!(
        "{documentation}{head}{transparent}#[sqlx(transparent{no_array})]\npub struct {name}(pub {inner});\n"
    );
    let convert = scope.prelude("From");
    let from = format!(
        "impl {convert}<{inner}> for {name} {{\n    fn from(value: {inner}) -> Self {{\n        Self(value)\n    }}\n}}\n"
    );
    let into = format!(
        "impl {convert}<{name}> for {inner} {{\n    fn from(value: {name}) -> Self {{\n        value.0\n    }}\n}}\n"
    );
    let mut blocks = scope.uses();
    blocks.extend([definition, from, into]);
    if inner == "String" {
        blocks.push(format!(
            "impl {convert}<&str> for {name} {{\n    fn from(value: &str) -> Self {{\n        Self(value.to_owned())\n    }}\n}}\n"
        ));
    }
    text::print(blocks)
}
