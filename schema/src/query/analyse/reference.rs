//! Names inside string constants: `'users'::regclass`, `nextval('seq')`.

use super::outcome::{Form, NameReference};
use super::Analyser;
use crate::catalog::ObjectId;
use crate::expression::tree::TextRange;
use crate::expression::typing::types::{Kind, Ty};

impl Analyser<'_> {
    /// Notes what a constant of one of the types that name objects names. A number or an unknown name is none.
    pub(super) fn literal_reference(&mut self, ty: Ty, text: &str, range: TextRange) {
        let info = self.types().info(ty);
        if &*info.schema != "pg_catalog" || !matches!(info.kind, Kind::Base(_)) {
            return;
        }
        let name = match &*info.name {
            "regclass" => text,
            "regtype" => text.trim_end_matches("[]"),
            // Without arguments a name may mean several functions; those that name one are resolved by it.
            "regproc" => text,
            _ => return,
        };
        let Ok(path) = crate::expression::path_of_text(name) else { return };
        let parts: Vec<&str> = path.iter().map(|part| &**part).collect();
        let target = match &*info.name {
            "regclass" => self.class(&parts),
            "regtype" => self.types().of_path(&parts).and_then(|ty| self.types().info(ty).id),
            _ => self.only_function(&parts),
        };
        if let Some(target) = target {
            self.references.push(NameReference { range, target, form: Form::Literal });
        }
    }

    fn class(&self, path: &[&str]) -> Option<ObjectId> {
        let types = self.types();
        let within = |schema: &str, name: &str| {
            let relation = types.scope.relation(schema, name).and_then(|relation| relation.id);
            relation.or_else(|| types.scope.other_class(schema, name))
        };
        match path {
            [name] => types.path().iter().find_map(|schema| within(schema, name)),
            [schema, name] => within(schema, name),
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
