// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! Which constraint an error is about.

/// The table and the constraint that the server names, each empty where it names none.
pub(crate) fn violated(error: &sqlx::Error) -> (&str, &str) {
    match error.as_database_error() {
        Some(
            error,
        ) => (error.table().unwrap_or_default(), error.constraint().unwrap_or_default()),
        None => ("", ""),
    }
}

/// Whether a name is one of others with a number behind it. So the server calls what a foreign key that refers to a
/// partitioned table is for each of the partitions, the first at times without the number.
pub(crate) fn is_numbered(name: &str, others: &[&str]) -> bool {
    let is_number = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
    others
        .iter()
        .filter_map(|other| name.strip_prefix(other))
        .any(|rest| is_number(rest.strip_prefix('_').unwrap_or(rest)))
}
