SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE TABLE public.t (
    a     integer,
    b     integer,
    title text,
    d     date
);

CREATE TABLE public.parted (
    k integer,
    v text
)
PARTITION BY LIST (k);

CREATE TABLE public.copied (
    a     integer,
    b     integer,
    title text,
    d     date
);

CREATE MATERIALIZED VIEW public.m AS
SELECT a, b FROM public.t;

CREATE STATISTICS public.renamed ON a, b FROM public.t;
ALTER STATISTICS public.renamed SET STATISTICS 300;

CREATE STATISTICS public.one_expression ON lower(title) FROM public.t;

CREATE STATISTICS app.mixed (dependencies) ON a, (b + 1), lower(title) FROM public.t;
ALTER STATISTICS app.mixed SET STATISTICS 10000;

CREATE STATISTICS public.parted_stat ON k, v FROM public.parted;

CREATE STATISTICS public.copied_a_b_stat ON a, b FROM public.copied;

CREATE STATISTICS public.copied_a_title_stat (ndistinct, mcv) ON a, title FROM public.copied;

CREATE STATISTICS public.copied_expr_stat ON lower(title) FROM public.copied;

CREATE STATISTICS public.copied_a_expr_expr_stat (dependencies) ON a, (b + 1), lower(title) FROM public.copied;

CREATE STATISTICS public.copied_expr_expr_stat ON (a + b), date_trunc('month', d) FROM public.copied;

CREATE STATISTICS public.of_view ON a, b FROM public.m;

COMMENT ON STATISTICS public.renamed IS 'two columns';
COMMENT ON STATISTICS public.copied_a_b_stat IS 'two columns';
