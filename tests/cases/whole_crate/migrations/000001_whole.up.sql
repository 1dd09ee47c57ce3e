-- A column for each crate that generated code can name, so that each line of the crate's Cargo.toml is needed.
CREATE TABLE hosts (
    id uuid PRIMARY KEY,
    own inet NOT NULL UNIQUE,
    since date NOT NULL DEFAULT '2026-01-01',
    price numeric NOT NULL,
    about jsonb NOT NULL DEFAULT '{}'
);
CREATE TABLE ports (
    host uuid REFERENCES hosts ON DELETE CASCADE,
    number integer,
    PRIMARY KEY (host, number),
    address macaddr NOT NULL UNIQUE,
    addresses macaddr[] NOT NULL DEFAULT '{}',
    flags bit(8) NOT NULL DEFAULT B'00000000',
    mask bit varying(32) UNIQUE,
    masks bit varying[],
    peer inet,
    net cidr,
    rate numeric(10, 2),
    opened timestamptz NOT NULL DEFAULT now(),
    report json
);
CREATE INDEX ports_opened_idx ON ports (opened DESC, mask);
CREATE FUNCTION mask_of(address macaddr, flags bit(8)) RETURNS bit varying LANGUAGE sql AS 'SELECT flags';
