//! Catalogs built by hand, so that these tests say what generation does and nothing about parsing.

use schemactl_schema::catalog::{
    Catalog, Column, ColumnId, Comment, CompositeAttribute, Constraint, ConstraintKind, DataType, Domain,
    EnumLabel, Index, IndexKey, ObjectId, Origins, Persistence, Range, Relation, RelationId, RelationKind,
    ReplicaIdentity, Schema, SchemaId, SqlExpr, TypeBase, TypeId, TypeKind, UserType,
};

#[derive(Default)]
pub(crate) struct Fixture {
    pub(crate) catalog: Catalog,
}

impl Fixture {
    pub(crate) fn schema(&mut self, name: &str) -> SchemaId {
        self.catalog.add_schema(Schema { name: name.into(), owner: None, origins: Origins::default() })
    }

    pub(crate) fn ty(&mut self, schema: SchemaId, name: &str, kind: TypeKind) -> TypeId {
        let origins = Origins::default();
        self.catalog.add_type(UserType { schema, name: name.into(), kind, owner: None, origins })
    }

    pub(crate) fn enumeration(&mut self, name: &str, labels: &[&str]) -> TypeId {
        self.enumeration_in(self.catalog.public(), name, labels)
    }

    pub(crate) fn enumeration_in(&mut self, schema: SchemaId, name: &str, labels: &[&str]) -> TypeId {
        let label = |name: &&str| EnumLabel { name: (*name).into(), origins: Origins::default() };
        self.ty(schema, name, TypeKind::Enum(labels.iter().map(label).collect()))
    }

    pub(crate) fn domain(&mut self, name: &str, base: &str) -> TypeId {
        let (base, not_null) = self.data_type(base);
        let domain = Domain { base, not_null, default: None, collation: None, constraints: Vec::new() };
        self.ty(self.catalog.public(), name, TypeKind::Domain(domain))
    }

    pub(crate) fn composite(&mut self, name: &str, attributes: &[(&str, &str)]) -> TypeId {
        let attributes = attributes
            .iter()
            .map(|(name, ty)| CompositeAttribute {
                name: (*name).into(),
                ty: self.data_type(ty).0,
                collation: None,
                origins: Origins::default(),
            })
            .collect();
        self.ty(self.catalog.public(), name, TypeKind::Composite(attributes))
    }

    pub(crate) fn range(&mut self, name: &str, subtype: &str) -> TypeId {
        let subtype = self.data_type(subtype).0;
        self.ty(self.catalog.public(), name, TypeKind::Range(Range { subtype, options: Vec::new() }))
    }

    /// A table of `public`; a column is its name and a type such as `int4[] not null`.
    pub(crate) fn table(&mut self, name: &str, columns: &[(&str, &str)]) -> RelationId {
        self.relation(self.catalog.public(), name, RelationKind::Table, columns)
    }

    pub(crate) fn relation(
        &mut self,
        schema: SchemaId,
        name: &str,
        kind: RelationKind,
        columns: &[(&str, &str)],
    ) -> RelationId {
        let relation = self.catalog.add_relation(Relation {
            schema,
            name: name.into(),
            kind,
            persistence: Persistence::Permanent,
            columns: Vec::new(),
            parents: Vec::new(),
            partition_key: None,
            partition_bound: None,
            of_type: None,
            options: Vec::new(),
            access_method: None,
            view: None,
            tablespace: None,
            row_security: false,
            force_row_security: false,
            replica_identity: ReplicaIdentity::Default,
            owner: None,
            origins: Origins::default(),
        });
        for (name, ty) in columns {
            let (ty, not_null) = self.data_type(ty);
            self.catalog.add_column(Column {
                relation,
                name: (*name).into(),
                ty,
                not_null,
                default: None,
                generated: None,
                identity: None,
                collation: None,
                storage: None,
                compression: None,
                statistics: None,
                options: Vec::new(),
                local: true,
                inherited: 0,
                origins: Origins::default(),
            });
        }
        relation
    }

    pub(crate) fn column(&mut self, table: RelationId, name: &str) -> &mut Column {
        let id = self.column_id(table, name);
        &mut self.catalog.columns[id]
    }

    pub(crate) fn column_id(&self, table: RelationId, name: &str) -> ColumnId {
        self.catalog.column_named(table, name).unwrap()
    }

    pub(crate) fn primary_key(&mut self, table: RelationId, columns: &[&str]) {
        let keys = columns.iter().map(|name| IndexKey::column(self.column_id(table, name))).collect();
        let name: Box<str> = format!("{}_pkey", self.catalog.relations[table].name).into();
        let index = self.catalog.add_index(Index {
            relation: table,
            name: name.clone(),
            method: "btree".into(),
            unique: true,
            nulls_not_distinct: false,
            keys,
            include: Vec::new(),
            predicate: None,
            options: Vec::new(),
            tablespace: None,
            constraint: None,
            parent: None,
            valid: true,
            clustered: false,
            replica_identity: false,
            origins: Origins::default(),
        });
        self.catalog.add_constraint(Constraint {
            relation: table,
            name,
            kind: ConstraintKind::PrimaryKey { index },
            deferrable: false,
            initially_deferred: false,
            validated: true,
            no_inherit: false,
            inherited: false,
            origins: Origins::default(),
        });
    }

    pub(crate) fn comment(&mut self, object: impl Into<ObjectId>, text: &str) {
        let comment = Comment { text: text.into(), origins: Origins::default() };
        self.catalog.comments.insert(object.into(), comment);
    }

    /// Reads `public_type[] not null`; a name that PostgreSQL does not ship is the schema's own, or with a
    /// point in it an extension's.
    pub(crate) fn data_type(&self, text: &str) -> (DataType, bool) {
        let (text, not_null) = match text.strip_suffix(" not null") {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let name = text.trim_end_matches("[]");
        let dimensions = ((text.len() - name.len()) / 2) as u8;
        let base = match name.split_once('.') {
            Some((schema, name)) => TypeBase::Extension { schema: schema.into(), name: name.into() },
            None => match DataType::builtin(name) {
                Some(found) => found.base,
                None => TypeBase::User(self.catalog.user_type("public", name).unwrap().id),
            },
        };
        (DataType { dimensions, ..DataType::new(base) }, not_null)
    }
}

pub(crate) fn sql(text: &str) -> SqlExpr {
    SqlExpr::new(text, Vec::new())
}
