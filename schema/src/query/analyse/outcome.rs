//! What analysis gives, and how the text of a query is printed anew when what it names has other names.

use std::collections::BTreeMap;

use crate::catalog::ObjectId;
use crate::catalog::names::{quote_identifier, quote_literal};
use crate::expression::tree::{Ident, TextRange};
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
    /// A column of `USING (…)` of the left side; one of the right side stands at the same place.
    Using,
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
        let mut settled =
            Settled { text: String::with_capacity(text.len()), references: Vec::new(), labels: Vec::new() };
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
            while let Some(label) = labels.next_if(|found| found.at <= edit.range.start) {
                if label.at >= at {
                    let shifted = |place| shift(&settled, place);
                    let named_by = TextRange::new(shifted(label.named_by.start), shifted(label.named_by.end));
                    let label = Label { at: shifted(label.at), name: label.name.clone(), named_by };
                    settled.labels.push(label);
                }
            }
            settled.text.push_str(text.get(at as usize..edit.range.start as usize).unwrap_or(""));
            let mut named_by = None;
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
                        settled.references.push(NameReference { range, target: *target, form: *form });
                    }
                    Piece::Copy { range, references } => {
                        let start = settled.text.len() as u32;
                        settled.text.push_str(text.get(range.range()).unwrap_or(""));
                        settled.references.extend(references.iter().map(|found| {
                            let shift = |place: u32| start + place - range.start;
                            let range = TextRange::new(shift(found.range.start), shift(found.range.end));
                            NameReference { range, ..*found }
                        }));
                    }
                    Piece::Label { name } => {
                        if let Some(named_by) = named_by {
                            let at = settled.text.len() as u32;
                            settled.labels.push(Label { at, name: name.clone(), named_by });
                        }
                    }
                }
            }
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
        let mut references = self.references.iter().peekable();
        // The present names, by the end of where they stand.
        let mut names: BTreeMap<u32, String> = BTreeMap::new();
        loop {
            let next = references.peek().map_or(u32::MAX, |found| found.range.start);
            while let Some(label) = labels.next_if(|label| label.at <= next) {
                out.push_str(self.text.get(at..label.at as usize).unwrap_or(""));
                at = at.max(label.at as usize);
                if names.get(&label.named_by.end).is_some_and(|name| **name != *label.name) {
                    out.push_str(" AS ");
                    out.push_str(&quote_identifier(&label.name));
                }
            }
            let Some(reference) = references.next() else { break };
            let (start, end) = (reference.range.start as usize, reference.range.end as usize);
            if start < at {
                continue;
            }
            out.push_str(self.text.get(at..start).unwrap_or(""));
            let name = name_of(reference.target, reference.form);
            match reference.form {
                Form::Qualified => {
                    out.push_str(&name);
                    let own =
                        crate::expression::path_of_text(&name).ok().and_then(|path| path.last().cloned());
                    names.insert(reference.range.end, own.map_or(name, Into::into));
                }
                Form::Bare | Form::Using => {
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
