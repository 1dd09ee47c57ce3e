SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.owner (
    id integer NOT NULL
);

CREATE TABLE public.logs (
    id       bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    class    text NOT NULL,
    at       timestamp with time zone DEFAULT now() NOT NULL,
    owner_id integer,
    note     text DEFAULT 'n'
)
PARTITION BY LIST (class);

CREATE TABLE public.logs_a PARTITION OF public.logs
FOR VALUES IN ('a', 'b')
PARTITION BY RANGE (at);

CREATE TABLE public.logs_a_2024 PARTITION OF public.logs_a
FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

CREATE TABLE public.logs_a_default PARTITION OF public.logs_a
DEFAULT;

CREATE TABLE public.logs_rest PARTITION OF public.logs
DEFAULT;

CREATE TABLE public.logs_late (
    class    text NOT NULL,
    id       bigint NOT NULL,
    at       timestamp with time zone NOT NULL,
    owner_id integer,
    note     text DEFAULT 'n'
);
ALTER TABLE ONLY public.logs ATTACH PARTITION public.logs_late FOR VALUES IN ('late');

CREATE FUNCTION public.touch()
    RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RETURN NEW; END$$;

ALTER TABLE public.logs
    ADD CONSTRAINT logs_class_check CHECK (class <> '');

ALTER TABLE public.logs
    ADD CONSTRAINT noted CHECK (note <> 'bad');

ALTER TABLE ONLY public.owner
    ADD CONSTRAINT owner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.logs
    ADD CONSTRAINT logs_pkey PRIMARY KEY (class, at, id);

CREATE INDEX logs_at ON ONLY public.logs USING btree (at DESC)
    WHERE owner_id IS NOT NULL;

CREATE INDEX logs_lower ON ONLY public.logs USING btree (lower(class));

CREATE UNIQUE INDEX logs_class_at_owner_id_idx ON ONLY public.logs USING btree (class, at, owner_id);

ALTER TABLE ONLY public.logs_a
    ADD CONSTRAINT logs_a_pkey PRIMARY KEY (class, at, id);
ALTER INDEX public.logs_pkey ATTACH PARTITION public.logs_a_pkey;

CREATE INDEX logs_a_at_idx ON ONLY public.logs_a USING btree (at DESC)
    WHERE owner_id IS NOT NULL;
ALTER INDEX public.logs_at ATTACH PARTITION public.logs_a_at_idx;

CREATE INDEX logs_a_lower_idx ON ONLY public.logs_a USING btree (lower(class));
ALTER INDEX public.logs_lower ATTACH PARTITION public.logs_a_lower_idx;

CREATE UNIQUE INDEX logs_a_class_at_owner_id_idx ON ONLY public.logs_a USING btree (class, at, owner_id);
ALTER INDEX public.logs_class_at_owner_id_idx ATTACH PARTITION public.logs_a_class_at_owner_id_idx;

ALTER TABLE ONLY public.logs_a_2024
    ADD CONSTRAINT logs_a_2024_pkey PRIMARY KEY (class, at, id);
ALTER INDEX public.logs_a_pkey ATTACH PARTITION public.logs_a_2024_pkey;

CREATE INDEX logs_a_2024_at_idx ON public.logs_a_2024 USING btree (at DESC)
    WHERE owner_id IS NOT NULL;
ALTER INDEX public.logs_a_at_idx ATTACH PARTITION public.logs_a_2024_at_idx;

CREATE INDEX logs_a_2024_lower_idx ON public.logs_a_2024 USING btree (lower(class));
ALTER INDEX public.logs_a_lower_idx ATTACH PARTITION public.logs_a_2024_lower_idx;

CREATE UNIQUE INDEX logs_a_2024_class_at_owner_id_idx ON public.logs_a_2024 USING btree (class, at, owner_id);
ALTER INDEX public.logs_a_class_at_owner_id_idx ATTACH PARTITION public.logs_a_2024_class_at_owner_id_idx;

ALTER TABLE ONLY public.logs_a_default
    ADD CONSTRAINT logs_a_default_pkey PRIMARY KEY (class, at, id);
ALTER INDEX public.logs_a_pkey ATTACH PARTITION public.logs_a_default_pkey;

CREATE INDEX logs_a_default_at_idx ON public.logs_a_default USING btree (at DESC)
    WHERE owner_id IS NOT NULL;
ALTER INDEX public.logs_a_at_idx ATTACH PARTITION public.logs_a_default_at_idx;

CREATE INDEX logs_a_default_lower_idx ON public.logs_a_default USING btree (lower(class));
ALTER INDEX public.logs_a_lower_idx ATTACH PARTITION public.logs_a_default_lower_idx;

CREATE UNIQUE INDEX logs_a_default_class_at_owner_id_idx ON public.logs_a_default USING btree (class, at, owner_id);
ALTER INDEX public.logs_a_class_at_owner_id_idx ATTACH PARTITION public.logs_a_default_class_at_owner_id_idx;

ALTER TABLE ONLY public.logs_rest
    ADD CONSTRAINT logs_rest_pkey PRIMARY KEY (class, at, id);
ALTER INDEX public.logs_pkey ATTACH PARTITION public.logs_rest_pkey;

CREATE INDEX logs_rest_at_idx ON public.logs_rest USING btree (at DESC)
    WHERE owner_id IS NOT NULL;
ALTER INDEX public.logs_at ATTACH PARTITION public.logs_rest_at_idx;

CREATE INDEX logs_rest_lower_idx ON public.logs_rest USING btree (lower(class));
ALTER INDEX public.logs_lower ATTACH PARTITION public.logs_rest_lower_idx;

CREATE UNIQUE INDEX logs_rest_class_at_owner_id_idx ON public.logs_rest USING btree (class, at, owner_id);
ALTER INDEX public.logs_class_at_owner_id_idx ATTACH PARTITION public.logs_rest_class_at_owner_id_idx;

ALTER TABLE ONLY public.logs_late
    ADD CONSTRAINT logs_late_pkey PRIMARY KEY (class, at, id);
ALTER INDEX public.logs_pkey ATTACH PARTITION public.logs_late_pkey;

CREATE INDEX logs_late_at_idx ON public.logs_late USING btree (at DESC)
    WHERE owner_id IS NOT NULL;
ALTER INDEX public.logs_at ATTACH PARTITION public.logs_late_at_idx;

CREATE INDEX logs_late_lower_idx ON public.logs_late USING btree (lower(class));
ALTER INDEX public.logs_lower ATTACH PARTITION public.logs_late_lower_idx;

CREATE UNIQUE INDEX logs_late_class_at_owner_id_idx ON public.logs_late USING btree (class, at, owner_id);
ALTER INDEX public.logs_class_at_owner_id_idx ATTACH PARTITION public.logs_late_class_at_owner_id_idx;

ALTER TABLE public.logs
    ADD CONSTRAINT logs_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.owner (id) ON DELETE CASCADE;

CREATE TRIGGER touched
    BEFORE INSERT OR UPDATE OF class ON public.logs
    FOR EACH ROW
    WHEN (NEW.class <> 'x')
    EXECUTE FUNCTION public.touch();
