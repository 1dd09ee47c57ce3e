//! What analysis gives, and how the text of a query is printed anew when what it names has other names.

use std::collections::BTreeMap;

use crate::catalog::ObjectId;
use crate::catalog::names::{quote_identifier, quote_literal};
use crate::expression::tree::{ExprKind, Ident, TextRange};
use crate::expression::typing::{Nullability, TypeRef};

/// A query understood.
#[derive(Clone, Debug)]
pub struct Analysis {
    pub columns: Vec<OutputColumn>,
    /// Every name that means an object of the scope, in the order of their places. Names that stand for tables,
    /// columns and functions of PostgreSQL's own are left out: they never change.
    pub references: Vec<NameReference>,
    /// What must be written out so that the text stays what it is when tables get more columns: `*`, `NATURAL`.
    pub edits: Vec<Edit>,
    /// Items of `FROM` whose columns keep the names that they have now, whatever they are called later.
    pub kept: Vec<KeptNames>,
    /// What rows come from, in the order in which they were met.
    pub sources: Vec<RowSource>,
    /// Every use of a column or a row of a source, in the order of their places.
    pub uses: Vec<SourceUse>,
    /// Names of output columns that nobody wrote: they must be written when a rename changes what gave them.
    pub labels: Vec<Label>,
    /// What could not be resolved because an extension's objects are not known.
    pub unresolved: Vec<Unresolved>,
    /// What the query stands on without naming it: a primary key that `GROUP BY` relies on.
    pub dependencies: Vec<ObjectId>,
    /// A part of it changes rows (`WITH x AS (DELETE …)`): no view can be made from it.
    pub changes_rows: bool,
    /// It reads a parameter.
    pub takes_parameters: bool,
    /// Its outermost `SELECT` has aggregates, window functions or functions that return sets among its columns.
    pub not_updatable: bool,
}

/// An output column, as a view or a table made from the query has it.
#[derive(Clone, PartialEq, Debug)]
pub struct OutputColumn {
    pub name: Box<str>,
    /// Absent: it depends on an extension that is not known.
    pub ty: Option<TypeRef>,
    /// No table can have a column of the type (`record`, `void`).
    pub pseudo: bool,
    /// Printed name, where it is not the type's own.
    pub collation: Option<Box<str>>,
    /// Its operands have different collations, so it has none: no table can have such a column.
    pub collation_conflict: bool,
    pub nullability: Nullability,
}

/// A stretch of the text (bytes) that names an object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NameReference {
    pub range: TextRange,
    pub target: ObjectId,
    pub form: Form,
}

/// How a name is written where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// With its schema: a table after `FROM`, a function, a type.
    Qualified,
    /// Without: a column, or the name of a table without an alias before a column.
    Bare,
    /// In a string constant, with its schema; the range is the whole constant.
    Literal,
    /// A column whose name here stays what it is: `USING (…)` fixes it, or a function that gives it. A column of
    /// the other side may stand at the same place.
    Kept,
    /// An attribute of the composite type: as it is written.
    Attribute,
    /// A string constant that is a label of the enum: as it is written.
    Label,
}

/// What rows come from: a table, a sub-query, a function, a join.
#[derive(Clone, Default, PartialEq, Debug)]
pub struct RowSource {
    /// Names and types of the columns.
    pub columns: Vec<(Box<str>, Option<TypeRef>)>,
    /// The named row type, where it has one.
    pub row: Option<TypeRef>,
}

/// A stretch of the text that is a column of a source, or its whole row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SourceUse {
    pub range: TextRange,
    /// Its place in [`Analysis::sources`].
    pub source: u32,
    /// `None`: the row. Beyond the columns: a system column.
    pub column: Option<u32>,
}

/// An item of `FROM` some of whose columns keep their names: when what gives them is renamed, a list of names must
/// stand behind the item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptNames {
    pub at: u32,
    pub alias: KeptAlias,
    /// All columns: the name, the catalog's column, and whether the name is kept.
    pub columns: Vec<(Box<str>, Option<ObjectId>, bool)>,
}

/// What a list of column names must follow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeptAlias {
    /// A name stands there.
    Written,
    /// The table's own name.
    Table(ObjectId),
    /// The name of the function at the place, as it was; needed also when only that is renamed.
    Function { name: Box<str>, named_by: TextRange },
}

