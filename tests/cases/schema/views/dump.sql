SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE TYPE public.mood AS ENUM (
    'sad',
    'ok',
    'happy'
);

CREATE TABLE public.users (
    id         bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    name       character varying(40) NOT NULL,
    mail       text COLLATE "C",
    mood       public.mood DEFAULT 'ok' NOT NULL,
    tags       text[],
    balance    numeric(10,2),
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL
);

CREATE TABLE app.orders (
    id      bigint NOT NULL,
    user_id bigint NOT NULL,
    total   numeric(12,2) NOT NULL,
    note    text
);

CREATE VIEW public.everything AS
SELECT users.id, users.name, users.mail, users.mood, users.tags, users.balance, users.created_at FROM public.users;
ALTER TABLE ONLY public.everything ALTER COLUMN mood SET DEFAULT 'happy';

CREATE VIEW public.named (user_id, label) AS
SELECT id, name || '!' FROM public.users;

CREATE VIEW public.some_named (user_id, name, upper) AS
SELECT id, name, upper(mail) FROM public.users WHERE mood <> 'sad';

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

CREATE VIEW app.totals AS
SELECT u.id, u.name, count(*) AS orders, sum(o.total) AS total, max(o.note) note
    FROM public.users u LEFT JOIN app.orders o ON o.user_id = u.id
    GROUP BY u.id
    HAVING count(*) > 0
    ORDER BY total DESC NULLS LAST
    LIMIT 10;

CREATE VIEW public.of_view AS
SELECT t.id, t.name, t.orders, t.total, t.note, t.total / 2 AS half FROM app.totals t WHERE orders > 1;

CREATE VIEW public.literals AS
SELECT 1 AS one, 'text' AS words, NULL AS nothing, 1.5 AS number, true AS yes, now() AS moment,
           ARRAY[1, 2] AS list, 'happy'::public.mood AS mood, CASE WHEN true THEN 1 ELSE 2 END, coalesce(NULL, 3);

CREATE VIEW public.unions AS
SELECT id, name FROM public.users UNION ALL SELECT id, note FROM app.orders;

CREATE VIEW public.rows (a, b) AS
VALUES (1, 'x'), (2, 'y');

CREATE VIEW public.whole AS
SELECT orders.id, orders.user_id, orders.total, orders.note FROM app.orders;

CREATE VIEW public.with_query AS
WITH big AS (SELECT orders.id, orders.user_id, orders.total, orders.note FROM app.orders WHERE total > 100) -- only these
    SELECT big.id, (SELECT name FROM public.users WHERE users.id = big.user_id) AS name
    FROM big;

CREATE VIEW public.counting AS
WITH RECURSIVE counting (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM counting WHERE n < 100
) SELECT n FROM counting;

CREATE VIEW public.guarded WITH (security_barrier=false) AS
SELECT id, name FROM public.users WHERE name IS NOT NULL;

CREATE VIEW public.checked WITH (check_option=local) AS
SELECT id, name FROM public.users WHERE id > 0;

CREATE VIEW public.cascaded WITH (security_invoker=true, check_option=cascaded) AS
SELECT checked.id, checked.name FROM public.checked;

CREATE VIEW public.replaced WITH (security_barrier=false) AS
SELECT id, total, note FROM app.orders;

CREATE VIEW app.third_name (first, b) AS
SELECT id AS a, name AS b FROM public.users;

CREATE FUNCTION app.of_totals()
    RETURNS SETOF app.totals
    LANGUAGE sql STABLE
    AS $$SELECT * FROM app.totals$$;

CREATE VIEW public.from_function AS
SELECT f.id, f.total FROM app.of_totals() f;

CREATE FUNCTION public.keep()
    RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RETURN NEW; END$$;

ALTER TABLE ONLY app.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY app.orders
    ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id);

CREATE TRIGGER instead
    INSTEAD OF INSERT OR UPDATE ON public.everything
    FOR EACH ROW
    EXECUTE FUNCTION public.keep();

CREATE TRIGGER before
    BEFORE INSERT ON public.everything
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.keep();

COMMENT ON VIEW public.everything IS 'all of it';
COMMENT ON COLUMN public.everything.name IS 'how they are called';
