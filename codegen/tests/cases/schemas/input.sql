-- files: lib.rs billing/mod.rs billing/models/invoices.rs billing/stores/invoices.rs type/models/orders.rs models/users.rs
-- Types and tables of other schemas stand in modules of their names.
CREATE SCHEMA billing;
CREATE SCHEMA "type";
CREATE TYPE billing.state AS ENUM ('open', 'paid');
CREATE DOMAIN billing.cents AS bigint CHECK (VALUE >= 0);
CREATE TYPE "type".address AS (street text, city text);
CREATE TABLE users (id integer PRIMARY KEY, last_state billing.state);
CREATE TABLE billing.invoices (
    id integer PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users,
    total billing.cents NOT NULL,
    state billing.state NOT NULL DEFAULT 'open',
    sent_to "type".address
);
CREATE TABLE "type".orders (id integer PRIMARY KEY, invoice integer REFERENCES billing.invoices);
