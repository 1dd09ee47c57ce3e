//! The statements that change one attribute of an object that both sides have.

use super::super::Difference;
use super::super::facts::{COLUMN_ORDER, INDEX_COMMENT, POPULATED};
use super::{Cure, Step};
use crate::catalog::names::{quote_identifier, quote_literal};
use crate::catalog::{
    Attribute, Catalog, ColumnId, ConstraintId, ConstraintKind, FunctionId, FunctionKind, IndexId, ObjectId,
    Persistence, RelationId, RelationKind, SequenceId, TypeId, TypeKind, property,
};
use crate::dump::print;

type Options = [(Box<str>, Box<str>)];

impl Cure<'_> {
    /// Writes what brings the attribute of the right object to that of the left, or says why not.
    pub(super) fn attribute(
        &mut self,
        difference: &Difference,
        attribute: Attribute,
        ours: ObjectId,
        theirs: ObjectId,
        undecidable: bool,
    ) {
        let what = format!("the {} of {} {}", attribute.0, difference.kind.word(), difference.identity);
        if undecidable {
            self.not_written(&what, "it may be the same already; only a server can tell");
            return;
        }
        if !print::is_writable(self.left, ours) {
            self.not_written(&what, "the definition of the object is not modelled");
            return;
        }
        let written = match attribute {
            Attribute::COMMENT => self.comment(ours),
            Attribute::OWNER => self.owner(ours),
            Attribute::PRIVILEGES => self.privileges(ours, theirs),
            property::OPTIONS if self.has_generic_options(ours, theirs) => self.generic_options(ours, theirs),
            _ => match (ours, theirs) {
                (ObjectId::Type(ours), ObjectId::Type(theirs)) => self.user_type(attribute, ours, theirs),
                (ObjectId::Sequence(ours), _) => self.sequence(attribute, ours),
                (ObjectId::Relation(ours), ObjectId::Relation(theirs)) => {
                    self.relation(attribute, ours, theirs)
                }
                (ObjectId::Column(ours), ObjectId::Column(theirs)) => self.column(attribute, ours, theirs),
                (ObjectId::Constraint(ours), ObjectId::Constraint(theirs)) => {
                    self.constraint(attribute, ours, theirs)
                }
                (ObjectId::DomainConstraint(ours, at), _) => {
                    self.domain_constraint(attribute, ours, at, theirs)
                }
                (ObjectId::Index(ours), ObjectId::Index(theirs)) => self.index(attribute, ours, theirs),
                (ObjectId::Function(ours), ObjectId::Function(theirs))
                    if self.left.functions[ours].kind == FunctionKind::Aggregate =>
                {
                    self.aggregate(ours, theirs)
                }
                (ObjectId::Function(ours), _) => self.function(attribute, ours),
                (ObjectId::Trigger(ours), _) => self.trigger(attribute, ours, theirs),
                (ObjectId::Policy(_), _) => self.remake(ours, theirs),
                (ObjectId::Extension(_), _) => self.extension(attribute, ours),
                (ObjectId::Defined(ours), ObjectId::Defined(theirs)) => self.defined(attribute, ours, theirs),
                _ => Err("no statement changes it"),
            },
        };
        if let Err(why) = written {
            self.not_written(&what, why);
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "the last word of an arm, as those that may fail")]
    pub(super) fn alter(&mut self, statement: impl Into<String>) -> Written {
        self.push(Step::Alter, statement);
        Ok(())
    }

    /// Drops the object of the right side and makes that of the left.
    #[expect(clippy::unnecessary_wraps, reason = "the last word of an arm, as those that may fail")]
    pub(super) fn remake(&mut self, ours: ObjectId, theirs: ObjectId) -> Written {
        if self.made.insert(ours) {
            self.drop_part(theirs);
        }
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "the last word of an arm, as those that may fail")]
    fn comment(&mut self, object: ObjectId) -> Written {
        let text = self.left.comments.get(&object).map(|comment| &*comment.text);
        let statement = print::comment(self.left, object, text);
        self.push(Step::Settle, statement);
        Ok(())
    }

    fn owner(&mut self, object: ObjectId) -> Written {
        let role = print::owner_of(self.left, object).ok_or("the owner is not known")?.to_owned();
        let statement = print::owner(self.left, object, &role);
        self.push(Step::Settle, statement);
        Ok(())
    }

    fn privileges(&mut self, ours: ObjectId, theirs: ObjectId) -> Written {
        let (left, right) = (self.left, self.right);
        let same = |a: &crate::catalog::Grant, b: &crate::catalog::Grant| {
            a.grantee == b.grantee
                && a.privilege == b.privilege
                && a.revoked == b.revoked
                && a.grantable == b.grantable
        };
        let of_left: Vec<_> = left.grants_on(ours).iter().collect();
        let of_right: Vec<_> = right.grants_on(theirs).iter().collect();
        for grant in of_right.iter().filter(|grant| !of_left.iter().any(|other| same(grant, other))) {
            let statement = print::undo_grant(right, grant).ok_or("no statement gives or takes it")?;
            self.push(Step::Settle, statement);
        }
        for grant in of_left.iter().filter(|grant| !of_right.iter().any(|other| same(grant, other))) {
            let statement = print::grant(left, grant).ok_or("no statement gives or takes it")?;
            self.push(Step::Settle, statement);
        }
        Ok(())
    }

    fn extension(&mut self, attribute: Attribute, object: ObjectId) -> Written {
        let ObjectId::Extension(id) = object else { return Err("no statement changes it") };
        let extension = &self.left.extensions[id];
        let name = quote_identifier(&extension.name).into_owned();
        match (attribute, extension.schema, &extension.version) {
            (Attribute::SCHEMA, Some(schema), _) => {
                let schema = self.left.printed_name(schema.into());
                self.alter(format!("ALTER EXTENSION {name} SET SCHEMA {schema};"))
            }
            (Attribute::VERSION, _, Some(version)) => {
                let version = quote_literal(version);
                self.alter(format!("ALTER EXTENSION {name} UPDATE TO {version};"))
            }
            _ => Err("no statement changes it"),
        }
    }

    fn user_type(&mut self, attribute: Attribute, ours: TypeId, theirs: TypeId) -> Written {
        let name = self.left.printed_name(ours.into());
        match (attribute, &self.left.types[ours].kind, &self.right.types[theirs].kind) {
            (Attribute::LABELS, TypeKind::Enum(ours), TypeKind::Enum(theirs)) => {
                let ours: Vec<&str> = ours.iter().map(|label| &*label.name).collect();
                let theirs: Vec<&str> = theirs.iter().map(|label| &*label.name).collect();
                let kept = ours.iter().filter(|label| theirs.contains(label));
                if !kept.eq(theirs.iter()) {
                    return Err("labels of an enum can be neither dropped nor moved");
                }
                for (at, label) in ours.iter().enumerate().filter(|(_, label)| !theirs.contains(label)) {
                    // Those before it are there by then.
                    let place = match (at.checked_sub(1), theirs.first()) {
                        (Some(before), _) => format!(" AFTER {}", quote_literal(ours[before])),
                        (None, Some(first)) => format!(" BEFORE {}", quote_literal(first)),
                        (None, None) => String::new(),
                    };
                    self.push(
                        Step::Create,
                        format!("ALTER TYPE {name} ADD VALUE {}{place};", quote_literal(label)),
                    );
                }
                Ok(())
            }
            (Attribute::COLUMNS, TypeKind::Composite(ours), TypeKind::Composite(theirs)) => {
                let ours: Vec<_> =
                    ours.iter().map(|one| print::composite_attribute(self.left, one)).collect();
                let theirs: Vec<_> =
                    theirs.iter().map(|one| print::composite_attribute(self.right, one)).collect();
                let added =
                    ours.strip_prefix(theirs.as_slice()).ok_or("more than new attributes at the end")?;
                for attribute in added {
                    self.push(Step::Alter, format!("ALTER TYPE {name} ADD ATTRIBUTE {attribute};"));
                }
                Ok(())
            }
            (Attribute::NOT_NULL, TypeKind::Domain(domain), _) => {
                let words = if domain.not_null { "SET" } else { "DROP" };
                self.alter(format!("ALTER DOMAIN {name} {words} NOT NULL;"))
            }
            (Attribute::DEFAULT, TypeKind::Domain(domain), _) => {
                let words = match &domain.default {
                    Some(default) => format!("SET DEFAULT {}", print::expression(self.left, default)),
                    None => "DROP DEFAULT".to_owned(),
                };
                self.alter(format!("ALTER DOMAIN {name} {words};"))
            }
            _ => Err("the type would have to be made anew, with all that uses it"),
        }
    }

    fn sequence(&mut self, attribute: Attribute, id: SequenceId) -> Written {
        let sequence = &self.left.sequences[id];
        let name = self.left.printed_name(id.into());
        match attribute {
            Attribute::OWNED_BY if sequence.identity => Err("it belongs to its column"),
            Attribute::OWNED_BY => {
                let statement = print::owned_by(self.left, id);
                self.push(Step::Settle, statement);
                Ok(())
            }
            Attribute::KIND => Err("whether it belongs to an identity is settled at its column"),
            Attribute::PERSISTENCE => {
                let words = if sequence.persistence == Persistence::Unlogged { "UNLOGGED" } else { "LOGGED" };
                self.alter(format!("ALTER SEQUENCE {name} SET {words};"))
            }
            _ => {
                // The type of an identity's sequence is that of the column.
                let ty = if sequence.identity {
                    String::new()
                } else {
                    format!(" AS {}", sequence.data_type.print(self.left))
                };
                let options = print::sequence_options(sequence);
                if self.altered.insert(id.into()) {
                    self.push(Step::Settle, format!("ALTER SEQUENCE {name}{ty} {options};"));
                }
                Ok(())
            }
        }
    }

    fn relation(&mut self, attribute: Attribute, ours: RelationId, theirs: RelationId) -> Written {
        let relation = &self.left.relations[ours];
        let name = self.left.printed_name(ours.into());
        match attribute {
            Attribute::PERSISTENCE if relation.persistence != Persistence::Temporary => {
                let words = if relation.persistence == Persistence::Unlogged { "UNLOGGED" } else { "LOGGED" };
                self.alter(format!("ALTER TABLE {name} SET {words};"))
            }
            Attribute::OPTIONS => {
                for words in set_options(&relation.options, &self.right.relations[theirs].options) {
                    self.push(Step::Alter, format!("ALTER TABLE {name} {words};"));
                }
                Ok(())
            }
            Attribute::TABLESPACE => match &relation.tablespace {
                Some(tablespace) => {
                    let tablespace = quote_identifier(tablespace).into_owned();
                    self.alter(format!("ALTER TABLE {name} SET TABLESPACE {tablespace};"))
                }
                None => Err("the name of the database's own tablespace is not known"),
            },
            Attribute::ROW_SECURITY => {
                for statement in print::row_security(self.left, ours) {
                    self.push(Step::Alter, statement);
                }
                Ok(())
            }
            Attribute::REPLICA_IDENTITY => {
                let statement = print::replica_identity(self.left, ours).ok_or("its index is not known")?;
                self.push(Step::Settle, statement);
                Ok(())
            }
            Attribute::DEFINITION => {
                self.replace_view(ours);
                Ok(())
            }
            POPULATED => {
                let populated = relation.view.as_ref().is_some_and(|view| view.populated);
                let words = if populated { "" } else { " WITH NO DATA" };
                self.push(Step::Settle, format!("REFRESH MATERIALIZED VIEW {name}{words};"));
                Ok(())
            }
            COLUMN_ORDER => Err("columns cannot be moved"),
            _ => Err("the table would have to be made anew"),
        }
    }

    fn column(&mut self, attribute: Attribute, ours: ColumnId, theirs: ColumnId) -> Written {
        let catalog = self.left;
        let column = &catalog.columns[ours];
        let was = &self.right.columns[theirs];
        let from_parent = column.inherited > 0 && !column.local;
        let table = catalog.printed_name(column.relation.into());
        let name = quote_identifier(&column.name);
        match attribute {
            // They come with the parent's.
            Attribute::TYPE | Attribute::COLLATION if from_parent => Ok(()),
            Attribute::TYPE | Attribute::COLLATION => {
                let collation = column
                    .collation
                    .as_ref()
                    .map(|collation| format!(" COLLATE {collation}"))
                    .unwrap_or_default();
                let ty = column.ty.print(catalog);
                self.alter(format!("ALTER TABLE {table} ALTER COLUMN {name} SET DATA TYPE {ty}{collation};"))
            }
            Attribute::NOT_NULL => {
                let words = if column.not_null { "SET" } else { "DROP" };
                self.alter(format!("ALTER TABLE {table} ALTER COLUMN {name} {words} NOT NULL;"))
            }
            Attribute::DEFAULT => self.alter(print::set_default(catalog, ours)),
            Attribute::IDENTITY => {
                let words = match (column.identity, was.identity) {
                    (None, _) => "DROP IDENTITY".to_owned(),
                    (Some(identity), Some(_)) => format!("SET GENERATED {}", print::identity_words(identity)),
                    (Some(identity), None) => {
                        let apart = std::collections::BTreeSet::new();
                        format!("ADD {}", print::Printer::new(catalog, &apart).identity(ours, identity))
                    }
                };
                self.alter(format!("ALTER TABLE {table} ALTER COLUMN {name} {words};"))
            }
            Attribute::GENERATED
                if column.generated.is_none() && was.generated.as_ref().is_some_and(|g| g.stored) =>
            {
                self.alter(format!("ALTER TABLE {table} ALTER COLUMN {name} DROP EXPRESSION;"))
            }
            Attribute::GENERATED => Err("the column would have to be made anew"),
            Attribute::STORAGE => {
                let statement =
                    print::set_storage(catalog, ours).ok_or("the storage of its type is not known")?;
                self.alter(statement)
            }
            Attribute::COMPRESSION => self.alter(print::set_compression(catalog, ours)),
            Attribute::STATISTICS => self.alter(print::set_statistics(catalog, ours)),
            Attribute::OPTIONS => {
                for words in set_options(&column.options, &was.options) {
                    self.push(Step::Alter, print::alter_column(catalog, ours, &words));
                }
                Ok(())
            }
            _ => Err("no statement changes it"),
        }
    }

    fn constraint(&mut self, attribute: Attribute, ours: ConstraintId, theirs: ConstraintId) -> Written {
        let catalog = self.left;
        let constraint = &catalog.constraints[ours];
        if let Some(index) = constraint.kind.index() {
            match attribute {
                INDEX_COMMENT => return self.comment(index.into()),
                Attribute::CLUSTERED | Attribute::REPLICA_IDENTITY | Attribute::VALID => {
                    return self.index_mark(attribute, index);
                }
                _ => {}
            }
        }
        if attribute == Attribute::INHERITED || constraint.inherited {
            return Err("it follows the constraint of the parent");
        }
        if attribute == Attribute::VALIDATED && constraint.validated {
            let table = catalog.printed_name(constraint.relation.into());
            let name = quote_identifier(&constraint.name).into_owned();
            self.push(Step::Settle, format!("ALTER TABLE {table} VALIDATE CONSTRAINT {name};"));
            return Ok(());
        }
        if is_referred_to(self.right, theirs) {
            return Err("foreign keys lean on it");
        }
        self.remake(ours.into(), theirs.into())
    }

    fn domain_constraint(&mut self, attribute: Attribute, id: TypeId, at: u32, theirs: ObjectId) -> Written {
        let TypeKind::Domain(domain) = &self.left.types[id].kind else { return Err("it is of no domain") };
        let constraint = domain.constraints.get(at as usize).ok_or("it is of no domain")?;
        if attribute == Attribute::VALIDATED && constraint.validated {
            let domain = self.left.printed_name(id.into());
            let name = quote_identifier(&constraint.name).into_owned();
            self.push(Step::Settle, format!("ALTER DOMAIN {domain} VALIDATE CONSTRAINT {name};"));
            return Ok(());
        }
        self.remake(ObjectId::DomainConstraint(id, at), theirs)
    }

    fn index(&mut self, attribute: Attribute, ours: IndexId, theirs: IndexId) -> Written {
        match attribute {
            Attribute::CLUSTERED | Attribute::REPLICA_IDENTITY | Attribute::VALID => {
                return self.index_mark(attribute, ours);
            }
            _ => {}
        }
        let (left, right) = (&self.left.indexes[ours], &self.right.indexes[theirs]);
        let partitioned = self.right.relations[right.relation].kind == RelationKind::Partitioned;
        if left.parent.is_some() || right.parent.is_some() || partitioned {
            return Err("the indexes of the partitions would have to be made anew with it");
        }
        self.remake(ours.into(), theirs.into())
    }

    /// Gives a new index of an older table the marks that it has.
    pub(super) fn mark_index(&mut self, id: IndexId) {
        let index = &self.left.indexes[id];
        let marks =
            [(Attribute::CLUSTERED, index.clustered), (Attribute::REPLICA_IDENTITY, index.replica_identity)];
        for (mark, _) in marks.into_iter().filter(|(_, set)| *set) {
            if let Err(why) = self.index_mark(mark, id) {
                let what = format!("that {} is {}", self.left.printed_name(id.into()), mark.0);
                self.not_written(&what, why);
            }
        }
    }

    /// What an index is to its table.
    fn index_mark(&mut self, attribute: Attribute, id: IndexId) -> Written {
        let index = &self.left.indexes[id];
        let statement = match attribute {
            Attribute::CLUSTERED if index.clustered => print::cluster(self.left, id),
            Attribute::CLUSTERED => {
                let clustered = |other: &IndexId| self.left.indexes[*other].clustered;
                if self.left.indexes_of(index.relation).iter().any(clustered) {
                    // The mark moves: setting it on the other index takes it from this one.
                    return Ok(());
                }
                format!("ALTER TABLE {} SET WITHOUT CLUSTER;", self.left.printed_name(index.relation.into()))
            }
            Attribute::REPLICA_IDENTITY => {
                print::replica_identity(self.left, index.relation).ok_or("its index is not known")?
            }
            _ => return Err("no statement makes an index valid or invalid"),
        };
        self.push(Step::Settle, statement);
        Ok(())
    }

    fn function(&mut self, attribute: Attribute, id: FunctionId) -> Written {
        if matches!(attribute, Attribute::ARGUMENTS | Attribute::RETURNS | Attribute::KIND) {
            self.fixed.insert(id.into());
        }
        if self.fixed.contains(&id.into()) {
            return Err("the function would have to be dropped first, with all that uses it");
        }
        if self.altered.insert(id.into()) {
            let statement = print::create_function(self.left, id, true);
            self.push(Step::Alter, statement.ok_or("the parts of an aggregate are not modelled")?);
        }
        Ok(())
    }

    fn trigger(
        &mut self,
        attribute: Attribute,
        ours: crate::catalog::TriggerId,
        theirs: ObjectId,
    ) -> Written {
        if attribute == Attribute::ENABLED {
            let statement = print::set_state(self.left, ours);
            self.push(Step::Settle, statement);
            return Ok(());
        }
        if self.left.triggers[ours].parent.is_some() || attribute == Attribute::INHERITED {
            return Err("it follows the trigger of the parent");
        }
        self.remake(ours.into(), theirs)
    }
}

/// Done, or why not.
pub(super) type Written = Result<(), &'static str>;

/// `SET (…)` and `RESET (…)`: what brings the options of the right side to those of the left.
fn set_options(left: &Options, right: &Options) -> Vec<String> {
    let changed: Vec<_> = left.iter().filter(|option| !right.contains(option)).cloned().collect();
    let gone: Vec<_> = right
        .iter()
        .map(|(name, _)| &**name)
        .filter(|name| !left.iter().any(|(other, _)| **other == **name))
        .collect();
    let mut out = Vec::new();
    if !changed.is_empty() {
        out.push(format!("SET ({})", print::options(&changed)));
    }
    if !gone.is_empty() {
        out.push(format!("RESET ({})", print::option_names(gone.into_iter())));
    }
    out
}

/// True when a foreign key relies on the constraint's index.
fn is_referred_to(catalog: &Catalog, id: ConstraintId) -> bool {
    let Some(index) = catalog.constraints[id].kind.index() else { return false };
    catalog
        .constraints
        .iter()
        .any(|(_, other)| matches!(&other.kind, ConstraintKind::ForeignKey(key) if key.index == Some(index)))
}
