//! `GRANT`, `REVOKE` and `ALTER DEFAULT PRIVILEGES`; what new objects have from their first moment on.

use super::Replayer;
use super::stop::{Applied, Result, Stop, not_modelled};
use crate::catalog::{
    Attribute, ClassEntry, ColumnId, DefinedKind, FunctionKind, Grant, Id, ObjectId, Origins, RelationId,
    SchemaId, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{
    self, AlterDefaultPrivileges, GrantAction, GrantTarget, Name, ObjectClass, Privilege, RoleKind,
};

/// What a kind of object can have (documentation, "Privileges"). `MAINTAIN` came with PostgreSQL 17.
const RELATION: &[&str] =
    &["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"];
const COLUMN: &[&str] = &["SELECT", "INSERT", "UPDATE", "REFERENCES"];
const SEQUENCE: &[&str] = &["SELECT", "UPDATE", "USAGE"];
const ROUTINE: &[&str] = &["EXECUTE"];
const SCHEMA: &[&str] = &["CREATE", "USAGE"];
const USAGE: &[&str] = &["USAGE"];
/// All words that `GRANT` knows, for whatever kind.
const KNOWN: &[&str] = &[
    "SELECT",
    "INSERT",
    "UPDATE",
    "DELETE",
    "TRUNCATE",
    "REFERENCES",
    "TRIGGER",
    "MAINTAIN",
    "USAGE",
    "CREATE",
    "EXECUTE",
    "CONNECT",
    "TEMPORARY",
    "TEMP",
    "SET",
    "ALTER SYSTEM",
];

/// Who gets or loses a privilege.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Grantee {
    Public,
    Role(Box<str>),
    /// Whoever runs the migrations: the owner of all that nobody else was made the owner of.
    Runner,
}

/// One change of privileges, the same for each of its objects.
struct Change<'a> {
    action: GrantAction,
    grantees: &'a [Grantee],
    grant_option: bool,
    span: Span,
}

/// How many objects of each kind there were when new ones were last looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    schemas: usize,
    types: usize,
    sequences: usize,
    relations: usize,
    functions: usize,
    defined: usize,
}

impl Default for Seen {
    /// Of a new database: the schema `public`.
    fn default() -> Self {
        Self { schemas: 1, types: 0, sequences: 0, relations: 0, functions: 0, defined: 0 }
    }
}

