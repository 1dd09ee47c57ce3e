//! Sequences: their own statements, and those that serial and identity columns own.

use super::Replayer;
use super::stop::{Applied, Result, Stop};
use super::table::{persistence, sequence_name};
use crate::catalog::{
    Attribute, ColumnId, DataType, Origins, Persistence, RelationId, Sequence, SequenceId, names,
};
use crate::source::Span;
use crate::syntax::tree::{AlterSequence, CreateSequence, Number, SequenceOption, SequenceOptionKind};

impl Replayer<'_> {
    pub(super) fn create_sequence(&mut self, create: &CreateSequence, span: Span) -> Result<Applied> {
        let (schema, persistence) = self.creation_schema_of(&create.name, persistence(create.persistence))?;
        if self.catalog.class(schema, &create.name.name.text).is_some() {
            if create.if_not_exists {
                return Ok(Applied::Nothing("CREATE SEQUENCE IF NOT EXISTS"));
            }
            return Err(self.class_exists(schema, &create.name));
        }
        let mut sequence = Sequence {
            schema,
            name: create.name.name.text.clone(),
            persistence,
            ..self.new_sequence(schema, "int8", span)?
        };
        self.apply_sequence_options(&mut sequence, &create.options, true, span)?;
        self.catalog.add_sequence(sequence);
        Ok(Applied::Schema)
    }

    fn new_sequence(&self, schema: crate::catalog::SchemaId, ty: &str, span: Span) -> Result<Sequence> {
        let Some(data_type) = DataType::builtin(ty) else {
            return Err(Stop::refused("42704", span, format!("type \"{ty}\" does not exist")));
        };
        Ok(Sequence {
            schema,
            name: "".into(),
            start: 1,
            increment: 1,
            min: 1,
            max: type_limits(&data_type).1,
            data_type,
            cache: 1,
            cycle: false,
            owned_by: None,
            identity: false,
            persistence: Persistence::Permanent,
            owner: None,
            origins: Origins::created(span),
        })
    }

    /// The sequence of a serial or identity column, named as PostgreSQL names it.
    pub(super) fn owned_sequence(
        &mut self,
        table: RelationId,
        column: ColumnId,
        options: &[SequenceOption],
        identity: bool,
        span: Span,
    ) -> Result<SequenceId> {
        let relation = &self.catalog.relations[table];
        let column_entry = &self.catalog.columns[column];
        let schema = relation.schema;
        let name: Box<str> = match sequence_name(options) {
            Some(name) => name.name.text.clone(),
            None => names::choose_name(&relation.name, Some(&column_entry.name), "seq", |name| {
                self.catalog.class(schema, name).is_some()
            })
            .into(),
        };
        let ty = column_entry.ty.builtin_name().unwrap_or("int8");
        let mut sequence = Sequence {
            name,
            identity,
            persistence: relation.persistence,
            ..self.new_sequence(schema, ty, span)?
        };
        self.apply_sequence_options(&mut sequence, options, true, span)?;
        sequence.owned_by = Some(column);
        Ok(self.catalog.add_sequence(sequence))
    }

    pub(super) fn alter_sequence(&mut self, alter: &AlterSequence, span: Span) -> Result<Applied> {
        if alter.if_exists && self.find_class(&alter.name)?.is_none() {
            return Ok(Applied::Nothing("ALTER SEQUENCE IF EXISTS"));
        }
        let id = self.sequence_named(&alter.name)?;
        self.alter_sequence_options(id, &alter.options, span)?;
        Ok(Applied::Schema)
    }

    pub(super) fn alter_sequence_options(
        &mut self,
        id: SequenceId,
        options: &[SequenceOption],
        span: Span,
    ) -> Result<()> {
        let mut sequence = self.catalog.sequences[id].clone();
        self.apply_sequence_options(&mut sequence, options, false, span)?;
        self.catalog.sequences[id] = sequence;
        self.catalog.link(id.into());
        Ok(())
    }

    /// `init_params`: the type first, then the increment, then what depends on them.
    fn apply_sequence_options(
        &self,
        sequence: &mut Sequence,
        options: &[SequenceOption],
        new: bool,
        span: Span,
    ) -> Result<()> {
        for option in options {
            if let SequenceOptionKind::As(ty) = &option.kind {
                let ty_value = self.data_type(ty)?;
                if !matches!(ty_value.builtin_name(), Some("int2" | "int4" | "int8")) {
                    return Err(Stop::refused(
                        "22023",
                        ty.span,
                        "sequence type must be smallint, integer, or bigint",
                    ));
                }
                // A bound that was the old type's limit becomes the new type's.
                let (old_min, old_max) = type_limits(&sequence.data_type);
                let (min, max) = type_limits(&ty_value);
                if sequence.max == old_max {
                    sequence.max = max;
                }
                if sequence.min == old_min {
                    sequence.min = min;
                }
                sequence.data_type = ty_value;
                sequence.origins.set(Attribute::TYPE, option.span);
            }
        }
        let integer = |number: &Number| {
            number.as_i64().ok_or_else(|| {
                Stop::refused(
                    "22003",
                    number.span,
                    format!("value \"{}\" is out of range for type bigint", number.text),
                )
            })
        };
        for option in options {
            if let SequenceOptionKind::Increment(number) = &option.kind {
                sequence.increment = integer(number)?;
                if sequence.increment == 0 {
                    return Err(Stop::refused("22023", number.span, "INCREMENT must not be zero"));
                }
                sequence.origins.set(Attribute::INCREMENT, option.span);
            }
        }
        let (type_min, type_max) = type_limits(&sequence.data_type);
        let ascending = sequence.increment > 0;
        let (default_min, default_max) = if ascending { (1, type_max) } else { (type_min, -1) };
        if new {
            (sequence.min, sequence.max) = (default_min, default_max);
        }
        let mut start = None;
        for option in options {
            match &option.kind {
                SequenceOptionKind::MinValue(value) => {
                    sequence.min = value.as_ref().map_or(Ok(default_min), integer)?;
                    sequence.origins.set(Attribute::MIN, option.span);
                }
                SequenceOptionKind::MaxValue(value) => {
                    sequence.max = value.as_ref().map_or(Ok(default_max), integer)?;
                    sequence.origins.set(Attribute::MAX, option.span);
                }
                SequenceOptionKind::Cache(number) => {
                    sequence.cache = integer(number)?;
                    sequence.origins.set(Attribute::CACHE, option.span);
                }
                SequenceOptionKind::Cycle(cycle) => {
                    sequence.cycle = *cycle;
                    sequence.origins.set(Attribute::CYCLE, option.span);
                }
                SequenceOptionKind::Start(number) => {
                    start = Some(integer(number)?);
                    sequence.origins.set(Attribute::START, option.span);
                }
                SequenceOptionKind::OwnedBy(None) => sequence.owned_by = None,
                SequenceOptionKind::OwnedBy(Some(owner)) => {
                    let table = self.relation(&owner.table)?;
                    sequence.owned_by = Some(self.column(table, &owner.column)?);
                    sequence.origins.set(Attribute::OWNED_BY, option.span);
                }
                SequenceOptionKind::Logged(logged) => {
                    sequence.persistence = if *logged { Persistence::Permanent } else { Persistence::Unlogged };
                }
                SequenceOptionKind::As(_)
                | SequenceOptionKind::Increment(_)
                | SequenceOptionKind::SequenceName(_)
                // The next value is data, not schema.
                | SequenceOptionKind::Restart(_) => {}
            }
        }
        let (type_name, bounds) =
            (sequence.data_type.builtin_name(), [("MAXVALUE", sequence.max), ("MINVALUE", sequence.min)]);
        for (word, value) in bounds {
            if !(type_min..=type_max).contains(&value) {
                let shown = match type_name {
                    Some("int2") => "smallint",
                    Some("int4") => "integer",
                    _ => "bigint",
                };
                let message = format!("{word} ({value}) is out of range for sequence data type {shown}");
                return Err(Stop::refused("22023", span, message));
            }
        }
        if sequence.min >= sequence.max {
            let message =
                format!("MINVALUE ({}) must be less than MAXVALUE ({})", sequence.min, sequence.max);
            return Err(Stop::refused("22023", span, message));
        }
        match start {
            Some(start) => sequence.start = start,
            None if new => sequence.start = if ascending { sequence.min } else { sequence.max },
            None => {}
        }
        let within = |word: &str, value: i64, sequence: &Sequence, at: Span| {
            let message = if value < sequence.min {
                format!("{word} value ({value}) cannot be less than MINVALUE ({})", sequence.min)
            } else if value > sequence.max {
                format!("{word} value ({value}) cannot be greater than MAXVALUE ({})", sequence.max)
            } else {
                return Ok(());
            };
            Err(Stop::refused("22023", at, message))
        };
        within("START", sequence.start, sequence, span)?;
        for option in options {
            match &option.kind {
                SequenceOptionKind::Restart(Some(number)) => {
                    within("RESTART", integer(number)?, sequence, number.span)?;
                }
                SequenceOptionKind::Cache(number) if sequence.cache < 1 => {
                    let message = format!("CACHE ({}) must be greater than zero", sequence.cache);
                    return Err(Stop::refused("22023", number.span, message));
                }
                SequenceOptionKind::OwnedBy(_) if sequence.identity && !new => {
                    let message = "cannot change ownership of identity sequence";
                    return Err(Stop::refused("0A000", option.span, message));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The least and the greatest value of an integer type.
fn type_limits(ty: &DataType) -> (i64, i64) {
    match ty.builtin_name() {
        Some("int2") => (i16::MIN.into(), i16::MAX.into()),
        Some("int4") => (i32::MIN.into(), i32::MAX.into()),
        _ => (i64::MIN, i64::MAX),
    }
}
