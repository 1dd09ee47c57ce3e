CREATE TABLE readings (
    number bigint PRIMARY KEY,
    device_id uuid NOT NULL,
    state account_state NOT NULL,
    amount numeric(14, 2) NOT NULL,
    note text,
    detail jsonb NOT NULL,
    taken_at timestamptz NOT NULL
);
