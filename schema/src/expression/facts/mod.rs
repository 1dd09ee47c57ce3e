//! What PostgreSQL's own catalog says about functions, operators and casts: tables and how they are searched.

mod casts;
mod functions;
mod operators;

/// One way to call a function or operator. Types are internal names (`int4`, `_text`, `anyelement`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Signature {
    /// `None` stands left of a prefix operator.
    pub(super) arguments: Vec<Option<Box<str>>>,
    pub(super) result: Box<str>,
    pub(super) volatile: bool,
    pub(super) variadic: bool,
    /// How many of the last arguments may be left out.
    pub(super) defaults: usize,
}

/// How one type becomes another (`pg_cast`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cast {
    pub(super) context: Context,
    /// The bytes stay as they are.
    pub(super) binary: bool,
}

/// Where a cast is applied: each allows what those before it allow.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Context {
    Implicit,
    Assignment,
    Explicit,
}

pub(super) fn functions(name: &str) -> Vec<Signature> {
    search(functions::FUNCTIONS, name)
}

pub(super) fn operators(name: &str) -> Vec<Signature> {
    search(operators::OPERATORS, name)
}

pub(super) fn cast(from: &str, to: &str) -> Option<Cast> {
    let at = casts::CASTS.binary_search_by(|entry| entry.0.cmp(from)).ok()?;
    let (_, targets) = casts::CASTS.get(at)?;
    targets.split(' ').find_map(|target| {
        let (name, context, binary) = match target.split_once('=') {
            Some((name, context)) => (name, context, true),
            None => target.split_once(':').map(|(name, context)| (name, context, false))?,
        };
        let context = match context {
            "i" => Context::Implicit,
            "a" => Context::Assignment,
            _ => Context::Explicit,
        };
        (name == to).then_some(Cast { context, binary })
    })
}

fn search(table: &[(&str, &str)], name: &str) -> Vec<Signature> {
    let Ok(at) = table.binary_search_by(|entry| entry.0.cmp(name)) else { return Vec::new() };
    table.get(at).map_or_else(Vec::new, |(_, text)| text.split(" | ").filter_map(signature).collect())
}

fn signature(text: &str) -> Option<Signature> {
    let (arguments, rest) = text.split_once('>')?;
    let (rest, defaults) = match rest.split_once('=') {
        Some((rest, count)) => (rest, count.parse().ok()?),
        None => (rest, 0),
    };
    let (rest, variadic) = rest.strip_suffix('*').map_or((rest, false), |rest| (rest, true));
    let (result, volatile) = rest.strip_suffix('!').map_or((rest, false), |rest| (rest, true));
    let arguments = if arguments.is_empty() {
        Vec::new()
    } else {
        arguments.split(',').map(|name| (!name.is_empty()).then(|| name.into())).collect()
    };
    Some(Signature { arguments, result: result.into(), volatile, variadic, defaults })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_so_that_the_search_finds_everything() {
        for table in [functions::FUNCTIONS, operators::OPERATORS, casts::CASTS] {
            assert!(table.is_sorted_by(|a, b| a.0 < b.0));
        }
        for table in [functions::FUNCTIONS, operators::OPERATORS] {
            for (name, text) in table {
                assert_eq!(search(table, name).len(), text.split(" | ").count(), "{name}");
            }
        }
        assert_eq!(cast("varchar", "text"), Some(Cast { context: Context::Implicit, binary: true }));
        assert!(functions("clock_timestamp").iter().all(|found| found.volatile));
    }
}
