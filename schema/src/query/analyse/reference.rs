//! Names that are followed in forms of their own: in string constants (`'users'::regclass`), after `COLLATE`, and
//! functions written as fields.

use super::outcome::{Edit, Form, NameReference, Piece};
use super::value::{Collation, Value};
use super::{Analysed, Analyser, Refusal};
use crate::catalog::ObjectId;
use crate::expression::tree::{Path, TextRange};
use crate::expression::typing::types::{Kind, Ty};

impl Analyser<'_> {
    /// Notes what a constant of one of the types that name objects names. A number is no name.
    pub(super) fn literal_reference(&mut self, ty: Ty, text: &str, range: TextRange) -> Analysed<()> {
        let info = self.types().info(self.types().base(ty));
        if let (Kind::Enum, Some(target)) = (&info.kind, info.id) {
            self.references.push(NameReference { range, target, form: Form::Label });
            return Ok(());
        }
        let info = self.types().info(ty);
        if &*info.schema != "pg_catalog" || !matches!(info.kind, Kind::Base(_)) || text.parse::<u32>().is_ok()
        {
            return Ok(());
        }
        let name = match &*info.name {
            // Without arguments a name may mean several functions; where it means one it is followed.
            "regclass" | "regproc" => text,
            "regtype" => text.trim_end_matches("[]"),
            _ => return Ok(()),
        };
        let Ok(path) = crate::expression::path_of_text(name) else { return Ok(()) };
        let parts: Vec<&str> = path.iter().map(|part| &**part).collect();
        let target = match &*info.name {
            "regclass" => match self.class(&parts) {
                Some(found) => found,
                None => {
                    let text = format!("relation \"{}\" does not exist", parts.join("."));
                    return Err(Refusal::new("42P01", text, range).certain_if(!self.types().open_world()));
                }
            },
            "regtype" => self.types().of_path(&parts).and_then(|ty| self.types().info(ty).id),
            _ => self.only_function(&parts),
        };
        if let Some(target) = target {
            self.references.push(NameReference { range, target, form: Form::Literal });
        }
        Ok(())
    }

    /// What `regclass` finds: `Some(None)` for what PostgreSQL itself or an extension brings.
    #[expect(clippy::option_option, reason = "found, and followed or not")]
    fn class(&self, path: &[&str]) -> Option<Option<ObjectId>> {
        let types = self.types();
        let within = |schema: &str, name: &str| match types.relation(schema, name) {
            Some(relation) => Some(relation.id),
            None => types.scope.other_class(schema, name).map(Some),
        };
        match path {
            [name] => types.path().iter().find_map(|schema| within(schema, name)),
            [schema, name] | [_, schema, name] => within(schema, name),
            _ => None,
        }
    }

    fn only_function(&self, path: &[&str]) -> Option<ObjectId> {
        let types = self.types();
        let found = match path {
            [name] => types
                .path()
                .iter()
                .map(|schema| types.scope.functions(schema, name))
                .find(|found| !found.is_empty())?,
            [schema, name] => types.scope.functions(schema, name),
            _ => return None,
        };
        match &*found {
            [only] => only.id,
            _ => None,
        }
    }

    /// `COLLATE name`.
    pub(super) fn collate_clause(&mut self, value: Value, collation: &Path, range: TextRange) -> Analysed {
        if let Some(ty) = value.ty
            && ty != Ty::UNKNOWN
            && self.types().info(ty).collation.is_none()
            && !self.types().is_opaque(ty)
        {
            let text = format!("collations are not supported by type {}", self.types().print(ty));
            return Err(Refusal::new("42804", text, range));
        }
        let mut value = self.known(value);
        if let Some((target, printed)) = self.collation_of_catalog(collation) {
            self.references.push(NameReference { range: collation.range(), target, form: Form::Qualified });
            value.collation = Collation::Explicit(printed.into());
            return Ok(value);
        }
        let parts: Vec<_> = collation
            .parts
            .iter()
            .filter(|part| &*part.text != "pg_catalog")
            .map(|part| crate::catalog::names::quote_identifier(&part.text))
            .collect();
        let printed = parts.join(".");
        let name = if printed == "\"default\"" { String::new() } else { printed };
        value.collation = Collation::Explicit(name.into());
        Ok(value)
    }

    /// A collation of the catalog, and its name with its schema.
    fn collation_of_catalog(&self, collation: &Path) -> Option<(crate::catalog::ObjectId, String)> {
        let types = self.types();
        let within = |schema: &str, name: &str| {
            let target = types.scope.collation(schema, name)?;
            Some((target, crate::catalog::names::qualified(schema, name)))
        };
        match &*collation.texts() {
            [name] => types.path().iter().find_map(|schema| within(schema, name)),
            [.., schema, name] => within(schema, name),
            [] => None,
        }
    }

    /// Writes `row.f` as `f(row)`, where the function may get another name or needs its schema. The references from
    /// `first` on are the function's and those within the row.
    pub(super) fn write_as_call(&mut self, first: usize, row: TextRange, range: TextRange) {
        let mut references = self.references.drain(first..);
        let Some(function) = references.next() else { return };
        let inside: Vec<NameReference> = references.collect();
        let name = NameReference { range: function.range, ..function };
        let pieces = vec![
            Piece::Name { text: "".into(), target: name.target, form: Form::Qualified },
            Piece::Text("(".into()),
            Piece::Copy { range: row, references: inside },
            Piece::Text(")".into()),
        ];
        self.edits.push(Edit { range, pieces });
    }
}
