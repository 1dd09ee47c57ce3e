//! Finds, names and orders migration files.
