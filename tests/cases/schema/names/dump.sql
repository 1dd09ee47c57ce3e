SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA elsewhere;

CREATE SEQUENCE public.child_id_seq
    AS integer;

CREATE SEQUENCE public.a_table_with_a_name_that_is_n_a_column_with_a_name_that_is__seq;

CREATE TABLE public.parent (
    id integer NOT NULL,
    x  integer,
    y  integer
);

CREATE TABLE public.child (
    id        integer DEFAULT nextval('public.child_id_seq'::regclass) NOT NULL,
    parent_id integer,
    x         integer,
    y         integer,
    CONSTRAINT child_x_check CHECK (x > 0),
    CONSTRAINT child_x_check1 CHECK (x < 10),
    CONSTRAINT child_check CHECK (x < y),
    CONSTRAINT child_check1 CHECK (x > y - 100)
);

CREATE TABLE public.a_table_with_a_name_that_is_nearly_as_long_as_names_may_be_ (
    a_column_with_a_name_that_is_nearly_as_long_as_names_may_be_ah bigint DEFAULT nextval('public.a_table_with_a_name_that_is_n_a_column_with_a_name_that_is__seq'::regclass) NOT NULL,
    another_column_with_a_name_that_is_nearly_as_long_as_may_be integer,
    CONSTRAINT a_table_with_a_name_that_is__another_column_with_a_name_t_check CHECK (another_column_with_a_name_that_is_nearly_as_long_as_may_be > 0)
);

CREATE TABLE public.child_id (
    seq integer
);

CREATE TABLE public.again (
    child_x_check integer,
    x             integer,
    y             integer,
    CONSTRAINT again_x_check1 CHECK (x > 0),
    CONSTRAINT again_x_check CHECK (x > 1),
    CONSTRAINT again_x_check2 CHECK (x > 2)
);

CREATE TABLE elsewhere.moved (
    x integer,
    CONSTRAINT moved_x_check CHECK (x > 0),
    CONSTRAINT moved_x_check1 CHECK (x > 1)
);

CREATE TABLE public.moved (
    x integer,
    CONSTRAINT moved_x_check CHECK (x > 0)
);

ALTER SEQUENCE public.child_id_seq OWNED BY public.child.id;
ALTER SEQUENCE public.a_table_with_a_name_that_is_n_a_column_with_a_name_that_is__seq OWNED BY public.a_table_with_a_name_that_is_nearly_as_long_as_names_may_be_.a_column_with_a_name_that_is_nearly_as_long_as_names_may_be_ah;

ALTER TABLE ONLY public.parent
    ADD CONSTRAINT parent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.parent
    ADD CONSTRAINT parent_x_key UNIQUE (x);

ALTER TABLE ONLY public.parent
    ADD CONSTRAINT parent_x_y_id_key UNIQUE (x, y) INCLUDE (id);

ALTER TABLE ONLY public.child
    ADD CONSTRAINT child_pkey PRIMARY KEY (id);

CREATE INDEX child_x_idx ON public.child USING btree (x);

CREATE INDEX child_x_idx1 ON public.child USING btree (x);

CREATE INDEX child_lower_x_expr_idx ON public.child USING btree (lower(y::text), x, (x + y));

CREATE INDEX child_expr_expr1_parent_id_idx ON public.child USING btree ((x * 2), (y * 2)) INCLUDE (parent_id);

ALTER TABLE ONLY public.a_table_with_a_name_that_is_nearly_as_long_as_names_may_be_
    ADD CONSTRAINT a_table_with_a_name_that_is_nearly_as_long_as_names_may_be_pkey PRIMARY KEY (a_column_with_a_name_that_is_nearly_as_long_as_names_may_be_ah);

ALTER TABLE ONLY public.a_table_with_a_name_that_is_nearly_as_long_as_names_may_be_
    ADD CONSTRAINT a_table_with_a_name_that_is_n_another_column_with_a_name_th_key UNIQUE (another_column_with_a_name_that_is_nearly_as_long_as_may_be);

CREATE INDEX a_table_with_a_name_that_is_n_another_column_with_a_name_th_idx ON public.a_table_with_a_name_that_is_nearly_as_long_as_names_may_be_ USING btree (another_column_with_a_name_that_is_nearly_as_long_as_may_be, a_column_with_a_name_that_is_nearly_as_long_as_names_may_be_ah);

ALTER TABLE ONLY public.child
    ADD CONSTRAINT child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.parent (id);

ALTER TABLE ONLY public.child
    ADD CONSTRAINT child_x_fkey FOREIGN KEY (x) REFERENCES public.parent (x);
