SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE TYPE app.role AS ENUM (
    'reader',
    'owner'
);

CREATE TABLE app.documents (
    id    bigint NOT NULL,
    team  bigint NOT NULL,
    title text
);

CREATE TABLE public.memberships (
    team_id bigint NOT NULL,
    member  text NOT NULL,
    role    app.role
);

CREATE FUNCTION app.myself()
    RETURNS text
    LANGUAGE sql STABLE
    AS $$SELECT current_user::text$$;

ALTER TABLE ONLY app.documents
    ADD CONSTRAINT documents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT members_pkey PRIMARY KEY (team_id, member);

ALTER TABLE app.documents ENABLE ROW LEVEL SECURITY;

CREATE POLICY of_members ON app.documents
    USING (team IN (SELECT team_id FROM public.memberships WHERE member = app.myself()));

CREATE POLICY of_owners ON app.documents
    FOR UPDATE
    USING (EXISTS (SELECT 1 FROM public.memberships m WHERE m.team_id = app.documents.team AND m.role = 'owner'))
    WITH CHECK (EXISTS (
        SELECT 1 FROM public.memberships WHERE public.memberships.team_id = app.documents.team AND public.memberships.member = current_user));

CREATE POLICY titled ON app.documents
    AS RESTRICTIVE
    FOR SELECT
    USING (title IS NOT NULL);
