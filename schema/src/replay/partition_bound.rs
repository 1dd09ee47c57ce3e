//! What PostgreSQL demands of partition bounds: the form that the strategy asks for, and room between the others.
//! (`transformPartitionBound`, `check_new_partition_bound`.)

use std::cmp::Ordering;

use super::Replayer;
use super::place::Place;
use super::stop::{Result, Stop};
use crate::catalog::{KeyTarget, PartitionKey, PartitionStrategy, Persistence, RelationId, TypeBase};
use crate::expression::tree::{Expr, ExprKind};
use crate::source::Span;
use crate::syntax::tree::{PartitionBound, PartitionBoundKind, SqlText};

/// One datum of a bound, as far as bounds can be compared by it.
#[derive(Clone, PartialEq, Debug)]
enum Datum {
    Min,
    Max,
    Null,
    Number(i128),
    Word(Box<str>),
    /// A date or a time in ISO form, without a zone: it orders as its text does.
    Moment(Box<str>),
    /// Not comparable here.
    Unknown,
}

impl Datum {
    fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Min, Self::Min) | (Self::Max, Self::Max) => Some(Ordering::Equal),
            (Self::Min, _) | (_, Self::Max) => Some(Ordering::Less),
            (Self::Max, _) | (_, Self::Min) => Some(Ordering::Greater),
            (Self::Number(left), Self::Number(right)) => Some(left.cmp(right)),
            (Self::Moment(left), Self::Moment(right)) => Some(left.cmp(right)),
            // How text orders is its collation's business.
            (Self::Word(left), Self::Word(right)) if left == right => Some(Ordering::Equal),
            _ => None,
        }
    }

    fn is_infinite(&self) -> bool {
        matches!(self, Self::Min | Self::Max)
    }
}

/// A bound with its data.
#[derive(Clone, Debug)]
enum Bound {
    Default,
    List(Vec<Datum>),
    Range(Vec<Datum>, Vec<Datum>),
    Hash(u32, u32),
}

/// As `partition_rbound_cmp` compares the data of two bounds: what follows MINVALUE or MAXVALUE does not count.
fn compare_tuples(left: &[Datum], right: &[Datum]) -> Option<Ordering> {
    for (left, right) in left.iter().zip(right) {
        match left.compare(right)? {
            Ordering::Equal if left.is_infinite() => return Some(Ordering::Equal),
            Ordering::Equal => {}
            other => return Some(other),
        }
    }
    Some(Ordering::Equal)
}

