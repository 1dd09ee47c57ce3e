//! Names inside string constants: `'users'::regclass`, `nextval('seq')`.

use super::outcome::{Form, NameReference};
use super::{Analysed, Analyser, Refusal};
use crate::catalog::ObjectId;
use crate::expression::tree::TextRange;
use crate::expression::typing::types::{Kind, Ty};

impl Analyser<'_> {
    /// Notes what a constant of one of the types that name objects names. A number is no name.
    pub(super) fn literal_reference(&mut self, ty: Ty, text: &str, range: TextRange) -> Analysed<()> {
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
}
