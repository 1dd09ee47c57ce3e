//! Functions, procedures and aggregates.

use schemactl_schema::catalog::{
    Argument, ArgumentMode, Catalog, Function, FunctionBody, FunctionKind, Origins, Parallel, SqlBody,
    Volatility,
};
use schemactl_schema::diagnostic::Diagnostic;
use sqlx::postgres::types::Oid;

use super::fixed_point;
use super::not_modelled::finding;
use super::objects::{Objects, options, vector};
use super::reader::{USER_SCHEMA, not_of_extension, row};
use super::types::TypeMap;
use crate::error::LiveError;

row!(FunctionRow {
    oid: Oid,
    schema: Oid,
    name: String,
    kind: String,
    language: String,
    source: String,
    object_file: Option<String>,
    /// `BEGIN ATOMIC … END` or `RETURN …`.
    sql_body: Option<String>,
    volatility: String,
    strict: bool,
    security_definer: bool,
    leakproof: bool,
    parallel: String,
    /// When it is not the default of the language.
    cost: Option<String>,
    rows: Option<String>,
    returns_set: bool,
    returns: Oid,
    input_types: String,
    /// Of all arguments, when any is not an input.
    all_types: Option<Vec<Oid>>,
    modes: Option<Vec<String>>,
    names: Option<Vec<String>>,
    /// By place among all arguments; empty when there is none.
    defaults: Vec<Option<String>>,
    settings: Vec<String>,
    owner: String,
});

/// The functions that a range type brings are part of the type.
pub(super) fn functions() -> String {
    let not_of_extension = not_of_extension("pg_proc", "p.oid");
    format!(
        "\
SELECT p.oid, n.oid AS schema, p.proname AS name, p.prokind::text AS kind, l.lanname AS language,
       p.prosrc AS source, p.probin AS object_file, pg_get_function_sqlbody(p.oid) AS sql_body,
       p.provolatile::text AS volatility, p.proisstrict AS strict, p.prosecdef AS security_definer,
       p.proleakproof AS leakproof, p.proparallel::text AS parallel,
       CASE WHEN p.procost <> CASE WHEN l.lanname IN ('internal', 'c') THEN 1 ELSE 100 END
                 AND p.prokind <> 'a' THEN p.procost::text END AS cost,
       CASE WHEN p.prorows <> CASE WHEN p.proretset THEN 1000 ELSE 0 END THEN p.prorows::text END AS rows,
       p.proretset AS returns_set, p.prorettype AS returns, p.proargtypes::text AS input_types,
       p.proallargtypes AS all_types, p.proargmodes::text[] AS modes, p.proargnames AS names,
       CASE WHEN p.pronargdefaults = 0 THEN '{{}}' ELSE
            ARRAY(SELECT pg_get_function_arg_default(p.oid, a)
                  FROM generate_series(1, greatest(p.pronargs, cardinality(p.proallargtypes))) AS a ORDER BY a)
            END AS defaults,
       coalesce(p.proconfig, '{{}}') AS settings, pg_get_userbyid(p.proowner)::text AS owner
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
WHERE {USER_SCHEMA} AND {not_of_extension}
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                  AND d.refclassid = 'pg_type'::regclass AND d.deptype = 'i')
ORDER BY n.nspname, p.proname, pg_get_function_identity_arguments(p.oid) COLLATE \"C\""
    )
}

pub(super) fn add_functions(
    catalog: &mut Catalog,
    objects: &Objects,
    types: &TypeMap,
    rows: &[FunctionRow],
) -> Result<(), LiveError> {
    for row in rows {
        let arguments = arguments(row, types)?;
        let kind = match row.kind.as_str() {
            "p" => FunctionKind::Procedure,
            "a" => FunctionKind::Aggregate,
            "w" => FunctionKind::Window,
            _ => FunctionKind::Function,
        };
        let has = |modes: &[ArgumentMode]| arguments.iter().any(|argument| modes.contains(&argument.mode));
        let result_is_arguments = has(&[ArgumentMode::Table])
            // `RETURNS SETOF` stands beside OUT arguments; a plain RETURNS need not.
            || !row.returns_set && has(&[ArgumentMode::Out, ArgumentMode::InOut]);
        let returns = if kind == FunctionKind::Procedure || result_is_arguments {
            None
        } else {
            Some(types.data_type(row.returns, None, 1)?)
        };
        let body = match (&row.sql_body, &row.object_file) {
            (Some(body), _) => FunctionBody::Sql(Box::new(SqlBody::unresolved(body))),
            (None, Some(object)) => {
                FunctionBody::Library { object: object.as_str().into(), symbol: row.source.as_str().into() }
            }
            (None, None) => FunctionBody::Source(row.source.as_str().into()),
        };
        let id = catalog.add_function(Function {
            schema: objects.schema(row.schema)?,
            name: row.name.as_str().into(),
            kind,
            arguments,
            returns,
            returns_set: row.returns_set,
            language: row.language.as_str().into(),
            body,
            volatility: match row.volatility.as_str() {
                "i" => Volatility::Immutable,
                "s" => Volatility::Stable,
                _ => Volatility::Volatile,
            },
            strict: row.strict,
            security_definer: row.security_definer,
            leakproof: row.leakproof,
            parallel: match row.parallel.as_str() {
                "s" => Parallel::Safe,
                "r" => Parallel::Restricted,
                _ => Parallel::Unsafe,
            },
            cost: row.cost.as_deref().map(Into::into),
            rows: row.rows.as_deref().map(Into::into),
            settings: options(&row.settings),
            owner: Some(row.owner.as_str().into()),
            origins: Origins::default(),
        });
        debug_assert_eq!(objects.functions.get(&row.oid), Some(&id));
    }
    Ok(())
}

fn arguments(row: &FunctionRow, types: &TypeMap) -> Result<Vec<Argument>, LiveError> {
    let all = match &row.all_types {
        Some(all) => all.clone(),
        None => vector(&row.input_types).into_iter().map(Oid).collect(),
    };
    let mode = |at: usize| match row.modes.as_ref().and_then(|modes| modes.get(at)).map(String::as_str) {
        Some("o") => ArgumentMode::Out,
        Some("b") => ArgumentMode::InOut,
        Some("v") => ArgumentMode::Variadic,
        Some("t") => ArgumentMode::Table,
        _ => ArgumentMode::In,
    };
    let name = |at: usize| row.names.as_ref().and_then(|names| names.get(at)).filter(|name| !name.is_empty());
    let default = |at: usize| row.defaults.get(at).and_then(Option::as_deref);
    all.into_iter()
        .enumerate()
        .map(|(at, ty)| {
            Ok(Argument {
                mode: mode(at),
                name: name(at).map(|name| name.as_str().into()),
                ty: types.data_type(ty, None, 1)?,
                default: default(at).map(fixed_point::expression),
            })
        })
        .collect()
}

/// Reads the bodies in SQL-standard form, whose names are of objects that are all there now.
pub(super) fn set_bodies(
    catalog: &mut Catalog,
    objects: &Objects,
    rows: &[FunctionRow],
    diagnostics: &mut Vec<Diagnostic>,
) {
    for row in rows {
        let (Some(text), Some(id)) = (&row.sql_body, objects.functions.get(&row.oid)) else { continue };
        if !catalog.set_sql_body(*id, fixed_point::expression(text.trim()).written()) {
            let name = catalog.printed_signature(*id);
            diagnostics.push(finding("what is named in the body of", &name));
        }
    }
}