impl Replayer<'_> {
    /// Refuses a bound that is not of the form that the parent's strategy asks for.
    pub(super) fn check_bound_form(&self, parent: RelationId, bound: &PartitionBound) -> Result<()> {
        let Some(key) = &self.catalog.relations[parent].partition_key else { return Ok(()) };
        let invalid = |article: &str| {
            Err(Stop::refused(
                "42P16",
                bound.span,
                format!("invalid bound specification for a {article} partition"),
            ))
        };
        match (&bound.kind, key.strategy) {
            (PartitionBoundKind::Default, PartitionStrategy::Hash) => Err(Stop::refused(
                "42P16",
                bound.span,
                "a hash-partitioned table may not have a default partition",
            )),
            (PartitionBoundKind::Default, _) => Ok(()),
            (PartitionBoundKind::Hash { modulus, remainder }, PartitionStrategy::Hash) => {
                let message = if *modulus == 0 {
                    "modulus for hash partition must be an integer value greater than zero"
                } else if remainder >= modulus {
                    "remainder for hash partition must be less than modulus"
                } else {
                    return Ok(());
                };
                Err(Stop::refused("42P16", bound.span, message))
            }
            (PartitionBoundKind::In(values), PartitionStrategy::List) => {
                for value in values {
                    self.fits_place(value.span, Place::PartitionBound { range: false }, None)?;
                    self.check_datum_type(key, 0, *value)?;
                }
                Ok(())
            }
            (PartitionBoundKind::Range { from, to }, PartitionStrategy::Range) => {
                for (word, values) in [("FROM", from), ("TO", to)] {
                    if values.len() != key.keys.len() {
                        let message =
                            format!("{word} must specify exactly one value per partitioning column");
                        return Err(Stop::refused("42P16", bound.span, message));
                    }
                }
                for values in [from, to] {
                    self.check_range_data(key, values)?;
                }
                Ok(())
            }
            (_, PartitionStrategy::Hash) => invalid("hash"),
            (_, PartitionStrategy::List) => invalid("list"),
            (_, PartitionStrategy::Range) => invalid("range"),
        }
    }

    fn check_range_data(&self, key: &PartitionKey, values: &[SqlText]) -> Result<()> {
        let mut infinite: Option<Datum> = None;
        for (at, value) in values.iter().enumerate() {
            self.fits_place(value.span, Place::PartitionBound { range: true }, None)?;
            self.check_datum_type(key, at, *value)?;
            let datum = self.datum(key, at, self.text(value.span));
            if datum == Datum::Null {
                return Err(Stop::refused("42P17", value.span, "cannot specify NULL in range bound"));
            }
            if let Some(before) = &infinite
                && datum != *before
            {
                let word = if *before == Datum::Min { "MINVALUE" } else { "MAXVALUE" };
                let message = format!("every bound following {word} must also be {word}");
                return Err(Stop::refused("42804", value.span, message));
            }
            if datum.is_infinite() {
                infinite = Some(datum);
            }
        }
        Ok(())
    }

    /// A constant that cannot be of the key's type.
    fn check_datum_type(&self, key: &PartitionKey, at: usize, value: SqlText) -> Result<()> {
        let Ok(tree) = crate::expression::parse(self.text(value.span)) else { return Ok(()) };
        let (Some(ty), Some(part)) = (self.key_type(key, at), key.keys.get(at)) else { return Ok(()) };
        let name = match &part.target {
            KeyTarget::Column(column) => &*self.catalog.columns[*column].name,
            KeyTarget::Expression(_) => return Ok(()),
        };
        match (&tree.kind, ty) {
            (ExprKind::Number(_), "bool") => {
                let message = format!("specified value cannot be cast to type boolean for column \"{name}\"");
                Err(Stop::refused("42804", value.span, message))
            }
            (ExprKind::String(text), "int2" | "int4" | "int8") if !is_integer(text) => {
                let shown = match ty {
                    "int2" => "smallint",
                    "int4" => "integer",
                    _ => "bigint",
                };
                let message = format!("invalid input syntax for type {shown}: \"{text}\"");
                Err(Stop::refused("22P02", value.span, message))
            }
            _ => Ok(()),
        }
    }

    /// The type of PostgreSQL's own that a column of the key has.
    fn key_type(&self, key: &PartitionKey, at: usize) -> Option<&'static str> {
        let KeyTarget::Column(column) = key.keys.get(at)?.target else { return None };
        let ty = &self.catalog.columns[column].ty;
        match &ty.base {
            TypeBase::Builtin(builtin) if !ty.is_array() => Some(builtin.name),
            _ => None,
        }
    }

    fn datum(&self, key: &PartitionKey, at: usize, text: &str) -> Datum {
        let Ok(tree) = crate::expression::parse(text) else { return Datum::Unknown };
        datum_of(&tree, self.key_type(key, at))
    }

    /// Refuses a bound that leaves no room, or takes that of another partition. `name` is the new partition's.
    pub(super) fn check_bound_room(
        &self,
        parent: RelationId,
        name: &str,
        bound: &PartitionBound,
        partition: Option<RelationId>,
    ) -> Result<()> {
        let Some(key) = &self.catalog.relations[parent].partition_key else { return Ok(()) };
        let Some(new) = self.bound_written(key, bound) else { return Ok(()) };
        if let Bound::Range(from, to) = &new
            && compare_tuples(from, to).is_some_and(Ordering::is_ge)
        {
            let message = format!("empty range bound specified for partition \"{name}\"");
            return Err(Stop::refused("42P17", bound.span, message));
        }
        let mut moduli = Vec::new();
        for other in self.catalog.children_of(parent) {
            if Some(*other) == partition {
                continue;
            }
            let entry = &self.catalog.relations[*other];
            let Some(existing) = &entry.partition_bound else { continue };
            let Some(existing) = self.bound_kept(key, existing.written()) else { continue };
            let message = match (&new, &existing) {
                (Bound::Default, Bound::Default) => Some(format!(
                    "partition \"{name}\" conflicts with existing default partition \"{}\"",
                    entry.name
                )),
                (left, right) if overlap(left, right) => {
                    Some(format!("partition \"{name}\" would overlap partition \"{}\"", entry.name))
                }
                _ => None,
            };
            if let Bound::Hash(modulus, _) = existing {
                moduli.push(modulus);
            }
            if let Some(message) = message
                && !self.other_modulus(&new, &moduli)
            {
                return Err(Stop::refused("42P17", bound.span, message)
                    .label(entry.origins.creation(), "the other partition"));
            }
        }
        if self.other_modulus(&new, &moduli) {
            let message = "every hash partition modulus must be a factor of the next larger modulus";
            return Err(Stop::refused("42P17", bound.span, message));
        }
        Ok(())
    }

    fn other_modulus(&self, new: &Bound, moduli: &[u32]) -> bool {
        let Bound::Hash(modulus, _) = *new else { return false };
        moduli.iter().any(|other| {
            let (small, large) = (modulus.min(*other), modulus.max(*other));
            small == 0 || large % small != 0
        })
    }

    fn bound_written(&self, key: &PartitionKey, bound: &PartitionBound) -> Option<Bound> {
        let data = |values: &[SqlText], list: bool| -> Vec<Datum> {
            let values = values.iter().enumerate();
            values
                .map(|(at, value)| self.datum(key, if list { 0 } else { at }, self.text(value.span)))
                .collect()
        };
        Some(match &bound.kind {
            PartitionBoundKind::Default => Bound::Default,
            PartitionBoundKind::In(values) => Bound::List(data(values, true)),
            PartitionBoundKind::Range { from, to } => Bound::Range(data(from, false), data(to, false)),
            PartitionBoundKind::Hash { modulus, remainder } => Bound::Hash(*modulus, *remainder),
        })
    }

    /// A bound from the text that the catalog keeps.
    fn bound_kept(&self, key: &PartitionKey, text: &str) -> Option<Bound> {
        if text == "DEFAULT" {
            return Some(Bound::Default);
        }
        if let Some(list) = text.strip_prefix("FOR VALUES IN (").and_then(|rest| rest.strip_suffix(')')) {
            return Some(Bound::List(tuple(list, |_| self.key_type(key, 0))?));
        }
        if let Some(rest) = text.strip_prefix("FOR VALUES FROM (").and_then(|rest| rest.strip_suffix(')')) {
            // A string may hold the words between the two halves: the first reading of both that fits.
            return rest.match_indices(") TO (").find_map(|(at, words)| {
                let of = |text: &str| tuple(text, |at| self.key_type(key, at));
                Some(Bound::Range(of(&rest[..at])?, of(&rest[at + words.len()..])?))
            });
        }
        let rest = text.strip_prefix("FOR VALUES WITH (modulus ")?.strip_suffix(')')?;
        let (modulus, remainder) = rest.split_once(", remainder ")?;
        Some(Bound::Hash(modulus.parse().ok()?, remainder.parse().ok()?))
    }

    /// Temporary and other tables do not make one partitioned table. `verb` begins PostgreSQL's message.
    pub(super) fn check_partition_persistence(
        &self,
        parent: RelationId,
        child: Persistence,
        verb: &str,
        at: Span,
    ) -> Result<()> {
        let entry = &self.catalog.relations[parent];
        let of = |persistence| persistence == Persistence::Temporary;
        let (own, other) = match (of(child), of(entry.persistence)) {
            (true, false) => ("temporary", "permanent"),
            (false, true) => ("permanent", "temporary"),
            _ => return Ok(()),
        };
        let message =
            format!("cannot {verb} a {own} relation as partition of {other} relation \"{}\"", entry.name);
        Err(Stop::refused("42809", at, message))
    }
}