/// A stretch of the text that is written otherwise.
#[derive(Clone, PartialEq, Debug)]
pub struct Edit {
    pub range: TextRange,
    pub pieces: Vec<Piece>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Piece {
    Text(Box<str>),
    /// A name that may change, as it is now.
    Name {
        text: Box<str>,
        target: ObjectId,
        form: Form,
    },
    /// The name of the output column that the [`Piece::Name`] before it gives, as in [`Label`].
    Label {
        name: Box<str>,
    },
    /// A stretch of the text once more, with the names in it.
    Copy {
        range: TextRange,
        references: Vec<NameReference>,
    },
}

/// An output column takes its name from the one at `named_by`; if that is renamed, `AS name` is needed at `at`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    pub at: u32,
    pub name: Box<str>,
    pub named_by: TextRange,
}

/// A name whose meaning is not known here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unresolved {
    pub range: TextRange,
    pub what: String,
}

/// Why PostgreSQL refuses a query.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    pub sqlstate: &'static str,
    pub message: String,
    pub range: TextRange,
    pub help: Option<String>,
    /// False: it may be that only the scope does not know what is meant.
    pub certain: bool,
}

impl Refusal {
    pub(crate) fn new(sqlstate: &'static str, message: impl Into<String>, range: TextRange) -> Self {
        Self { sqlstate, message: message.into(), range, help: None, certain: true }
    }

    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    pub(crate) fn certain_if(mut self, certain: bool) -> Self {
        self.certain = certain;
        self
    }
}

/// What a query can name beside the catalog.
#[derive(Clone, Default, PartialEq, Debug)]
pub struct Environment {
    /// Of the SQL function whose body it is.
    pub parameters: Vec<Parameter>,
    /// The function's name: `f.x` is its parameter `x`.
    pub function: Option<Box<str>>,
    /// Rows that are there by a name: `old` and `new` of a rule, each of the relation of a schema and name.
    pub rows: Vec<(Box<str>, Box<str>, Box<str>)>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Parameter {
    pub name: Option<Box<str>>,
    pub ty: TypeRef,
}

/// A query's text made stable: what its edits write out is written out, and its references point into it.
#[derive(Clone, PartialEq, Debug)]
pub struct Settled {
    pub text: String,
    pub references: Vec<NameReference>,
    pub labels: Vec<Label>,
    pub kept: Vec<KeptNames>,
}

impl Analysis {
    /// The columns of a view made from the query. Refuses what no view can be made from.
    pub fn view_columns(&self, names: &[Ident], range: TextRange) -> Result<Vec<OutputColumn>, Refusal> {
        if self.changes_rows {
            let text = "views must not contain data-modifying statements in WITH";
            return Err(Refusal::new("0A000", text, range));
        }
        self.relation_columns(names, range)
    }

    /// The columns of a relation made from the query, the first ones named by `names` (`CREATE VIEW v (names)`).
    /// Refuses what no relation can have. `range` is the place for what concerns the query as a whole.
    pub fn relation_columns(&self, names: &[Ident], range: TextRange) -> Result<Vec<OutputColumn>, Refusal> {
        if let Some(extra) = names.get(self.columns.len()) {
            let text = "CREATE VIEW specifies more column names than columns";
            return Err(Refusal::new("42601", text, extra.range));
        }
        let mut columns = self.columns.clone();
        for (column, name) in columns.iter_mut().zip(names) {
            column.name = name.text.clone();
        }
        let mut seen = std::collections::BTreeSet::new();
        for (at, column) in columns.iter().enumerate() {
            let range = names.get(at).map_or(range, |name| name.range);
            if !seen.insert(&*column.name) {
                let text = format!("column \"{}\" specified more than once", column.name);
                return Err(Refusal::new("42701", text, range));
            }
            if let (true, Some(ty)) = (column.pseudo, &column.ty) {
                let text = format!("column \"{}\" has pseudo-type {}", column.name, ty.print());
                return Err(Refusal::new("42P16", text, range));
            }
            if let (true, Some(ty)) = (column.collation_conflict, &column.ty) {
                let text = format!(
                    "no collation was derived for column \"{}\" with collatable type {}",
                    column.name,
                    ty.print()
                );
                return Err(Refusal::new("42P22", text, range).help("say which one with COLLATE"));
            }
        }
        Ok(columns)
    }

