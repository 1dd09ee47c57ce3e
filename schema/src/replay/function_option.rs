//! Options of functions: what may be written together, and those that name other objects.

use super::Replayer;
use super::stop::{Result, Stop};
use crate::catalog::{Attribute, DataType, FunctionId, PropertyValue, property};
use crate::syntax::tree::{FunctionOption, FunctionOptionKind, QualifiedName, TypeName};

/// Options of one number exclude each other; `None` can be written many times.
fn slot(kind: &FunctionOptionKind) -> Option<u8> {
    Some(match kind {
        FunctionOptionKind::Transform(_) => 0,
        FunctionOptionKind::Window => 1,
        FunctionOptionKind::Volatility(_) => 2,
        FunctionOptionKind::Leakproof(_) => 3,
        FunctionOptionKind::Strict(_) => 4,
        FunctionOptionKind::SecurityDefiner(_) => 5,
        FunctionOptionKind::Parallel(_) => 6,
        FunctionOptionKind::Cost(_) => 7,
        FunctionOptionKind::Rows(_) => 8,
        FunctionOptionKind::Support(_) => 9,
        FunctionOptionKind::Set(_) => return None,
    })
}

/// Refuses options that are written twice, that a procedure cannot have, or whose number is none.
pub(super) fn check_function_options(
    options: &[FunctionOption],
    procedure: bool,
    returns_set: bool,
) -> Result<()> {
    for (at, option) in options.iter().enumerate() {
        let own = slot(&option.kind);
        if own.is_some() && options[..at].iter().any(|earlier| slot(&earlier.kind) == own) {
            return Err(Stop::refused("42601", option.span, "conflicting or redundant options"));
        }
        let of_functions = !matches!(
            option.kind,
            FunctionOptionKind::Set(_)
                | FunctionOptionKind::SecurityDefiner(_)
                | FunctionOptionKind::Transform(_)
        );
        if procedure && of_functions {
            return Err(Stop::refused("42P13", option.span, "invalid attribute in procedure definition"));
        }
    }
    for option in options {
        let (number, word) = match &option.kind {
            FunctionOptionKind::Cost(number) => (number, "COST"),
            FunctionOptionKind::Rows(number) => (number, "ROWS"),
            _ => continue,
        };
        if number.text.parse::<f64>().is_ok_and(|value| value <= 0.0) {
            return Err(Stop::refused("22023", number.span, format!("{word} must be positive")));
        }
        if word == "ROWS" && !returns_set {
            let message = "ROWS is not applicable when function does not return a set";
            return Err(Stop::refused("22023", number.span, message));
        }
    }
    Ok(())
}

/// The parts of a function that are kept beside it.
pub(super) type Named = Vec<(Attribute, PropertyValue)>;

impl Replayer<'_> {
    /// What options name: a support function, types with their transforms.
    pub(super) fn named_by_options(&self, options: &[FunctionOption], language: &str) -> Result<Named> {
        let mut found = Named::new();
        for option in options {
            match &option.kind {
                FunctionOptionKind::Support(name) => {
                    found.push((property::SUPPORT, self.support_function(name)?));
                }
                FunctionOptionKind::Transform(types) => {
                    found.push((property::TRANSFORM_TYPES, self.transformed_types(types, language)?));
                }
                _ => {}
            }
        }
        Ok(found)
    }

    fn support_function(&self, name: &QualifiedName) -> Result<PropertyValue> {
        let types: Vec<DataType> = DataType::builtin("internal").into_iter().collect();
        let callee = self.callee(name, Some(&types))?;
        if !callee.returns("internal") {
            let message = format!("support function {} must return type internal", Self::display_name(name));
            return Err(Stop::refused("42P17", name.span(), message));
        }
        Ok(callee.by_name())
    }

    fn transformed_types(&self, types: &[TypeName], language: &str) -> Result<PropertyValue> {
        let mut list = Vec::new();
        for written in types {
            let ty = self.data_type(written)?;
            let name = crate::syntax::tree::Name { text: language.into(), span: written.span };
            let of = self.language_property(&name)?;
            // Extensions bring transforms whose types and languages are not known by name.
            if self.transform_for(&ty, &of).is_none() && self.catalog.extensions.is_empty() {
                let message = format!(
                    "transform for type {} language \"{language}\" does not exist",
                    ty.print(&self.catalog)
                );
                return Err(Stop::refused("42704", written.span, message));
            }
            list.push(PropertyValue::Type(ty));
        }
        Ok(PropertyValue::List(list))
    }

    /// Of a function made anew, also what is not written: it has none.
    pub(super) fn keep_named(&mut self, id: FunctionId, named: Named, anew: bool) {
        if anew {
            for attribute in [property::SUPPORT, property::TRANSFORM_TYPES] {
                self.catalog.set_property(id.into(), attribute, None);
            }
        }
        for (attribute, value) in named {
            self.catalog.set_property(id.into(), attribute, Some(value));
        }
        self.catalog.link(id.into());
    }
}