/// The data of a list between parentheses.
fn tuple(text: &str, ty: impl Fn(usize) -> Option<&'static str>) -> Option<Vec<Datum>> {
    let tree = crate::expression::parse(&format!("ROW({text})")).ok()?;
    let ExprKind::Row(terms) = &tree.kind else { return None };
    Some(terms.iter().enumerate().map(|(at, term)| datum_of(term, ty(at))).collect())
}

fn datum_of(tree: &Expr, ty: Option<&str>) -> Datum {
    match &tree.kind {
        ExprKind::Null => Datum::Null,
        ExprKind::Column { path, all: false } => match path.parts.as_slice() {
            [word] if &*word.text == "minvalue" => Datum::Min,
            [word] if &*word.text == "maxvalue" => Datum::Max,
            _ => Datum::Unknown,
        },
        ExprKind::Cast { operand, .. } if matches!(operand.kind, ExprKind::String(_)) => {
            datum_of(operand, ty)
        }
        ExprKind::Boolean(value) if ty == Some("bool") => Datum::Word(if *value { "t" } else { "f" }.into()),
        ExprKind::Unary { operator, operand } if &*operator.name == "-" => match datum_of(operand, ty) {
            Datum::Number(value) => Datum::Number(-value),
            _ => Datum::Unknown,
        },
        ExprKind::Number(text) | ExprKind::String(text) => match ty {
            Some("int2" | "int4" | "int8") => text.trim().parse().map_or(Datum::Unknown, Datum::Number),
            Some("text" | "varchar") if matches!(tree.kind, ExprKind::String(_)) => Datum::Word(text.clone()),
            Some("date" | "timestamp" | "timestamptz") => moment(text),
            _ => Datum::Unknown,
        },
        _ => Datum::Unknown,
    }
}

