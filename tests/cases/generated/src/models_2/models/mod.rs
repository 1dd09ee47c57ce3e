// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod cars;

pub use self::cars::{Car, CarPatch, NewCar};
