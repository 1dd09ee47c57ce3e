CREATE TABLE events (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    number bigint NOT NULL,
    account_id uuid NOT NULL REFERENCES accounts (id),
    kind text NOT NULL,
    amount numeric(14, 2),
    detail jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX events_account_id_created_at_idx ON events (account_id, created_at DESC);
