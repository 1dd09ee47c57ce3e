//! One file a composite type: the struct that reads and writes its values.

use std::fmt::Write as _;

use schemactl_schema::catalog::{TypeKind, TypeWalker};

use crate::names::{CompositeNames, Names, unraw};
use crate::rust_type::{RustType, sqlx_type_name};
use crate::scope::Scope;
use crate::{docs, text};

/// The text of a composite type's file. Every attribute can be NULL: PostgreSQL has no NOT NULL for them.
pub(crate) fn file(ty: TypeWalker<'_>, composite_names: &CompositeNames, names: &Names) -> String {
    let TypeKind::Composite(attributes) = &ty.get().kind else {
        return text::print(Vec::new());
    };
    let serde = names.types().has_serde(ty.catalog, &RustType::Composite(ty.id));
    let mut scope = Scope::new(names, &composite_names.item);
    let mut fields = String::new();
    for (attribute, name) in attributes.iter().zip(&composite_names.fields) {
        // A type gets a name only when all its attributes have types.
        let Ok(rust) = names.types().of(ty.catalog, &attribute.ty) else {
            continue;
        };
        fields += &docs::lines("    ", &[vec![docs::code(&attribute.ty.print(ty.catalog))]]);
        // sqlx reads and writes attributes by position: only serde sees the name.
        let written = &*attribute.name;
        if serde && unraw(name) != written {
            // Writing to a String cannot fail.
            let _ = writeln!(fields, "    #[serde(rename = {})]", text::string(written));
        }
        let _ = writeln!(fields, "    pub {name}: {}<{}>,", scope.prelude("Option"), scope.ty(&rust));
    }
    let docs = docs::lines(
        "",
        &[
            docs::comment(ty.catalog, ty.id.into()),
            vec![format!("A value of the composite type {}.", docs::code(&ty.printed_name()))],
        ],
    );
    let mut derives = vec!["Debug", "Clone", "PartialEq"];
    if serde {
        derives.extend(["serde::Serialize", "serde::Deserialize"]);
    }
    derives.push("sqlx::Type");
    let head = names.head("composites", &composite_names.item, &derives);
    let type_name = text::string(&sqlx_type_name(ty));
    let value = text::braced(&format!("pub struct {}", composite_names.item.type_name), &fields);
    let mut blocks = scope.uses();
    blocks.push(format!("{docs}{head}#[sqlx(type_name = {type_name})]\n{value}"));
    text::print(blocks)
}
