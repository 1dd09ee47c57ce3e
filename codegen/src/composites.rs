//! One file a composite type: the struct that reads and writes its values.
//!
//! sqlx's own derive declares each attribute as it declares a parameter of the Rust type: a `varchar` as `text`. The server
//! converts a parameter, but not what stands in a composite value; so where they differ, what writes is written out.

use std::fmt::Write as _;

use schemactl_schema::catalog::{Catalog, DataType, TypeKind, TypeWalker};

use crate::declared::{self, Attribute};
use crate::names::{CompositeNames, Names, unraw};
use crate::rust_type::{RustType, sqlx_type_name};
use crate::scope::Scope;
use crate::{docs, named, text};

/// Whether the struct declares an attribute by the name of its type.
pub(crate) fn is_declared(ty: TypeWalker<'_>, names: &Names) -> bool {
    let TypeKind::Composite(attributes) = &ty.get().kind else {
        return false;
    };
    attributes.iter().any(|attribute| {
        let rust = names.types().of(ty.catalog, &attribute.ty);
        rust.is_ok_and(|rust| {
            !matches!(declared::attribute(ty.catalog, &attribute.ty, &rust), Attribute::Plain)
        })
    })
}

/// The text of a composite type's file. Every attribute can be NULL: PostgreSQL has no NOT NULL for them.
pub(crate) fn file(ty: TypeWalker<'_>, composite_names: &CompositeNames, names: &Names) -> String {
    let TypeKind::Composite(attributes) = &ty.get().kind else {
        return text::print(Vec::new());
    };
    let serde = names.types().has_serde(ty.catalog, &RustType::Composite(ty.id));
    let mut scope = Scope::new(names, &composite_names.item);
    let is_declared = is_declared(ty, names);
    let (mut fields, mut writes, mut reads) = (String::new(), String::new(), String::new());
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
        if is_declared {
            let value = encoded(ty.catalog, &attribute.ty, &rust, name, &mut scope);
            let _ = writeln!(writes, "        encoder.encode({value})?;");
            let value = if declared::is_domain(ty.catalog, &attribute.ty)
                && !matches!(rust, RustType::Overridden(_))
            {
                format!("decoder.try_decode::<{}<_>>()?.0", scope.at_root("support::Undomained"))
            } else {
                "decoder.try_decode()?".to_owned()
            };
            let _ = writeln!(reads, "            {name}: {value},");
        }
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
    if !is_declared {
        derives.extend(["sqlx::Encode", "sqlx::Decode"]);
    }
    let head = names.head("composites", &composite_names.item, &derives);
    let type_name = text::string(&sqlx_type_name(ty));
    let value = text::braced(&format!("pub struct {}", composite_names.item.type_name), &fields);
    let attribute = if is_declared { String::new() } else { format!("#[sqlx(type_name = {type_name})]\n") };
    let mut items = vec![format!("{docs}{head}{attribute}{value}")];
    let name = &composite_names.item.type_name;
    items.extend(named::implementations(ty, name, &mut scope));
    if is_declared {
        items.extend(implementations(name, [&writes, &reads], &mut scope));
    }
    let mut blocks = scope.uses();
    blocks.extend(items);
    text::print(blocks)
}

/// What is given to the encoder for an attribute.
fn encoded(catalog: &Catalog, ty: &DataType, rust: &RustType, field: &str, scope: &mut Scope<'_>) -> String {
    let whole = format!("{}self.{field}", if rust.is_copy() { "" } else { "&" });
    let named = |name: &str, value: &str, scope: &mut Scope<'_>| {
        format!("{}({}, {value})", scope.at_root("support::Declared"), text::sql(name))
    };
    let list = |element: &str, scope: &mut Scope<'_>| {
        let list = scope.at_root("support::DeclaredList");
        format!("{list}({}, self.{field}.as_deref())", text::sql(element))
    };
    match declared::attribute(catalog, ty, rust) {
        Attribute::Plain => whole,
        Attribute::Named(name) => named(&name, &whole, scope),
        Attribute::Elements(element) => list(&element, scope),
        Attribute::NamedElements(name, element) => {
            let list = list(&element, scope);
            named(&name, &list, scope)
        }
    }
}

/// What sqlx's derive would make, but for how the attributes are declared, and domains seen through.
fn implementations(name: &str, [writes, reads]: [&str; 2], scope: &mut Scope<'_>) -> Vec<String> {
    let [encode, postgres, buffer, null, failed, encoder, decode, value, decoder] = [
        "sqlx::Encode",
        "sqlx::Postgres",
        "sqlx::postgres::PgArgumentBuffer",
        "sqlx::encode::IsNull",
        "sqlx::error::BoxDynError",
        "sqlx::postgres::types::PgRecordEncoder",
        "sqlx::Decode",
        "sqlx::postgres::PgValueRef",
        "sqlx::postgres::types::PgRecordDecoder",
    ]
    .map(|path| scope.other(path));
    let (result, ok) = (scope.prelude("Result"), scope.prelude("Ok"));
    vec![
        format!(
            "impl {encode}<'_, {postgres}> for {name} {{\n    fn encode_by_ref(&self, buffer: &mut {buffer}) -> \
             {result}<{null}, {failed}> {{\n        let mut encoder = {encoder}::new(buffer);\n{writes}        \
             encoder.finish();\n        {ok}({null}::No)\n    }}\n}}\n"
        ),
        format!(
            "impl<'r> {decode}<'r, {postgres}> for {name} {{\n    fn decode(value: {value}<'r>) -> \
             {result}<Self, {failed}> {{\n        let mut decoder = {decoder}::new(value)?;\n        \
             {ok}(Self {{\n{reads}        }})\n    }}\n}}\n"
        ),
    ]
}
