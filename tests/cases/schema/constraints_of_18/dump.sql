SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE TABLE public.rooms (
    id       integer NOT NULL,
    valid_at tstzrange NOT NULL,
    size     integer,
    double   integer GENERATED ALWAYS AS (size * 2) VIRTUAL,
    implied  integer GENERATED ALWAYS AS (size * 3) VIRTUAL
);

CREATE TABLE public.stays (
    room   integer,
    during tstzrange,
    guest  text
);

CREATE TABLE public.owners (
    id integer NOT NULL
);

CREATE TABLE public.pets (
    owner integer,
    other integer
);

CREATE TABLE public.named (
    a integer CONSTRAINT a_is_there NOT NULL,
    b integer,
    c integer CONSTRAINT c_is_there NOT NULL,
    d integer NOT NULL
);

ALTER TABLE public.rooms
    ADD CONSTRAINT rooms_size_check CHECK (size > 0) NOT ENFORCED;

ALTER TABLE public.stays
    ADD CONSTRAINT short CHECK (length(guest) < 100) NOT ENFORCED;

ALTER TABLE ONLY public.rooms
    ADD CONSTRAINT rooms_pk PRIMARY KEY (id, valid_at WITHOUT OVERLAPS);

ALTER TABLE ONLY public.stays
    ADD CONSTRAINT stays_guest_during_key UNIQUE (guest, during WITHOUT OVERLAPS);

ALTER TABLE ONLY public.owners
    ADD CONSTRAINT owners_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays
    ADD CONSTRAINT stays_room_during_fkey FOREIGN KEY (room, PERIOD during) REFERENCES public.rooms (id, PERIOD valid_at);

ALTER TABLE ONLY public.pets
    ADD CONSTRAINT pets_owner_fkey FOREIGN KEY (owner) REFERENCES public.owners (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pets
    ADD CONSTRAINT pets_other_fkey FOREIGN KEY (other) REFERENCES public.owners (id) DEFERRABLE NOT ENFORCED;
