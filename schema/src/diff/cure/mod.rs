//! The SQL that turns one schema into another, as far as that can be said for sure.

mod alter;
mod defined;
mod surroundings;
mod views;

use std::collections::BTreeSet;

use super::{Change, Difference, Options, diff_with, facts};
use crate::catalog::names::{self, quote_identifier};
use crate::catalog::{Catalog, ConstraintKind, IndexId, ObjectId, RelationId, TypeKind};
use crate::dump::{Section, print};

/// The steps of a cure, in the order in which they run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Step {
    /// Triggers, policies, foreign keys, constraints and indexes that go or are made anew.
    DropParts,
    DropTables,
    Create,
    Alter,
    /// Views, and what is made from them.
    Views,
    /// What a dump writes after its objects: indexes, keys, triggers, policies, comments and privileges.
    Finish,
    /// What needs those: marks on indexes, states of triggers, validation, comments on what is older.
    Settle,
    /// Functions, sequences, types, extensions, schemas: nothing leans on them any more.
    DropRest,
}

struct Cure<'a> {
    left: &'a Catalog,
    right: &'a Catalog,
    statements: Vec<(Step, String)>,
    /// Objects of the left side that are made: those the right lacks, and those dropped to be made anew.
    made: BTreeSet<ObjectId>,
    /// Objects of the left side that stand for statements of several attributes, written once.
    altered: BTreeSet<ObjectId>,
    /// Views of the right side that are dropped, whatever the left has of their name.
    gone: BTreeSet<RelationId>,
    /// Functions of the left side that cannot take the place of the right side's.
    fixed: BTreeSet<ObjectId>,
}

/// SQL that turns `right` into `left`; the empty text when there is nothing to do.
///
/// What cannot be done surely, as it needs a decision or would lose what the catalog does not know, stands as
/// a line `-- not written: …`. Data are never considered: read it before you run it. Nothing is dropped with
/// `CASCADE`, so a statement that would take more with it fails instead.
pub fn cure(left: &Catalog, right: &Catalog, options: &Options) -> String {
    let differences = diff_with(left, right, options);
    if differences.is_empty() {
        return String::new();
    }
    let mut cure = Cure {
        left,
        right,
        statements: Vec::new(),
        made: BTreeSet::new(),
        altered: BTreeSet::new(),
        gone: BTreeSet::new(),
        fixed: BTreeSet::new(),
    };
    if !options.left_uncertain {
        cure.remake_views(&differences);
    }
    for difference in &differences {
        match (&difference.change, difference.left, difference.right) {
            (Change::OnlyLeft(_), Some(object), _) => {
                cure.made.insert(object);
            }
            (Change::Attribute { attribute, undecidable, .. }, Some(ours), Some(theirs))
                if !cure.is_remade(ours) =>
            {
                cure.attribute(difference, *attribute, ours, theirs, *undecidable);
            }
            _ => {}
        }
    }
    if options.left_uncertain {
        for difference in
            differences.iter().filter(|difference| matches!(difference.change, Change::OnlyRight(_)))
        {
            let what = format!("{} {}", difference.kind.word(), difference.identity);
            cure.not_written(&what, "a statement that was not understood may be what makes it");
        }
    } else {
        cure.drop_unexpected(&differences);
    }
    cure.add_to_existing();
    cure.create();
    cure.print(options.lossy)
}

/// True for statements that take rows along.
fn loses_rows(statement: &str) -> bool {
    statement.starts_with("DROP TABLE") || statement.contains(" DROP COLUMN ")
}

/// A new label can be used only once its transaction has ended.
fn runs_alone(statement: &str) -> bool {
    statement.starts_with("ALTER TYPE") && statement.contains(" ADD VALUE ")
}

