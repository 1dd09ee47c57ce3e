-- files: errors/accounts.rs errors/payments.rs errors/bookings.rs
-- Variants are named from constraints; domains, partitions and referring tables have theirs.
CREATE DOMAIN amount AS numeric CONSTRAINT amount_positive CHECK (VALUE > 0);
CREATE TABLE accounts (
    id integer PRIMARY KEY,
    email text NOT NULL CONSTRAINT accounts_email_taken UNIQUE,
    age integer CHECK (age >= 18),
    parent integer CONSTRAINT fk_accounts_parent REFERENCES accounts,
    CONSTRAINT "Kein Gast!" CHECK (email <> 'guest'),
    CONSTRAINT "§" CHECK (email <> '')
);
CREATE TABLE payments (
    account_id integer NOT NULL REFERENCES accounts,
    refund_of integer REFERENCES accounts ON DELETE SET NULL ON UPDATE CASCADE,
    approved_by integer REFERENCES accounts ON DELETE CASCADE,
    paid_on date NOT NULL,
    value amount NOT NULL,
    UNIQUE (account_id, paid_on)
) PARTITION BY RANGE (paid_on);
CREATE TABLE payments_2024 PARTITION OF payments FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE bookings (id integer PRIMARY KEY, during tsrange NOT NULL, EXCLUDE USING gist (during WITH &&));