    /// The text with its edits done. `text` is what was parsed.
    pub fn settle(&self, text: &str) -> Settled {
        let mut settled = Settled {
            text: String::with_capacity(text.len()),
            references: Vec::new(),
            labels: Vec::new(),
            kept: Vec::new(),
        };
        // Where the names stand now that edits hold.
        let mut moved: Vec<(TextRange, TextRange)> = Vec::new();
        let mut kept = self.kept.iter().peekable();
        let mut references = self.references.iter().peekable();
        let mut labels = self.labels.iter().peekable();
        let mut at = 0_u32;
        let end = TextRange::new(text.len() as u32, text.len() as u32);
        let none = Edit { range: end, pieces: Vec::new() };
        for edit in self.edits.iter().chain([&none]) {
            if edit.range.start < at {
                continue;
            }
            let shift = |settled: &Settled, place: u32| settled.text.len() as u32 + place - at;
            while let Some(reference) = references.next_if(|found| found.range.end <= edit.range.start) {
                if reference.range.start >= at {
                    let range = TextRange::new(
                        shift(&settled, reference.range.start),
                        shift(&settled, reference.range.end),
                    );
                    settled.references.push(NameReference { range, ..*reference });
                }
            }
            while let Some(entry) = kept.next_if(|found| found.at <= edit.range.start) {
                if entry.at >= at {
                    let shifted = |place| shift(&settled, place);
                    let mut entry = KeptNames { at: shifted(entry.at), ..entry.clone() };
                    if let KeptAlias::Function { named_by, .. } = &mut entry.alias {
                        *named_by = TextRange::new(shifted(named_by.start), shifted(named_by.end));
                    }
                    settled.kept.push(entry);
                }
            }
            while let Some(label) = labels.next_if(|found| found.at <= edit.range.start) {
                if label.at >= at {
                    let shifted = |place| shift(&settled, place);
                    let within = moved.iter().find(|(edited, _)| {
                        edited.start <= label.named_by.start && label.named_by.end <= edited.end
                    });
                    let named_by = match within {
                        Some((_, name)) => *name,
                        None => TextRange::new(shifted(label.named_by.start), shifted(label.named_by.end)),
                    };
                    let label = Label { at: shifted(label.at), name: label.name.clone(), named_by };
                    settled.labels.push(label);
                }
            }
            settled.text.push_str(text.get(at as usize..edit.range.start as usize).unwrap_or(""));
            let mut named_by = None;
            let mut first_name = None;
            for piece in &edit.pieces {
                match piece {
                    Piece::Text(text) => {
                        settled.text.push_str(text);
                        named_by = None;
                    }
                    Piece::Name { text, target, form } => {
                        let start = settled.text.len() as u32;
                        settled.text.push_str(text);
                        let range = TextRange::new(start, settled.text.len() as u32);
                        named_by = Some(range);
                        first_name.get_or_insert(range);
                        settled.references.push(NameReference { range, target: *target, form: *form });
                    }
                    Piece::Copy { range, references } => {
                        let start = settled.text.len() as u32;
                        settled.text.push_str(text.get(range.range()).unwrap_or(""));
                        let from = settled.references.len();
                        settled.references.extend(references.iter().map(|found| {
                            let shift = |place: u32| start + place - range.start;
                            let range = TextRange::new(shift(found.range.start), shift(found.range.end));
                            NameReference { range, ..*found }
                        }));
                        // A function is found after its arguments, and stands before them.
                        settled.references[from..].sort_by_key(|found| found.range.start);
                    }
                    Piece::Label { name } => {
                        if let Some(named_by) = named_by {
                            let at = settled.text.len() as u32;
                            settled.labels.push(Label { at, name: name.clone(), named_by });
                        }
                    }
                }
            }
            moved.extend(first_name.map(|name| (edit.range, name)));
            at = edit.range.end;
        }
        settled
    }
}

impl Settled {
    /// The text with present names. `name_of` gives an object's name: qualified and quoted where the form says so,
    /// else its own name, not quoted.
    pub fn print(&self, name_of: &dyn Fn(ObjectId, Form) -> String) -> String {
        let mut out = String::with_capacity(self.text.len() + 32);
        let mut at = 0_usize;
        let mut labels = self.labels.iter().peekable();
        let mut kept = self.kept.iter().peekable();
        let mut references = self.references.iter().peekable();
        // The present names, by the end of where they stand.
        let mut names: BTreeMap<u32, String> = BTreeMap::new();
        loop {
            let next = references.peek().map_or(u32::MAX, |found| found.range.start);
            loop {
                let label_at = labels.peek().map_or(u32::MAX, |label| label.at);
                if let Some(entry) = kept.next_if(|entry| entry.at <= next && entry.at <= label_at) {
                    out.push_str(self.text.get(at..entry.at as usize).unwrap_or(""));
                    at = at.max(entry.at as usize);
                    out.push_str(&entry.print(name_of, &names));
                } else if let Some(label) = labels.next_if(|label| label.at <= next) {
                    out.push_str(self.text.get(at..label.at as usize).unwrap_or(""));
                    at = at.max(label.at as usize);
                    if names.get(&label.named_by.end).is_some_and(|name| **name != *label.name) {
                        out.push_str(" AS ");
                        out.push_str(&quote_identifier(&label.name));
                    }
                } else {
                    break;
                }
            }
            let Some(reference) = references.next() else { break };
            let (start, end) = (reference.range.start as usize, reference.range.end as usize);
            if start < at {
                continue;
            }
            out.push_str(self.text.get(at..start).unwrap_or(""));
            if matches!(reference.form, Form::Kept | Form::Attribute | Form::Label) {
                let written = self.text.get(start..end).unwrap_or("");
                let own = crate::expression::path_of_text(written).ok().and_then(|path| path.last().cloned());
                names.insert(reference.range.end, own.map_or_else(|| written.to_owned(), Into::into));
                out.push_str(written);
                at = end;
                continue;
            }
            let name = name_of(reference.target, reference.form);
            match reference.form {
                Form::Qualified => {
                    out.push_str(&name);
                    let own =
                        crate::expression::path_of_text(&name).ok().and_then(|path| path.last().cloned());
                    names.insert(reference.range.end, own.map_or(name, Into::into));
                }
                Form::Bare | Form::Kept | Form::Attribute | Form::Label => {
                    out.push_str(&quote_identifier(&name));
                    names.insert(reference.range.end, name);
                }
                Form::Literal => out.push_str(&quote_literal(&name)),
            }
            at = end;
        }
        out.push_str(self.text.get(at..).unwrap_or(""));
        out
    }
}

impl Settled {
    /// Gives an attribute of a composite type another name wherever it stands.
    pub fn rename_attribute(&mut self, ty: ObjectId, old: &str, new: &str) {
        let is_old = |text: &str| {
            let path = crate::expression::path_of_text(text).unwrap_or_default();
            path.last().is_some_and(|name| **name == *old)
        };
        self.rewrite((ty, Form::Attribute), &is_old, &quote_identifier(new));
    }

