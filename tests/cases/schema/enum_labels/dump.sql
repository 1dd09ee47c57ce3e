SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TYPE public.status AS ENUM (
    'new',
    'it''s old',
    'it''s'
);

CREATE TYPE public.other AS ENUM (
    'former',
    'x'
);

CREATE DOMAIN public.known AS public.status
    DEFAULT 'it''s old'
    CONSTRAINT known_check CHECK (VALUE <> 'it''s old' OR VALUE IN ('new', 'it''s old'));

CREATE FUNCTION public.best(s public.status DEFAULT 'it''s old')
    RETURNS public.status
    LANGUAGE sql IMMUTABLE
    AS $$SELECT s$$;

CREATE FUNCTION public.ranked(public.status, note text DEFAULT 'old')
    RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT 1$$;

CREATE TABLE public.t (
    s        public.status DEFAULT 'it''s old' NOT NULL,
    o        public.other DEFAULT 'former',
    note     text DEFAULT 'old',
    list     public.status[] DEFAULT '{"it''s old",new}',
    made     public.status[] DEFAULT ARRAY['it''s old', 'new']::public.status[],
    cast_one text DEFAULT 'it''s old'::public.status::text,
    chosen   public.status GENERATED ALWAYS AS (CASE WHEN s = 'it''s old' THEN 'new'::public.status ELSE 'it''s old' END) STORED,
    k        public.known,
    CONSTRAINT t_check CHECK (s <> 'it''s old' OR note = 'old' OR o = 'former'),
    CONSTRAINT t_check1 CHECK (s IN ('it''s old', 'new') AND 'it''s old' = ANY (list)),
    CONSTRAINT t_s_check CHECK (coalesce(s, 'it''s old') = public.best('it''s old') AND public.ranked('it''s old', 'old') = 1),
    CONSTRAINT t_s_check1 CHECK (s = ANY (ARRAY['it''s old', 'it''s']::public.status[]) OR NOT s BETWEEN 'new' AND 'it''s old')
);

CREATE TABLE public.parts (
    s public.status,
    n integer
)
PARTITION BY LIST (s);

CREATE TABLE public.parts_old PARTITION OF public.parts
FOR VALUES IN ('it''s old', 'it''s');

CREATE FUNCTION public.f()
    RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN NEW; END $$;

CREATE INDEX t_old ON public.t USING btree (note)
    WHERE s = 'it''s old' AND note <> 'old';

CREATE INDEX t_expr ON public.t USING btree ((s = 'it''s old'));

ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

CREATE TRIGGER tr
    BEFORE UPDATE ON public.t
    FOR EACH ROW
    WHEN (OLD.s = 'it''s old' AND NEW.note = 'old')
    EXECUTE FUNCTION public.f();

CREATE POLICY p ON public.t
    USING (s = 'it''s old')
    WITH CHECK (CASE s WHEN 'it''s old' THEN true ELSE note = 'old' END);