impl Replayer<'_> {
    pub(super) fn grant(&mut self, grant: &tree::Grant, span: Span) -> Result<Applied> {
        let grantees: Vec<Grantee> = grant.grantees.iter().map(|role| self.grantee(role)).collect();
        if grant.grant_option
            && grant.action == GrantAction::Grant
            && let Some(at) = grantees.iter().position(|grantee| *grantee == Grantee::Public)
        {
            let message = "grant options can only be granted to roles";
            return Err(Stop::refused("0LP01", grant.grantees[at].span, message));
        }
        let Some(objects) = self.grant_objects(grant)? else {
            return Ok(Applied::Nothing("GRANT outside the schema"));
        };
        for privilege in &grant.privileges {
            known_word(privilege)?;
        }
        let change =
            Change { action: grant.action, grantees: &grantees, grant_option: grant.grant_option, span };
        for object in objects {
            let kind = self.privileges_of(object);
            if grant.privileges.is_empty() {
                if grant.all_columns.is_empty() {
                    self.change_privileges(object, kind, &change);
                }
                for column in self.granted_columns(object, &grant.all_columns)? {
                    self.change_privileges(column.into(), COLUMN, &change);
                }
            }
            for privilege in &grant.privileges {
                let word = privilege.name.text.to_uppercase();
                let columns = self.granted_columns(object, &privilege.columns)?;
                let allowed = if columns.is_empty() { kind } else { COLUMN };
                let Some(word) = allowed.iter().find(|known| ***known == *word) else {
                    // A sequence named as a table takes what it can, with a WARNING.
                    if matches!(object, ObjectId::Sequence(_))
                        && matches!(grant.target, GrantTarget::Tables(_))
                        && RELATION.contains(&&*word)
                    {
                        continue;
                    }
                    let what = if columns.is_empty() { kind_word(object) } else { "column" };
                    let message = format!("invalid privilege type {word} for {what}");
                    return Err(Stop::refused("0LP01", privilege.span, message));
                };
                if columns.is_empty() {
                    self.change_privileges(object, &[word], &change);
                }
                for column in columns {
                    self.change_privileges(column.into(), &[word], &change);
                }
            }
        }
        Ok(Applied::Schema)
    }

    fn granted_columns(&self, object: ObjectId, names: &[Name]) -> Result<Vec<ColumnId>> {
        match object {
            ObjectId::Relation(id) => names.iter().map(|name| self.column(id, name)).collect(),
            _ => match names.first() {
                Some(name) => {
                    Err(Stop::refused("0LP01", name.span, "column privileges are only valid for relations"))
                }
                None => Ok(Vec::new()),
            },
        }
    }

    /// `None` for what no schema holds.
    fn grant_objects(&self, grant: &tree::Grant) -> Result<Option<Vec<ObjectId>>> {
        let mut objects = Vec::new();
        match &grant.target {
            GrantTarget::Databases(_)
            | GrantTarget::LargeObjects(_)
            | GrantTarget::Parameters(_)
            | GrantTarget::Tablespaces(_) => return Ok(None),
            GrantTarget::Tables(names) => {
                for name in names {
                    objects.push(match self.find_class(name)? {
                        Some(ClassEntry::Sequence(id)) => id.into(),
                        Some(ClassEntry::Index(_)) => {
                            let message = format!("\"{}\" is an index", name.name.text);
                            return Err(Stop::refused("42809", name.span(), message));
                        }
                        Some(ClassEntry::Composite(_)) => {
                            let message = format!("\"{}\" is a composite type", name.name.text);
                            return Err(Stop::refused("42809", name.span(), message));
                        }
                        _ => self.relation(name)?.into(),
                    });
                }
            }
            GrantTarget::Sequences(names) => {
                for name in names {
                    objects.push(self.sequence_named(name)?.into());
                }
            }
            GrantTarget::Domains(names) => {
                for name in names {
                    let id = self.user_type(name)?;
                    if !matches!(self.catalog.types[id].kind, TypeKind::Domain(_)) {
                        let message = format!("\"{}\" is not a domain", name.name.text);
                        return Err(Stop::refused("42809", name.span(), message));
                    }
                    objects.push(id.into());
                }
            }
            GrantTarget::Types(names) => {
                for name in names {
                    if name.schema_str().is_none_or(|schema| schema == "pg_catalog")
                        && crate::catalog::builtin_type(&name.name.text).is_some()
                    {
                        return Err(not_modelled("privileges on a type of PostgreSQL", name.span()));
                    }
                    objects.push(self.user_type(name)?.into());
                }
            }
            GrantTarget::Routines(signatures) => {
                for signature in signatures {
                    match self.routine(signature) {
                        Ok(id) => objects.push(id.into()),
                        Err(_)
                            if signature.name.schema_str() == Some("pg_catalog")
                                || !self.catalog.extensions.is_empty() =>
                        {
                            return Err(not_modelled(
                                "privileges on a function of PostgreSQL or of an extension",
                                signature.span,
                            ));
                        }
                        Err(stop) => return Err(stop),
                    }
                }
            }
            GrantTarget::Schemas(names) => {
                for name in names {
                    objects.push(self.schema_named(name)?.into());
                }
            }
            GrantTarget::ForeignDataWrappers(names) => {
                for name in names {
                    match self.granted_wrapper(name)? {
                        Some(id) => objects.push(id),
                        // Wrappers of extensions are nobody's schema.
                        None => return Ok(None),
                    }
                }
            }
            GrantTarget::ForeignServers(names) => {
                for name in names {
                    objects.push(self.global(DefinedKind::ForeignServer, name)?.into());
                }
            }
            GrantTarget::Languages(names) => {
                for name in names {
                    match self.catalog.defined_named(DefinedKind::Language, None, &name.text).first() {
                        Some(id) => objects.push((*id).into()),
                        // Languages of PostgreSQL and of extensions are nobody's schema.
                        None => return Ok(None),
                    }
                }
            }
            GrantTarget::AllInSchema { objects: class, schemas } => {
                for name in schemas {
                    let schema = self.schema_named(name)?;
                    objects.extend(self.all_in_schema(*class, schema));
                }
            }
        }
        Ok(Some(objects))
    }

    fn all_in_schema(&self, class: ObjectClass, schema: SchemaId) -> Vec<ObjectId> {
        let catalog = &self.catalog;
        let functions = |wanted: &dyn Fn(FunctionKind) -> bool| -> Vec<ObjectId> {
            let all = catalog.functions.iter();
            all.filter(|(_, entry)| entry.schema == schema && wanted(entry.kind))
                .map(|(id, _)| id.into())
                .collect()
        };
        match class {
            ObjectClass::Tables => {
                let all = catalog.relations.iter();
                all.filter(|(_, entry)| entry.schema == schema).map(|(id, _)| id.into()).collect()
            }
            ObjectClass::Sequences => {
                let all = catalog.sequences.iter();
                all.filter(|(_, entry)| entry.schema == schema).map(|(id, _)| id.into()).collect()
            }
            ObjectClass::Functions => functions(&|kind| kind != FunctionKind::Procedure),
            ObjectClass::Procedures => functions(&|kind| kind == FunctionKind::Procedure),
            ObjectClass::Routines => functions(&|_| true),
            ObjectClass::Types | ObjectClass::Schemas | ObjectClass::LargeObjects => Vec::new(),
        }
    }

    fn grantee(&self, role: &tree::Role) -> Grantee {
        match &role.kind {
            RoleKind::Public => Grantee::Public,
            RoleKind::Named(name) => Grantee::Role(name.clone()),
            RoleKind::CurrentRole | RoleKind::CurrentUser | RoleKind::SessionUser => {
                self.session.role.clone().map_or(Grantee::Runner, Grantee::Role)
            }
        }
    }

    fn privileges_of(&self, object: ObjectId) -> &'static [&'static str] {
        match object {
            ObjectId::Relation(_) => RELATION,
            ObjectId::Sequence(_) => SEQUENCE,
            ObjectId::Function(_) => ROUTINE,
            ObjectId::Schema(_) => SCHEMA,
            ObjectId::Column(_) => COLUMN,
            ObjectId::Defined(id) if self.catalog.defined[id].kind != DefinedKind::DefaultPrivileges => USAGE,
            ObjectId::Defined(id) => match &*self.catalog.defined[id].name {
                "tables" => RELATION,
                "sequences" => SEQUENCE,
                "functions" => ROUTINE,
                "schemas" => SCHEMA,
                _ => USAGE,
            },
            _ => USAGE,
        }
    }

    /// What everybody has on every new object of the kind.
    fn everybodys(&self, object: ObjectId, privilege: &str) -> bool {
        match object {
            ObjectId::Function(_) => privilege == "EXECUTE",
            ObjectId::Type(_) => privilege == "USAGE",
            // CREATE too, before PostgreSQL 15: taking it away is noted, giving it counts as of 15.
            ObjectId::Schema(id) => id == self.catalog.public() && privilege == "USAGE",
            ObjectId::Defined(id) => {
                let entry = &self.catalog.defined[id];
                match entry.kind {
                    DefinedKind::Language => privilege == "USAGE",
                    DefinedKind::DefaultPrivileges if entry.schema.is_none() => {
                        matches!((&*entry.name, privilege), ("functions", "EXECUTE") | ("types", "USAGE"))
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }

    fn owner_of(&self, object: ObjectId) -> Option<&str> {
        let catalog = &self.catalog;
        match object {
            ObjectId::Schema(id) => catalog.schemas[id].owner.as_deref(),
            ObjectId::Type(id) => catalog.types[id].owner.as_deref(),
            ObjectId::Sequence(id) => catalog.sequences[id].owner.as_deref(),
            ObjectId::Relation(id) => catalog.relations[id].owner.as_deref(),
            ObjectId::Column(id) => catalog.relations[catalog.columns[id].relation].owner.as_deref(),
            ObjectId::Function(id) => catalog.functions[id].owner.as_deref(),
            ObjectId::Defined(id) => catalog.defined[id].owner.as_deref(),
            _ => None,
        }
    }

    fn change_privileges(&mut self, object: ObjectId, privileges: &[&'static str], change: &Change<'_>) {
        for grantee in change.grantees {
            let role: Option<Box<str>> = match grantee {
                Grantee::Public => None,
                Grantee::Role(name) => Some(name.clone()),
                Grantee::Runner => match self.owner_of(object) {
                    // An owner has everything; what it takes from itself it can give itself again.
                    None => continue,
                    Some(_) => Some("postgres".into()),
                },
            };
            for privilege in privileges {
                match change.action {
                    GrantAction::Grant => {
                        self.give(object, role.clone(), privilege, change.grant_option, change.span);
                    }
                    GrantAction::Revoke => {
                        self.take(object, role.clone(), privilege, change.grant_option, change.span);
                    }
                }
            }
        }
    }

    /// True when the grantee has the privilege without being given it.
    fn has_anyway(&self, object: ObjectId, role: Option<&str>, privilege: &str) -> bool {
        match role {
            None => self.everybodys(object, privilege),
            // The columns of an owner's table have no list of their own.
            Some(role) => !matches!(object, ObjectId::Column(_)) && self.owner_of(object) == Some(role),
        }
    }

    fn give(
        &mut self,
        object: ObjectId,
        grantee: Option<Box<str>>,
        privilege: &'static str,
        grantable: bool,
        span: Span,
    ) {
        let has_anyway = self.has_anyway(object, grantee.as_deref(), privilege);
        let list = self.catalog.grants.entry(object).or_default();
        let found = list.iter().position(|grant| grant.grantee == grantee && grant.privilege == privilege);
        match found {
            Some(at) if list[at].revoked => {
                list.remove(at);
            }
            Some(at) => list[at].grantable |= grantable,
            None if has_anyway => {}
            None => list.push(Grant {
                object,
                grantee,
                privilege,
                grantable,
                revoked: false,
                origins: Origins::created(span),
            }),
        }
        if list.is_empty() {
            self.catalog.grants.remove(&object);
        }
    }

    fn take(
        &mut self,
        object: ObjectId,
        grantee: Option<Box<str>>,
        privilege: &'static str,
        only_option: bool,
        span: Span,
    ) {
        // Everybody could CREATE in `public` before PostgreSQL 15: taking that away must not be lost.
        let public_create =
            object == self.catalog.public().into() && privilege == "CREATE" && grantee.is_none();
        let has_anyway = self.has_anyway(object, grantee.as_deref(), privilege) || public_create;
        // Taken from a table, a privilege is taken from all its columns too.
        if let (ObjectId::Relation(relation), false) = (object, only_option) {
            for column in self.catalog.relations[relation].columns.clone() {
                if self.catalog.grants.contains_key(&column.into()) && COLUMN.contains(&privilege) {
                    self.take(column.into(), grantee.clone(), privilege, false, span);
                }
            }
        }
        let list = self.catalog.grants.entry(object).or_default();
        let found = list.iter().position(|grant| grant.grantee == grantee && grant.privilege == privilege);
        match found {
            Some(at) if only_option => list[at].grantable = false,
            Some(at) if !list[at].revoked => {
                list.remove(at);
                if public_create {
                    list.push(revoked(object, grantee, privilege, span));
                }
            }
            None if has_anyway && !only_option => list.push(revoked(object, grantee, privilege, span)),
            Some(_) | None => {}
        }
        if list.is_empty() {
            self.catalog.grants.remove(&object);
        }
    }

    /// A new owner has everything already, as the old one had.
    pub(super) fn forget_grants_to_owner(&mut self, object: ObjectId) {
        let Some(owner) = self.owner_of(object).map(Box::<str>::from) else { return };
        if let Some(list) = self.catalog.grants.get_mut(&object) {
            list.retain(|grant| grant.grantee.as_ref() != Some(&owner));
            if list.is_empty() {
                self.catalog.grants.remove(&object);
            }
        }
    }

    pub(super) fn alter_default_privileges(
        &mut self,
        alter: &AlterDefaultPrivileges,
        span: Span,
    ) -> Result<Applied> {
        let (name, kind) = match alter.objects {
            ObjectClass::Tables => ("tables", RELATION),
            ObjectClass::Sequences => ("sequences", SEQUENCE),
            ObjectClass::Functions | ObjectClass::Routines | ObjectClass::Procedures => {
                ("functions", ROUTINE)
            }
            ObjectClass::Types => ("types", USAGE),
            ObjectClass::Schemas => ("schemas", SCHEMA),
            ObjectClass::LargeObjects => return Ok(Applied::Nothing("default privileges of large objects")),
        };
        if name == "schemas"
            && let Some(schema) = alter.schemas.first()
        {
            let message = "cannot use IN SCHEMA clause when using GRANT/REVOKE ON SCHEMAS";
            return Err(Stop::refused("0LP01", schema.span, message));
        }
        let mut privileges: Vec<&'static str> = Vec::new();
        for privilege in &alter.privileges {
            known_word(privilege)?;
            let word = privilege.name.text.to_uppercase();
            let Some(known) = kind.iter().find(|known| ***known == *word) else {
                let what = name.strip_suffix('s').unwrap_or(name).replace("table", "relation");
                let message = format!("invalid privilege type {word} for {what}");
                return Err(Stop::refused("0LP01", privilege.span, message));
            };
            privileges.push(known);
        }
        if privileges.is_empty() {
            privileges = kind.to_vec();
        }
        let roles: Vec<Option<Box<str>>> = if alter.roles.is_empty() {
            vec![self.session.role.clone()]
        } else {
            alter.roles.iter().map(|role| self.running_role(role)).collect()
        };
        let mut schemas = Vec::new();
        for schema in &alter.schemas {
            schemas.push(Some(self.schema_named(schema)?));
        }
        if schemas.is_empty() {
            schemas.push(None);
        }
        let grantees: Vec<Grantee> = alter.grantees.iter().map(|role| self.grantee(role)).collect();
        let change =
            Change { action: alter.action, grantees: &grantees, grant_option: alter.grant_option, span };
        for role in &roles {
            for schema in &schemas {
                let named = self.catalog.defined_named(DefinedKind::DefaultPrivileges, *schema, name);
                let found = named.iter().copied().find(|id| self.catalog.defined[*id].owner == *role);
                let id = found.unwrap_or_else(|| {
                    let id =
                        self.define(DefinedKind::DefaultPrivileges, *schema, name, None, Vec::new(), span);
                    self.catalog.defined[id].owner.clone_from(role);
                    id
                });
                self.change_privileges(id.into(), &privileges, &change);
                if self.catalog.grants_on(id.into()).is_empty() {
                    self.catalog.remove(id.into());
                }
            }
        }
        Ok(Applied::Schema)
    }

    /// A role by which statements run. `postgres`, the superuser that `initdb` makes, is taken for whoever runs the
    /// migrations, and so has no name here.
    pub(super) fn running_role(&self, role: &tree::Role) -> Option<Box<str>> {
        match &role.kind {
            RoleKind::Named(name) if &**name == "postgres" => None,
            RoleKind::Named(name) => Some(name.clone()),
            _ => self.session.role.clone(),
        }
    }

    /// Gives objects that a statement made the owner that it ran as, and the default privileges of that role.
    pub(super) fn settle_new_objects(&mut self, span: Span) {
        let catalog = &self.catalog;
        let now = Seen {
            schemas: catalog.schemas.made(),
            types: catalog.types.made(),
            sequences: catalog.sequences.made(),
            relations: catalog.relations.made(),
            functions: catalog.functions.made(),
            defined: catalog.defined.made(),
        };
        let before = std::mem::replace(&mut self.seen, now);
        let mut new: Vec<ObjectId> = Vec::new();
        new.extend((before.schemas..now.schemas).map(|at| ObjectId::Schema(Id::from_index(at))));
        new.extend((before.types..now.types).map(|at| ObjectId::Type(Id::from_index(at))));
        new.extend((before.sequences..now.sequences).map(|at| ObjectId::Sequence(Id::from_index(at))));
        new.extend((before.relations..now.relations).map(|at| ObjectId::Relation(Id::from_index(at))));
        new.extend((before.functions..now.functions).map(|at| ObjectId::Function(Id::from_index(at))));
        new.extend((before.defined..now.defined).map(|at| ObjectId::Defined(Id::from_index(at))));
        for object in new {
            if !self.catalog.is_live(object) {
                continue;
            }
            let is_default = matches!(object, ObjectId::Defined(id) if self.catalog.defined[id].kind == DefinedKind::DefaultPrivileges);
            if let (Some(role), None, false) = (self.session.role.clone(), self.owner_of(object), is_default)
            {
                self.set_owner_name(object, Some(role), span);
            }
            self.apply_default_privileges(object, span);
        }
    }

    fn apply_default_privileges(&mut self, object: ObjectId, span: Span) {
        let (name, schema) = match object {
            ObjectId::Relation(id) => ("tables", Some(self.catalog.relations[id].schema)),
            ObjectId::Sequence(id) => ("sequences", Some(self.catalog.sequences[id].schema)),
            ObjectId::Function(id) => ("functions", Some(self.catalog.functions[id].schema)),
            ObjectId::Type(id) => ("types", Some(self.catalog.types[id].schema)),
            ObjectId::Schema(_) => ("schemas", None),
            _ => return,
        };
        // First what holds everywhere, then what the schema adds.
        for place in [Some(None), schema.map(Some)].into_iter().flatten() {
            let named = self.catalog.defined_named(DefinedKind::DefaultPrivileges, place, name);
            let found = named
                .iter()
                .copied()
                .find(|id| self.catalog.defined[*id].owner.as_deref() == self.owner_of(object));
            let Some(id) = found else { continue };
            for grant in self.catalog.grants_on(id.into()).to_vec() {
                if grant.revoked {
                    self.take(object, grant.grantee, grant.privilege, false, span);
                } else {
                    self.give(object, grant.grantee, grant.privilege, grant.grantable, span);
                }
            }
        }
    }

    /// The relation's own entry, for those that mark what set its privileges.
    pub(super) fn set_owner_name(&mut self, object: ObjectId, owner: Option<Box<str>>, span: Span) {
        let catalog = &mut self.catalog;
        match object {
            ObjectId::Schema(id) => catalog.schemas[id].owner = owner,
            ObjectId::Type(id) => catalog.types[id].owner = owner,
            ObjectId::Sequence(id) => catalog.sequences[id].owner = owner,
            ObjectId::Relation(id) => {
                catalog.relations[id].owner.clone_from(&owner);
                self.owned_sequences_follow(id, owner.as_deref(), span);
            }
            ObjectId::Function(id) => catalog.functions[id].owner = owner,
            ObjectId::Defined(id) => catalog.defined[id].owner = owner,
            // Nothing else has an owner of its own.
            ObjectId::Extension(_)
            | ObjectId::Column(_)
            | ObjectId::Default(_)
            | ObjectId::Constraint(_)
            | ObjectId::DomainConstraint(..)
            | ObjectId::Index(_)
            | ObjectId::Trigger(_)
            | ObjectId::Policy(_) => {}
        }
        self.mark(object, Attribute::OWNER, span);
        self.forget_grants_to_owner(object);
    }

    fn owned_sequences_follow(&mut self, relation: RelationId, owner: Option<&str>, span: Span) {
        for column in self.catalog.relations[relation].columns.clone() {
            let owned: Vec<_> = self
                .catalog
                .dependents(column.into())
                .into_iter()
                .filter_map(|(object, _)| match object {
                    ObjectId::Sequence(id) if self.catalog.sequences[id].owned_by == Some(column) => Some(id),
                    _ => None,
                })
                .collect();
            for id in owned {
                self.catalog.sequences[id].owner = owner.map(Into::into);
                self.catalog.sequences[id].origins.set(Attribute::OWNER, span);
                self.forget_grants_to_owner(id.into());
            }
        }
    }
}

fn revoked(object: ObjectId, grantee: Option<Box<str>>, privilege: &'static str, span: Span) -> Grant {
    Grant { object, grantee, privilege, grantable: false, revoked: true, origins: Origins::created(span) }
}

fn known_word(privilege: &Privilege) -> Result<()> {
    let word = privilege.name.text.to_uppercase();
    if KNOWN.contains(&&*word) {
        return Ok(());
    }
    let message = format!("unrecognized privilege type \"{}\"", privilege.name.text);
    Err(Stop::refused("42601", privilege.span, message))
}

fn kind_word(object: ObjectId) -> &'static str {
    match object {
        ObjectId::Relation(_) => "relation",
        ObjectId::Sequence(_) => "sequence",
        ObjectId::Function(_) => "function",
        ObjectId::Schema(_) => "schema",
        ObjectId::Type(_) => "type",
        _ => "this object",
    }
}
