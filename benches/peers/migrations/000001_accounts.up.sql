CREATE TYPE account_state AS ENUM ('invited', 'active', 'suspended', 'closed');

CREATE TABLE accounts (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    number bigint NOT NULL,
    email text NOT NULL UNIQUE,
    display_name text,
    state account_state NOT NULL DEFAULT 'invited',
    balance numeric(14, 2) NOT NULL DEFAULT 0,
    settings jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz
);
