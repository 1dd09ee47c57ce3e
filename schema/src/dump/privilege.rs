//! Privileges as SQL: on objects, and those that objects made later will have.

use crate::catalog::names::quote_identifier;
use crate::catalog::{Catalog, DefinedKind, Grant, ObjectId};

use super::comment::address;

/// What tables have besides `MAINTAIN`, which servers before 17 do not know.
pub(crate) const TABLE_PRIVILEGES: &[&str] =
    &["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"];

/// `GRANT …`, or `REVOKE …` for a privilege that every new object of the kind has. `None` for an object that
/// SQL gives no privileges on.
pub(crate) fn grant(catalog: &Catalog, grant: &Grant) -> Option<String> {
    give(catalog, grant, grant.revoked)
}

/// The statement that undoes [`grant`].
pub(crate) fn undo_grant(catalog: &Catalog, grant: &Grant) -> Option<String> {
    give(catalog, grant, !grant.revoked)
}

fn give(catalog: &Catalog, grant: &Grant, revoke: bool) -> Option<String> {
    let on = On::new(catalog, grant.object)?;
    let grantee = grantee(grant.grantee.as_deref());
    Some(if revoke {
        on.take(grant.privilege, &grantee)
    } else {
        on.give(grant.privilege, &grantee, grant.grantable)
    })
}

fn grantee(role: Option<&str>) -> String {
    role.map_or_else(|| "PUBLIC".to_owned(), |role| quote_identifier(role).into_owned())
}

/// Everything that brings the privileges on one object about, one statement a line. `None` as for [`grant`].
pub(crate) fn all(catalog: &Catalog, object: ObjectId) -> Option<String> {
    let on = On::new(catalog, object)?;
    let mut lines = Vec::new();
    let mut grants: Vec<&Grant> = catalog.grants_on(object).iter().collect();
    grants.sort_by(|a, b| (&a.grantee, a.privilege).cmp(&(&b.grantee, b.privilege)));
    for of_role in grants.chunk_by(|a, b| a.grantee == b.grantee) {
        let Some(first) = of_role.first() else { continue };
        let role = grantee(first.grantee.as_deref());
        let words = |wanted: &dyn Fn(&Grant) -> bool| {
            let list: Vec<&str> =
                of_role.iter().filter(|grant| wanted(grant)).map(|grant| grant.privilege).collect();
            list.join(", ")
        };
        let revoked = words(&|grant| grant.revoked);
        if !revoked.is_empty() {
            lines.push(on.take(&revoked, &role));
        }
        let has = |name: &str| of_role.iter().any(|grant| !grant.revoked && grant.privilege == name);
        // MAINTAIN beside others comes of ALL, which every server reads.
        if has("MAINTAIN") && TABLE_PRIVILEGES.iter().any(|name| has(name)) {
            let grantable = of_role.iter().any(|grant| grant.privilege == "MAINTAIN" && grant.grantable);
            lines.push(on.give("ALL", &role, grantable));
            let missing: Vec<&str> = TABLE_PRIVILEGES.iter().copied().filter(|name| !has(name)).collect();
            if !missing.is_empty() {
                lines.push(on.take(&missing.join(", "), &role));
            }
            let other = words(&|grant| !grant.revoked && grant.grantable != grantable);
            if grantable && !other.is_empty() {
                lines.push(on.take_option(&other, &role));
            } else if !other.is_empty() {
                lines.push(on.give(&other, &role, true));
            }
            continue;
        }
        for grantable in [false, true] {
            let given = words(&|grant| !grant.revoked && grant.grantable == grantable);
            if !given.is_empty() {
                lines.push(on.give(&given, &role, grantable));
            }
        }
    }
    Some(lines.join("\n"))
}

/// What a privilege is on, in words.
struct On {
    prefix: String,
    columns: String,
    target: String,
}

impl On {
    fn new(catalog: &Catalog, object: ObjectId) -> Option<Self> {
        let (mut prefix, mut columns) = (String::new(), String::new());
        let target = match object {
            ObjectId::Column(id) => {
                columns = format!(" ({})", quote_identifier(&catalog.columns[id].name));
                format!("TABLE {}", catalog.printed_name(catalog.columns[id].relation.into()))
            }
            ObjectId::Relation(id) => format!("TABLE {}", catalog.printed_name(id.into())),
            ObjectId::Type(id) => format!("TYPE {}", catalog.printed_name(id.into())),
            ObjectId::Schema(_) | ObjectId::Sequence(_) | ObjectId::Function(_) => address(catalog, object),
            ObjectId::Defined(id) => match catalog.defined[id].kind {
                DefinedKind::ForeignDataWrapper | DefinedKind::Language => address(catalog, object),
                DefinedKind::ForeignServer => format!("FOREIGN {}", address(catalog, object)),
                DefinedKind::DefaultPrivileges => {
                    let entry = &catalog.defined[id];
                    let whose = catalog.printed_definition_address(id);
                    let whose = whose.rsplit_once("ON ").map_or("", |(whose, _)| whose);
                    prefix = format!("ALTER DEFAULT PRIVILEGES {whose}");
                    entry.name.to_uppercase()
                }
                _ => return None,
            },
            _ => return None,
        };
        // An aggregate is granted on as a function.
        let target = match target.strip_prefix("AGGREGATE ") {
            Some(signature) => format!("FUNCTION {signature}"),
            None => target,
        };
        Some(Self { prefix, columns, target })
    }

    fn give(&self, privileges: &str, role: &str, grantable: bool) -> String {
        let option = if grantable { " WITH GRANT OPTION" } else { "" };
        let privileges = self.each(privileges);
        format!("{}GRANT {privileges} ON {} TO {role}{option};", self.prefix, self.target)
    }

    fn take(&self, privileges: &str, role: &str) -> String {
        let privileges = self.each(privileges);
        format!("{}REVOKE {privileges} ON {} FROM {role};", self.prefix, self.target)
    }

    fn take_option(&self, privileges: &str, role: &str) -> String {
        let privileges = self.each(privileges);
        format!("{}REVOKE GRANT OPTION FOR {privileges} ON {} FROM {role};", self.prefix, self.target)
    }

    /// Columns stand behind each privilege of its own.
    fn each(&self, privileges: &str) -> String {
        let list: Vec<_> =
            privileges.split(", ").map(|privilege| format!("{privilege}{}", self.columns)).collect();
        list.join(", ")
    }
}
