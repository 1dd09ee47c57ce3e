//! Reading a live database into the same [`Catalog`] that the replay of migrations makes.
//!
//! A fixed number of queries of `pg_catalog`, one a subject whatever the number of tables, in one `REPEATABLE READ`
//! transaction with an empty `search_path`, so that the server prints every name of the schema with its schema.
//! All rows are read first; entities are then made in order of schema and name, with maps from object ids.
//!
//! - Objects that an extension owns, and what stands on them, are the extension's: they are left out.
//! - Owners are always stated, unlike in a replay, where nobody may have said who the owner is.
//! - Expressions are the server's own text, so written that reading it again gives the same; [`SqlExpr::print`] gives
//!   it back.
//! - What the catalog has no place for is a finding each: see [`rules::NOT_MODELLED`].
//!
//! [`SqlExpr::print`]: schemactl_schema::catalog::SqlExpr::print

mod comments;
mod constraints;
mod defined;
mod definitions;
mod fixed_point;
mod functions;
mod indexes;
mod not_modelled;
mod objects;
mod printed;
mod privileges;
mod reader;
mod references;
mod relations;
mod schemas;
mod sequences;
mod surroundings;
mod triggers;
mod types;

use schemactl_schema::catalog::Catalog;
use schemactl_schema::diagnostic::Diagnostic;
use sqlx::{Connection, PgConnection};

use crate::error::LiveError;
use crate::{rules, script};

use self::objects::Objects;
use self::reader::Reader;

/// The oldest server whose catalogs are known.
const OLDEST: u32 = 140_000;
/// The newest server whose catalogs are known, as its major version.
const NEWEST_MAJOR: u32 = 18;

/// How many queries [`introspect`] asks, whatever the size of the schema.
pub const QUERY_COUNT: u32 = 20;

/// What a database holds.
#[derive(Debug)]
pub struct Introspected {
    pub catalog: Catalog,
    /// What is in the database and not in the catalog, in order of kind and name.
    pub diagnostics: Vec<Diagnostic>,
    /// As `server_version_num` has it: `150018` is 15.18.
    pub server_version: u32,
    /// The role that read it: of a throw-away server, the one that owns what nobody was made the owner of.
    pub role: String,
}

/// Fixes what the printed form of expressions depends on; `jit` would only cost time.
const SESSION: &str = "\
SET LOCAL search_path = '';
SET LOCAL quote_all_identifiers = off;
SET LOCAL standard_conforming_strings = on;
SET LOCAL bytea_output = 'hex';
SET LOCAL datestyle = 'ISO, YMD';
SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC';
SET LOCAL extra_float_digits = 1;
SET LOCAL row_security = off;
SET LOCAL jit = off;";

/// Reads the schema of the database that `connection` is connected to (PostgreSQL documentation, "System Catalogs").
///
/// Changes nothing and takes no lock that a writer would wait for. The connection must not be inside a transaction.
/// Fails when the server is older than PostgreSQL 14, or when a query is refused or the connection breaks.
pub async fn introspect(connection: &mut PgConnection) -> Result<Introspected, LiveError> {
    let version = supported(connection)?;
    let mut transaction = connection
        .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        .await
        .map_err(|error| LiveError::sql("beginning to read the schema", &error))?;
    let read = read(&mut transaction, version).await?;
    transaction.rollback().await.map_err(|error| LiveError::sql("after reading the schema", &error))?;
    read.assemble()
}

/// As [`introspect`], inside the transaction that the connection is in: what it has done so far is seen, and the
/// transaction stays as it was.
pub async fn introspect_within(connection: &mut PgConnection) -> Result<Introspected, LiveError> {
    let version = supported(connection)?;
    script::execute(connection, "SAVEPOINT schemactl_introspect", "beginning to read the schema").await?;
    let read = read(connection, version).await?;
    // Takes back the settings, too.
    let undo = "ROLLBACK TO SAVEPOINT schemactl_introspect; RELEASE SAVEPOINT schemactl_introspect";
    script::execute(connection, undo, "after reading the schema").await?;
    read.assemble()
}

/// The version of a server that is not too old.
fn supported(connection: &PgConnection) -> Result<u32, LiveError> {
    let version = connection
        .server_version_num()
        .ok_or_else(|| LiveError::Defect("the server did not tell its version".to_owned()))?;
    if version < OLDEST {
        return Err(LiveError::ServerTooOld { found: version / 10_000, oldest: OLDEST / 10_000 });
    }
    Ok(version)
}

/// What the queries gave, and who asked them of what.
struct Read {
    rows: Rows,
    version: u32,
    role: String,
}

async fn read(transaction: &mut PgConnection, version: u32) -> Result<Read, LiveError> {
    sqlx::raw_sql(SESSION)
        .execute(&mut *transaction)
        .await
        .map_err(|error| LiveError::sql("preparing to read the schema", &error))?;
    let role = sqlx::query_scalar("SELECT current_user::text")
        .persistent(false)
        .fetch_one(&mut *transaction)
        .await
        .map_err(|error| LiveError::sql("asking for the role", &error))?;
    let mut reader = Reader::new(transaction, version);
    let rows = Rows::read(&mut reader).await?;
    debug_assert_eq!(reader.queries(), QUERY_COUNT);
    Ok(Read { rows, version, role })
}

