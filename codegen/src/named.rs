//! How sqlx knows a type of the schema: by its name. The server prints the name of a column's type without a schema that the
//! `search_path` finds, and with it otherwise; both are taken.

use schemactl_schema::catalog::TypeWalker;
use schemactl_schema::catalog::names::quote_identifier;

use crate::rust_type::sqlx_type_name;
use crate::scope::Scope;
use crate::text;

/// The implementations of `Type` and `PgHasArrayType` for the Rust type `name`.
pub(crate) fn implementations(ty: TypeWalker<'_>, name: &str, scope: &mut Scope<'_>) -> [String; 2] {
    let [type_trait, has_array, postgres, info] =
        ["sqlx::Type", "sqlx::postgres::PgHasArrayType", "sqlx::Postgres", "sqlx::postgres::PgTypeInfo"]
            .map(|path| scope.other(path));
    let declared = sqlx_type_name(ty);
    let whole = ty.printed_name();
    let other = if declared == whole { quote_identifier(&ty.name).into_owned() } else { whole };
    let [declared, other] = [declared, other].map(|name| text::string(&name));
    [
        format!(
            "impl {type_trait}<{postgres}> for {name} {{\n    fn type_info() -> {info} {{\n        \
             {info}::with_name({declared})\n    }}\n\n    fn compatible(ty: &{info}) -> bool {{\n        \
             [Self::type_info(), {info}::with_name({other})].contains(ty)\n    }}\n}}\n"
        ),
        format!(
            "impl {has_array} for {name} {{\n    fn array_type_info() -> {info} {{\n        \
             {info}::array_of({declared})\n    }}\n\n    fn array_compatible(ty: &{info}) -> bool {{\n        \
             [Self::array_type_info(), {info}::array_of({other})].contains(ty)\n    }}\n}}\n"
        ),
    ]
}
