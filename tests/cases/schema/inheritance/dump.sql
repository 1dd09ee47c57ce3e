SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.named (
    id    integer NOT NULL,
    title text DEFAULT 'parent' NOT NULL,
    added character varying(10) DEFAULT 'only'::text,
    CONSTRAINT named_id_check CHECK (id > 0),
    CONSTRAINT short CHECK (length(title) < 10),
    CONSTRAINT own_only CHECK (length(title) < 20) NO INHERIT
);

CREATE TABLE public.dated (
    id integer,
    at timestamp with time zone DEFAULT now()
);

CREATE TABLE public.only_child ()
INHERITS (public.named);
ALTER TABLE ONLY public.only_child ALTER COLUMN added SET DEFAULT 'b'::text;

CREATE TABLE public.child (
    extra integer,
    CONSTRAINT child_extra_check CHECK (extra > 0)
)
INHERITS (public.named);
ALTER TABLE ONLY public.child ALTER COLUMN added SET DEFAULT 'b'::text;

CREATE TABLE public.merged (
    id integer DEFAULT 7 NOT NULL,
    CONSTRAINT named_id_check CHECK (id > 0)
)
INHERITS (public.named);
ALTER TABLE ONLY public.merged ALTER COLUMN added SET DEFAULT 'b'::text;

CREATE TABLE public.grandchild ()
INHERITS (public.child);

CREATE TABLE public.with_key ()
INHERITS (public.named);
ALTER TABLE ONLY public.with_key ALTER COLUMN added SET DEFAULT 'b'::text;

CREATE TABLE public.both_parents (
    title text DEFAULT 'child' NOT NULL
)
INHERITS (public.named, public.dated);

CREATE TABLE public.joins_later (
    id integer NOT NULL,
    at timestamp with time zone
)
INHERITS (public.dated);
ALTER TABLE ONLY public.joins_later ALTER COLUMN at DROP DEFAULT;

CREATE TABLE public.leaves (
    id    integer NOT NULL,
    title text DEFAULT 'parent' NOT NULL,
    added character varying(10) DEFAULT 'only'::text,
    CONSTRAINT named_id_check CHECK (id > 0),
    CONSTRAINT short CHECK (length(title) < 10)
);

CREATE TABLE public.leaves_one (
    at timestamp with time zone DEFAULT now()
)
INHERITS (public.named);

CREATE TABLE public.order_differs (
    at    timestamp with time zone,
    other integer,
    id    integer,
    CONSTRAINT order_differs_id_check CHECK (id > 1)
);
ALTER TABLE public.order_differs INHERIT public.dated;

CREATE TABLE public.dropped_parent ();

CREATE TABLE public.dropped_child (
    b integer,
    c integer
)
INHERITS (public.dropped_parent);

CREATE TABLE public.dropped_local (
    a integer,
    b integer,
    c integer
)
INHERITS (public.dropped_parent);

CREATE TABLE public.late_parent (
    a    integer,
    late integer
);

CREATE TABLE public.late_child (
    late integer
)
INHERITS (public.late_parent);

ALTER TABLE public.dated
    ADD CONSTRAINT recent CHECK (at > '2000-01-01') NO INHERIT;

ALTER TABLE ONLY public.with_key
    ADD CONSTRAINT with_key_pkey PRIMARY KEY (id);

COMMENT ON COLUMN public.child.title IS 'inherited';
