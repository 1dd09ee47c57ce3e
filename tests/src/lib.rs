//! What the end-to-end tests share: servers, the reference schema, and cases written in SQL.

pub mod cases;
pub mod reference;
pub mod servers;
pub mod sql_case;