    /// Gives a label of an enum another name wherever it stands as a constant.
    pub fn rename_label(&mut self, ty: ObjectId, old: &str, new: &str) {
        let is_old = |text: &str| {
            let constant = crate::expression::parse(text).map(|constant| constant.kind);
            matches!(constant, Ok(ExprKind::String(label)) if *label == *old)
        };
        self.rewrite((ty, Form::Label), &is_old, &quote_literal(new));
    }

    /// Writes other text where names of one kind stand.
    fn rewrite(&mut self, wanted: (ObjectId, Form), is_old: &dyn Fn(&str) -> bool, new: &str) {
        for at in 0..self.references.len() {
            let NameReference { range, target, form } = self.references[at];
            let written = self.text.get(range.range()).unwrap_or("");
            if (target, form) != wanted || !is_old(written) {
                continue;
            }
            self.text.replace_range(range.range(), new);
            let grown = range.start + new.len() as u32;
            let moved = |place: u32| if place >= range.end { place - range.end + grown } else { place };
            let shifted = |found: TextRange| TextRange::new(moved(found.start), moved(found.end));
            for reference in &mut self.references {
                reference.range = shifted(reference.range);
            }
            for label in &mut self.labels {
                (label.at, label.named_by) = (moved(label.at), shifted(label.named_by));
            }
            for entry in &mut self.kept {
                entry.at = moved(entry.at);
                if let KeptAlias::Function { named_by, .. } = &mut entry.alias {
                    *named_by = shifted(*named_by);
                }
            }
        }
    }
}

impl KeptNames {
    /// What must stand behind the item; nothing while all has the name that it had.
    fn print(&self, name_of: &dyn Fn(ObjectId, Form) -> String, names: &BTreeMap<u32, String>) -> String {
        let present = |target: Option<ObjectId>| target.map(|target| name_of(target, Form::Bare));
        let listed = self
            .columns
            .iter()
            .any(|(name, target, kept)| *kept && present(*target).is_some_and(|present| *present != **name));
        let mut out = match &self.alias {
            KeptAlias::Written => String::new(),
            KeptAlias::Table(table) if listed => {
                format!(" AS {}", quote_identifier(&name_of(*table, Form::Bare)))
            }
            KeptAlias::Table(_) => String::new(),
            KeptAlias::Function { name, named_by } => {
                let renamed = names.get(&named_by.end).is_some_and(|present| **present != **name);
                if listed || renamed { format!(" AS {}", quote_identifier(name)) } else { String::new() }
            }
        };
        if listed {
            let list: Vec<_> = self
                .columns
                .iter()
                .map(|(name, target, kept)| {
                    let present = if *kept { None } else { present(*target) };
                    quote_identifier(&present.unwrap_or_else(|| name.to_string())).into_owned()
                })
                .collect();
            out = format!("{out} ({})", list.join(", "));
        }
        out
    }
}
