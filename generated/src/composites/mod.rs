// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod dns_mx_record;

pub use self::dns_mx_record::DnsMxRecord;
