//! Which functions and operators never give null unless they are given one.
//!
//! PostgreSQL keeps no such fact: `proisstrict` says the reverse. A name stands here only if no value of its arguments
//! gives null; what is not here counts as unknown.

use super::Analyser;
use super::value::Value;
use crate::expression::typing::Nullability;
use crate::expression::typing::coerce::Context;
use crate::expression::typing::types::{Ty, Types};

/// Functions of `pg_catalog` that give null only if an argument is null. Sorted.
const KEEPING: &[&str] = &[
    "abs",
    "array_append",
    "array_cat",
    "array_fill",
    "array_positions",
    "array_prepend",
    "array_remove",
    "array_replace",
    "array_to_json",
    "array_to_string",
    "ascii",
    "btrim",
    "cardinality",
    "cbrt",
    "ceil",
    "ceiling",
    "char_length",
    "character_length",
    "chr",
    "convert_from",
    "convert_to",
    "cos",
    "date_bin",
    "date_trunc",
    "decode",
    "degrees",
    "div",
    "encode",
    "exp",
    "family",
    "floor",
    "gcd",
    "get_bit",
    "get_byte",
    "host",
    "initcap",
    "isempty",
    "isfinite",
    "json_array_length",
    "json_build_array",
    "json_build_object",
    "json_typeof",
    "jsonb_array_length",
    "jsonb_build_array",
    "jsonb_build_object",
    "jsonb_pretty",
    "jsonb_strip_nulls",
    "jsonb_typeof",
    "justify_days",
    "justify_hours",
    "justify_interval",
    "lcm",
    "left",
    "length",
    "like_escape",
    "ln",
    "log",
    "lpad",
    "ltrim",
    "make_date",
    "make_time",
    "make_timestamp",
    "make_timestamptz",
    "masklen",
    "md5",
    "mod",
    "network",
    "notlike",
    "octet_length",
    "overlay",
    "pi",
    "position",
    "power",
    "quote_ident",
    "quote_literal",
    "radians",
    "regexp_replace",
    "repeat",
    "replace",
    "reverse",
    "right",
    "round",
    "row_to_json",
    "rpad",
    "rtrim",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "sign",
    "sin",
    "split_part",
    "sqrt",
    "starts_with",
    "string_to_array",
    "strpos",
    "substr",
    "tan",
    "timezone",
    "to_ascii",
    "to_hex",
    "to_json",
    "to_jsonb",
    "to_tsquery",
    "to_tsvector",
    "translate",
    "trunc",
    "ts_rank",
    "ts_rank_cd",
    "upper_inc",
    "upper_inf",
    "width_bucket",
];

/// Functions of `pg_catalog` that never give null, whatever they are given. Sorted.
const NEVER: &[&str] = &[
    "clock_timestamp",
    "concat",
    "current_database",
    "gen_random_uuid",
    "now",
    "num_nonnulls",
    "num_nulls",
    "pg_backend_pid",
    "random",
    "statement_timestamp",
    "timeofday",
    "transaction_timestamp",
    "txid_current",
    "uuidv4",
    "uuidv7",
    "version",
];

/// Aggregates that give null only for no rows, or for no value that is not null. Sorted.
const AGGREGATES: &[&str] = &[
    "array_agg",
    "avg",
    "bit_and",
    "bit_or",
    "bool_and",
    "bool_or",
    "every",
    "json_agg",
    "json_object_agg",
    "jsonb_agg",
    "jsonb_object_agg",
    "max",
    "min",
    "string_agg",
    "sum",
];

/// Aggregates and window functions that never give null. Sorted.
const COUNTS: &[&str] = &["count", "cume_dist", "dense_rank", "percent_rank", "rank", "row_number"];

/// Operators of `pg_catalog` that may give null for values that are not.
const LOSING: &[&str] = &["->", "->>", "#>", "#>>", "@?", "@@", "@@@", "#", "##"];

pub(super) fn of_function(name: &str, builtin: bool, arguments: &[Value]) -> Nullability {
    let listed = |list: &[&str]| list.binary_search(&name).is_ok();
    if !builtin {
        return Nullability::Unknown;
    }
    // `lower` and `upper` of a range are null where it has no bound.
    let is_text = |value: &Value| matches!(value.ty, Some(Ty::TEXT | Ty::VARCHAR | Ty::BPCHAR));
    let cases = matches!(name, "lower" | "upper") && arguments.iter().all(is_text);
    // Where nothing matches, the forms with a pattern give null.
    let numbers = |value: &Value| matches!(value.ty, Some(Ty::INT4 | Ty::INT8 | Ty::INT2));
    let cut = name == "substring" && arguments.get(1..).is_some_and(|rest| rest.iter().all(numbers));
    if listed(NEVER) {
        Nullability::NotNull
    } else if listed(KEEPING) || cases || cut {
        super::value::all_not_null(arguments)
    } else {
        Nullability::Unknown
    }
}

/// `some` is true where every group has rows, and each of them counts.
pub(super) fn of_aggregate(name: &str, builtin: bool, arguments: &[Value], some: bool) -> Nullability {
    if !builtin {
        return Nullability::Unknown;
    }
    if COUNTS.binary_search(&name).is_ok() {
        return Nullability::NotNull;
    }
    if some && AGGREGATES.binary_search(&name).is_ok() {
        return super::value::all_not_null(arguments);
    }
    Nullability::Unknown
}

impl Analyser<'_> {
    pub(super) fn nulls_of_operator(&self, name: &str, builtin: bool, operands: &[Value]) -> Nullability {
        // Shapes need not meet.
        let shape = |value: &Value| value.ty.is_none_or(|ty| self.types().category(ty) == 'G');
        if builtin && !LOSING.contains(&name) && !operands.iter().any(shape) {
            super::value::all_not_null(operands)
        } else {
            Nullability::Unknown
        }
    }

    /// A conversion between these types gives null for null only.
    pub(super) fn keeps_not_null(&self, from: Option<Ty>, to: Ty) -> bool {
        let types: &Types<'_> = self.types();
        let Some(from) = from else { return false };
        if from == Ty::UNKNOWN {
            return true;
        }
        let builtin = |ty: Ty| types.info(types.base(ty)).fact.is_some_and(|fact| fact.source.is_empty());
        // From PostgreSQL 18 on JSON's null becomes SQL's.
        let json = matches!(types.base(from), Ty::JSON | Ty::JSONB);
        let json_out = matches!(types.base(to), Ty::JSON | Ty::JSONB | Ty::TEXT | Ty::VARCHAR | Ty::BPCHAR);
        (builtin(from) && builtin(to) && (!json || json_out))
            || types.base(from) == types.base(to)
            || (types.is_enum(types.base(from)) && types.category(to) == 'S')
            || types.pathway(from, to, Context::Explicit)
                == Some(crate::expression::typing::coerce::Conversion::Relabel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_so_that_the_search_finds_everything() {
        for list in [KEEPING, NEVER, AGGREGATES, COUNTS] {
            assert!(list.is_sorted());
        }
    }
}