fn is_integer(text: &str) -> bool {
    let digits = text.trim().trim_start_matches(['-', '+']);
    // Newer servers read `0x1F` and `1_000`, too: a digit at the front may be the begin of those.
    digits.starts_with(|c: char| c.is_ascii_digit())
}

/// `2024-01-31`, and `2024-01-31 10:20:30.5`, both as text that orders as they do.
fn moment(text: &str) -> Datum {
    let text = text.trim();
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let digits = |text: &str, widths: &[usize], sign: char| {
        let parts: Vec<_> = text.split(sign).collect();
        parts.len() == widths.len()
            && parts
                .iter()
                .zip(widths)
                .all(|(part, width)| part.len() == *width && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let whole = match clock.matches(':').count() {
        0 if clock.is_empty() => "00:00:00".to_owned(),
        1 => format!("{clock}:00"),
        _ => clock.to_owned(),
    };
    let is_fraction = fraction.len() <= 6 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if digits(day, &[4, 2, 2], '-') && digits(&whole, &[2, 2, 2], ':') && is_fraction {
        return Datum::Moment(format!("{day} {whole}.{fraction:0<6}").into());
    }
    Datum::Unknown
}

fn overlap(left: &Bound, right: &Bound) -> bool {
    match (left, right) {
        (Bound::List(left), Bound::List(right)) => left.iter().any(|one| {
            right.iter().any(|other| {
                (*one == Datum::Null && *other == Datum::Null) || one.compare(other) == Some(Ordering::Equal)
            })
        }),
        (Bound::Range(from, to), Bound::Range(other_from, other_to)) => {
            compare_tuples(from, other_to) == Some(Ordering::Less)
                && compare_tuples(other_from, to) == Some(Ordering::Less)
        }
        (Bound::Hash(modulus, remainder), Bound::Hash(other, others)) => {
            let smaller = *modulus.min(other);
            smaller > 0 && remainder % smaller == others % smaller
        }
        _ => false,
    }
}