impl Cure<'_> {
    fn push(&mut self, step: Step, statement: impl Into<String>) {
        let statement = statement.into();
        if !self.statements.contains(&(step, statement.clone())) {
            self.statements.push((step, statement));
        }
    }

    fn not_written(&mut self, what: &str, why: &str) {
        self.push(Step::Alter, print::not_written(what, why));
    }

    fn print(mut self, lossy: bool) -> String {
        // Stable: within a step, statements keep the order in which they were found.
        self.statements.sort_by_key(|(step, _)| *step);
        let mut out = format!(
            "SET check_function_bodies = false;\nSET search_path = {};\n",
            print::search_path(self.left)
        );
        let (alone, together): (Vec<_>, Vec<_>) =
            self.statements.iter().partition(|(_, statement)| runs_alone(statement));
        if !alone.is_empty() {
            out.push('\n');
        }
        for (_, statement) in alone {
            out.push_str(statement);
            out.push('\n');
        }
        // All or nothing: half a cure would be a third schema.
        out.push_str("\nBEGIN;\n");
        let mut previous = None;
        for (step, statement) in &together {
            if previous.is_some_and(|previous| previous != *step) || statement.contains('\n') {
                out.push('\n');
            }
            if loses_rows(statement) && !lossy {
                out.push_str("-- loses rows, so it is for you to run (or was something renamed?):\n");
                for line in statement.lines() {
                    out.push_str("-- ");
                    out.push_str(line);
                    out.push('\n');
                }
            } else {
                out.push_str(statement);
                out.push('\n');
            }
            previous = Some(*step);
        }
        out.push_str("\nCOMMIT;\n");
        out
    }

    /// Drops what only the right side has.
    fn drop_unexpected(&mut self, differences: &[Difference]) {
        let catalog = self.right;
        let gone: BTreeSet<ObjectId> = differences
            .iter()
            .filter(|difference| matches!(difference.change, Change::OnlyRight(_)))
            .filter_map(|difference| difference.right)
            .collect();
        let mut tables = Vec::new();
        for &object in &gone {
            match object {
                ObjectId::Relation(id) if catalog.relations[id].kind.is_table() => {
                    tables.push(catalog.printed_name(object));
                }
                // Views went before all else.
                ObjectId::Relation(_) => {}
                _ if facts::owner(catalog, object).is_some_and(
                    |owner| matches!(owner, ObjectId::Relation(id) if self.gone.contains(&id)),
                ) => {}
                ObjectId::Column(id) if catalog.columns[id].inherited == 0 => {
                    let column = &catalog.columns[id];
                    let table = catalog.printed_name(column.relation.into());
                    let name = quote_identifier(&column.name);
                    self.push(Step::Alter, format!("ALTER TABLE {table} DROP COLUMN {name};"));
                }
                // It goes with the parent's, or belongs to the parent alone from then on.
                ObjectId::Column(_) => {}
                ObjectId::Constraint(_)
                | ObjectId::DomainConstraint(..)
                | ObjectId::Index(_)
                | ObjectId::Trigger(_)
                | ObjectId::Policy(_) => self.drop_part(object),
                _ => {}
            }
        }
        // Those that speak of a table that goes must go before it, the others after all else.
        let speaks_of_gone = |object: ObjectId| {
            let mut speaks = false;
            catalog.dependencies(object, &mut |target, _| {
                speaks |= matches!(target, ObjectId::Relation(_)) && gone.contains(&target);
            });
            speaks
        };
        for object in print::order(catalog).objects.into_iter().rev().filter(|object| gone.contains(object)) {
            match object {
                ObjectId::Relation(_) => {}
                // DROP IDENTITY takes it.
                ObjectId::Sequence(id) if catalog.sequences[id].identity => {}
                ObjectId::Function(_) if speaks_of_gone(object) => {
                    self.push(Step::DropParts, drop_whole(catalog, object));
                }
                _ => self.push(Step::DropRest, drop_whole(catalog, object)),
            }
        }
        if !tables.is_empty() {
            // In one statement, so that keys among them do not stand in the way.
            self.push(Step::DropTables, format!("DROP TABLE {};", tables.join(", ")));
        }
        let last = |object: &&ObjectId| matches!(object, ObjectId::Schema(_) | ObjectId::Extension(_));
        for &object in gone.iter().filter(last).collect::<Vec<_>>().into_iter().rev() {
            self.push(Step::DropRest, drop_whole(catalog, object));
        }
    }

    /// Drops a constraint, index, trigger or policy of the right side.
    fn drop_part(&mut self, object: ObjectId) {
        let catalog = self.right;
        let statement = match object {
            ObjectId::Constraint(id) => {
                let constraint = &catalog.constraints[id];
                if constraint.inherited {
                    return;
                }
                format!(
                    "ALTER TABLE {} DROP CONSTRAINT {};",
                    catalog.printed_name(constraint.relation.into()),
                    quote_identifier(&constraint.name)
                )
            }
            ObjectId::DomainConstraint(id, at) => {
                let TypeKind::Domain(domain) = &catalog.types[id].kind else { return };
                let Some(constraint) = domain.constraints.get(at as usize) else { return };
                let domain = catalog.printed_name(id.into());
                format!("ALTER DOMAIN {domain} DROP CONSTRAINT {};", quote_identifier(&constraint.name))
            }
            // A partition's index and trigger go with the parent's.
            ObjectId::Index(id) if catalog.indexes[id].parent.is_some() => return,
            ObjectId::Trigger(id) if catalog.triggers[id].parent.is_some() => return,
            other => drop_whole(catalog, other),
        };
        // Keys first: they lean on the constraints and indexes that follow.
        let is_foreign_key = matches!(object, ObjectId::Constraint(id)
            if matches!(catalog.constraints[id].kind, ConstraintKind::ForeignKey(_)));
        if is_foreign_key {
            self.statements.insert(0, (Step::DropParts, statement));
        } else {
            self.push(Step::DropParts, statement);
        }
    }

    /// Columns and checks for tables and domains that both sides have.
    fn add_to_existing(&mut self) {
        let (catalog, apart) = (self.left, BTreeSet::new());
        let printer = print::Printer::new(catalog, &apart);
        for object in self.made.clone() {
            match object {
                ObjectId::Column(id) if catalog.relations[catalog.columns[id].relation].view.is_some() => {
                    self.replace_view(catalog.columns[id].relation);
                }
                ObjectId::Column(id) => {
                    let column = &catalog.columns[id];
                    if column.inherited > 0 && !column.local {
                        continue;
                    }
                    let table = catalog.printed_name(column.relation.into());
                    if column.not_null
                        && column.default.is_none()
                        && column.generated.is_none()
                        && column.identity.is_none()
                    {
                        self.push(
                            Step::Alter,
                            format!("-- refused while {table} has rows: they would have no value"),
                        );
                    }
                    self.push(Step::Alter, format!("ALTER TABLE {table} ADD COLUMN {};", printer.column(id)));
                    if column.storage.is_some()
                        && let Some(statement) = print::set_storage(catalog, id)
                    {
                        self.push(Step::Alter, statement);
                    }
                    if column.statistics.is_some() {
                        self.push(Step::Alter, print::set_statistics(catalog, id));
                    }
                    if !column.options.is_empty() {
                        let words = format!("SET ({})", print::options(&column.options));
                        self.push(Step::Alter, print::alter_column(catalog, id, &words));
                    }
                    let columns = &catalog.relations[column.relation].columns;
                    let behind = columns.iter().skip_while(|other| **other != id);
                    if behind.into_iter().any(|other| !self.made.contains(&(*other).into())) {
                        let what = format!("the position of {}", catalog.printed_name(object));
                        self.not_written(&what, "a column is always added at the end");
                    }
                }
                ObjectId::Constraint(id) => {
                    let constraint = &catalog.constraints[id];
                    if matches!(constraint.kind, ConstraintKind::Check { .. }) && !constraint.inherited {
                        self.push(Step::Finish, print::add_constraint(catalog, id));
                    }
                    if let Some(index) = constraint.kind.index() {
                        self.mark_index(index);
                    }
                }
                ObjectId::Index(id) => self.mark_index(id),
                ObjectId::DomainConstraint(id, at) => {
                    if let TypeKind::Domain(domain) = &catalog.types[id].kind
                        && let Some(constraint) = domain.constraints.get(at as usize)
                    {
                        self.push(Step::Finish, print::add_domain_constraint(catalog, id, constraint));
                    }
                }
                _ => {}
            }
        }
    }

    /// Makes what the right side lacks, in the words and the order of a dump.
    fn create(&mut self) {
        let catalog = self.left;
        let on_views = self.on_made_views();
        for statement in print::statements(catalog) {
            let object = statement.object;
            // Checks of what exists already were added above.
            let part_of_existing = statement.section == Section::Parts
                && self.made.contains(&object)
                && !matches!(object, ObjectId::Defined(_));
            if part_of_existing || !self.is_made(object) {
                continue;
            }
            if let Some(index) = self.comes_with_parent(object) {
                if self.name_is_unusual(index) {
                    let what = format!("the name of {}", print::address(catalog, index.into()));
                    self.not_written(&what, "PostgreSQL makes it with the partition and names it");
                }
                continue;
            }
            let step = match (statement.section, object) {
                (Section::Objects, _) if on_views.contains(&object) => Step::Views,
                // Columns and checks that its parent gets now come down to it then.
                (Section::Objects, ObjectId::Relation(id)) if self.has_older_parent(id) => Step::Finish,
                (Section::Schemas | Section::Extensions | Section::Objects, _) => Step::Create,
                _ => Step::Finish,
            };
            self.push(step, statement.text);
        }
    }

    fn has_older_parent(&self, id: RelationId) -> bool {
        self.left.relations[id].parents.iter().any(|parent| !self.made.contains(&(*parent).into()))
    }

    /// The index of a new partition that PostgreSQL makes with it, since its parent's index is there already.
    fn comes_with_parent(&self, object: ObjectId) -> Option<IndexId> {
        let catalog = self.left;
        let index = match object {
            ObjectId::Index(id) => id,
            ObjectId::Constraint(id) => catalog.constraints[id].kind.index()?,
            _ => return None,
        };
        let parent = catalog.indexes[index].parent?;
        let is_new = |id: IndexId| {
            self.made.contains(&id.into())
                || catalog.indexes[id]
                    .constraint
                    .is_some_and(|constraint| self.made.contains(&constraint.into()))
        };
        let table_is_new = self.made.contains(&catalog.indexes[index].relation.into());
        let parent_table = catalog.indexes[parent].relation;
        let comes = table_is_new && !is_new(parent) && !self.made.contains(&parent_table.into());
        comes.then_some(index)
    }

    /// False where the index has the name that PostgreSQL chooses for one of its kind on its columns.
    fn name_is_unusual(&self, id: IndexId) -> bool {
        let catalog = self.left;
        let index = &catalog.indexes[id];
        let table = &catalog.relations[index.relation].name;
        let columns: Option<Vec<&str>> =
            catalog.walk(id).key_columns().map(|column| column.map(|column| &*column.get().name)).collect();
        // What an expression adds to the name is for the server to say.
        let Some(columns) = columns else { return true };
        let addition = names::index_name_addition(columns);
        let (addition, label) = match index.constraint.map(|id| &catalog.constraints[id].kind) {
            Some(ConstraintKind::PrimaryKey { .. }) => (None, "pkey"),
            Some(ConstraintKind::Exclusion { .. }) => (Some(&*addition), "excl"),
            Some(_) => (Some(&*addition), "key"),
            None => (Some(&*addition), "idx"),
        };
        *index.name != *names::make_object_name(table, addition, label)
    }

    /// True for a view that is dropped and made anew, and its parts.
    fn is_remade(&self, object: ObjectId) -> bool {
        let whole = match object {
            ObjectId::Relation(_) => Some(object),
            _ => facts::owner(self.left, object),
        };
        let is_view =
            |object| matches!(object, ObjectId::Relation(id) if self.left.relations[id].view.is_some());
        whole.is_some_and(|whole| is_view(whole) && self.made.contains(&whole))
    }

    /// Gives a view that is there the query of the left side, and columns at its end.
    fn replace_view(&mut self, id: RelationId) {
        if !self.made.contains(&id.into()) {
            self.push(Step::Views, print::view_definition(self.left, id, true));
        }
    }

    /// True for an object that is made, or that belongs to one that is.
    fn is_made(&self, object: ObjectId) -> bool {
        let object = match object {
            ObjectId::Default(column) => column.into(),
            other => other,
        };
        self.made.contains(&object)
            || facts::owner(self.left, object).is_some_and(|owner| self.is_made(owner))
    }
}

fn drop_whole(catalog: &Catalog, object: ObjectId) -> String {
    format!("DROP {};", print::address(catalog, object))
}
