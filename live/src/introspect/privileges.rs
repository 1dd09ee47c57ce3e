//! Privileges that differ from what every new object of its kind has.

use schemactl_schema::catalog::{Catalog, Grant, Origins};
use schemactl_schema::diagnostic::Diagnostic;
use sqlx::postgres::types::Oid;

use super::not_modelled::finding;
use super::objects::Objects;
use super::reader::row;

row!(PrivilegeRow {
    class: String,
    object: Oid,
    sub: i16,
    /// `None` is `PUBLIC`.
    grantee: Option<String>,
    privilege: String,
    grantable: bool,
    /// The grantee is the object's owner.
    owner: bool,
    /// False: a default privilege that the object no longer has.
    granted: bool,
    description: Option<String>,
});

/// PostgreSQL documentation, "Privileges".
const PRIVILEGES: &[&str] = &[
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
];

/// Access control lists less the built-in defaults, and the defaults less the lists. `public` begins with what `initdb`
/// gave it (`pg_init_privs`). An owner's own privileges count as the owner's, whoever that is.
pub(super) fn privileges() -> String {
    let list = |class: &str, from: &str, name: &str, owner: &str, acl: &str, default: &str| {
        format!(
            "SELECT '{class}' AS class, o.oid AS object, 0::int2 AS sub, {owner} AS owner, {acl} AS acl,
                    {default} AS usual
             FROM {from} o
             WHERE {acl} IS NOT NULL AND (o.oid >= 16384 OR {name} = 'public')
               AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '{class}'::regclass AND e.objid = o.oid
                               AND e.deptype = 'e')"
        )
    };
    let relation_default =
        "acldefault(CASE WHEN o.relkind = 'S' THEN 's' ELSE 'r' END::\"char\", o.relowner)";
    let schema_default = "coalesce((SELECT i.initprivs FROM pg_init_privs i
                                    WHERE i.classoid = 'pg_namespace'::regclass AND i.objoid = o.oid),
                                   acldefault('n', o.nspowner))";
    let lists = [
        list("pg_namespace", "pg_namespace", "o.nspname", "o.nspowner", "o.nspacl", schema_default),
        list("pg_class", "pg_class", "NULL", "o.relowner", "o.relacl", relation_default),
        list("pg_proc", "pg_proc", "NULL", "o.proowner", "o.proacl", "acldefault('f', o.proowner)"),
        list("pg_type", "pg_type", "NULL", "o.typowner", "o.typacl", "acldefault('T', o.typowner)"),
        list("pg_foreign_data_wrapper", "pg_foreign_data_wrapper", "NULL", "o.fdwowner", "o.fdwacl", "acldefault('F', o.fdwowner)"),
        list("pg_foreign_server", "pg_foreign_server", "NULL", "o.srvowner", "o.srvacl", "acldefault('S', o.srvowner)"),
        list("pg_language", "pg_language", "NULL", "o.lanowner", "o.lanacl", "acldefault('l', o.lanowner)"),
        // What a schema adds begins with nothing; what holds everywhere begins with what is built in.
        "SELECT 'pg_default_acl', o.oid, 0::int2, o.defaclrole, o.defaclacl,
                CASE WHEN o.defaclnamespace = 0
                     THEN acldefault(CASE o.defaclobjtype WHEN 'S' THEN 's' ELSE o.defaclobjtype END, o.defaclrole)
                     ELSE acldefault('c', o.defaclrole) END
         FROM pg_default_acl o"
            .to_owned(),
        "SELECT 'pg_class', a.attrelid, a.attnum, c.relowner, a.attacl, acldefault('c', c.relowner)
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND a.attrelid >= 16384
           AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = a.attrelid
                           AND e.deptype = 'e')"
            .to_owned(),
    ]
    .join("\nUNION ALL ");
    format!(
        "\
WITH objects AS ({lists}),
     held AS (SELECT o.class, o.object, o.sub, g.grantee = o.owner AS owner, g.grantee, g.privilege_type,
                     g.is_grantable
              FROM objects o CROSS JOIN LATERAL aclexplode(o.acl) g),
     usual AS (SELECT o.class, o.object, o.sub, g.grantee = g.grantor AS owner,
                      CASE WHEN g.grantee = g.grantor THEN o.owner ELSE g.grantee END, g.privilege_type, g.is_grantable
               FROM objects o CROSS JOIN LATERAL aclexplode(o.usual) g),
     different AS ((SELECT *, true AS granted FROM (SELECT * FROM held EXCEPT SELECT * FROM usual) q)
                   UNION ALL
                   (SELECT *, false FROM (SELECT * FROM usual EXCEPT SELECT * FROM held) q))
SELECT * FROM (
    SELECT d.class, d.object, d.sub,
           CASE WHEN d.grantee <> 0 THEN pg_get_userbyid(d.grantee)::text END AS grantee,
           d.privilege_type AS privilege, d.is_grantable AS grantable, d.owner, d.granted,
           pg_describe_object(d.class::regclass, d.object, d.sub) AS description
    FROM different d) q
ORDER BY q.class, q.description COLLATE \"C\", q.grantee COLLATE \"C\" NULLS FIRST, q.privilege COLLATE \"C\""
    )
}

pub(super) fn add_privileges(
    catalog: &mut Catalog,
    objects: &Objects,
    rows: &[PrivilegeRow],
    diagnostics: &mut Vec<Diagnostic>,
) {
    for row in rows {
        let known = PRIVILEGES.iter().copied().find(|privilege| *privilege == row.privilege);
        let object = objects.object(&row.class, row.object, row.sub);
        match (known, object) {
            // What an owner has beyond the default is for nobody to see; what it lacks is a finding.
            _ if row.owner && row.granted => {}
            (Some(privilege), Some(object)) => catalog.grants.entry(object).or_default().push(Grant {
                object,
                grantee: row.grantee.as_deref().map(Into::into),
                privilege,
                grantable: row.grantable,
                revoked: !row.granted,
                origins: Origins::default(),
            }),
            _ => {
                let granted = row.granted;
                let grantee = row.grantee.as_deref().unwrap_or("PUBLIC");
                let what = format!(
                    "{} of {} {} {grantee} on",
                    if granted { "grant" } else { "revocation" },
                    row.privilege,
                    if granted { "to" } else { "from" },
                );
                diagnostics.push(finding(&what, row.description.as_deref().unwrap_or_default()));
            }
        }
    }
}