impl Read {
    fn assemble(self) -> Result<Introspected, LiveError> {
        let Self { rows, version, role } = self;
        let (catalog, mut diagnostics) = rows.assemble()?;
        if version / 10_000 > NEWEST_MAJOR {
            let message = format!(
                "this server is PostgreSQL {}; the newest whose catalogs are known is {NEWEST_MAJOR}",
                version / 10_000
            );
            diagnostics.insert(
                0,
                Diagnostic::new(&rules::SERVER_UNKNOWN, message)
                    .why("attributes that are new in this version are not read"),
            );
        }
        Ok(Introspected { catalog, diagnostics, server_version: version, role })
    }
}

/// Everything that the queries gave.
struct Rows {
    schemas: Vec<schemas::SchemaRow>,
    extensions: Vec<schemas::ExtensionRow>,
    types: Vec<types::TypeRow>,
    user_types: Vec<types::UserTypeRow>,
    enum_labels: Vec<types::EnumLabelRow>,
    relations: Vec<relations::RelationRow>,
    columns: Vec<relations::ColumnRow>,
    sequences: Vec<sequences::SequenceRow>,
    functions: Vec<functions::FunctionRow>,
    operator_classes: Vec<indexes::OperatorClassRow>,
    indexes: Vec<indexes::IndexRow>,
    constraints: Vec<constraints::ConstraintRow>,
    triggers: Vec<triggers::TriggerRow>,
    policies: Vec<triggers::PolicyRow>,
    defined: Vec<defined::DefinedRow>,
    calls: Vec<references::CallRow>,
    comments: Vec<comments::CommentRow>,
    privileges: Vec<privileges::PrivilegeRow>,
    not_modelled: Vec<not_modelled::NotModelledRow>,
    extension_comments: Vec<comments::ExtensionCommentRow>,
}

impl Rows {
    async fn read(reader: &mut Reader<'_>) -> Result<Self, LiveError> {
        let version = reader.version();
        Ok(Self {
            schemas: reader.rows("schemas", schemas::SCHEMAS).await?,
            extensions: reader.rows("extensions", schemas::EXTENSIONS).await?,
            types: reader.rows("types", types::TYPES).await?,
            user_types: reader.rows("types of the schema", &types::user_types()).await?,
            enum_labels: reader.rows("enum labels", types::ENUM_LABELS).await?,
            relations: reader.rows("relations", &relations::relations()).await?,
            columns: reader.rows("columns", &relations::columns()).await?,
            sequences: reader.rows("sequences", &sequences::sequences()).await?,
            functions: reader.rows("functions", &functions::functions()).await?,
            operator_classes: reader.rows("operator classes", indexes::OPERATOR_CLASSES).await?,
            indexes: reader.rows("indexes", &indexes::indexes(version)).await?,
            constraints: reader.rows("constraints", &constraints::constraints(version)).await?,
            triggers: reader.rows("triggers", triggers::TRIGGERS).await?,
            policies: reader.rows("policies", triggers::POLICIES).await?,
            defined: reader.rows("other definitions", &defined::defined(version)).await?,
            calls: reader.rows("calls of overloaded functions", references::CALLS).await?,
            comments: reader.rows("comments", comments::COMMENTS).await?,
            privileges: reader.rows("privileges", &privileges::privileges()).await?,
            not_modelled: reader.rows("other objects", &not_modelled::not_modelled(version)).await?,
            extension_comments: reader.rows("comments of extensions", comments::EXTENSION_COMMENTS).await?,
        })
    }

    fn assemble(self) -> Result<(Catalog, Vec<Diagnostic>), LiveError> {
        let mut catalog = Catalog::new();
        let mut diagnostics: Vec<_> =
            self.not_modelled.iter().map(not_modelled::NotModelledRow::diagnostic).collect();
        let mut objects = Objects::default();

        // Ids are given out before anything is made, because kinds refer to each other in circles.
        objects.number(&self);
        schemas::add_schemas(&mut catalog, &mut objects, &self);
        schemas::add_extensions(&mut catalog, &mut objects, &self.extensions);
        let type_map = types::TypeMap::new(&self.types, &objects);
        types::add_types(&mut catalog, &objects, &type_map, &self)?;
        let opclasses = indexes::OperatorClasses::new(&self.operator_classes);
        relations::add_relations(&mut catalog, &objects, &type_map, &opclasses, &self)?;
        relations::add_columns(&mut catalog, &objects, &type_map, &self)?;
        sequences::add_sequences(&mut catalog, &objects, &type_map, &self.sequences)?;
        functions::add_functions(&mut catalog, &objects, &type_map, &self.functions)?;
        indexes::add_indexes(&mut catalog, &objects, &type_map, &opclasses, &self)?;
        constraints::add_constraints(&mut catalog, &mut objects, &self.constraints)?;
        triggers::add_triggers(&mut catalog, &objects, &self.triggers)?;
        triggers::add_policies(&mut catalog, &objects, &self.policies);
        defined::add_defined(&mut catalog, &objects, &type_map, &self)?;
        comments::add_comments(&mut catalog, &objects, &self, &mut diagnostics);
        privileges::add_privileges(&mut catalog, &objects, &self.privileges, &mut diagnostics);
        references::resolve(&mut catalog, &references::Calls::new(&self.calls, &objects));
        functions::set_bodies(&mut catalog, &objects, &self.functions, &mut diagnostics);
        relations::set_views(&mut catalog, &objects, &self.relations, &mut diagnostics);
        diagnostics.sort_by(|a, b| (a.code, &a.message).cmp(&(b.code, &b.message)));
        Ok((catalog, diagnostics))
    }
}
