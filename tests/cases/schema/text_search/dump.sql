SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA search;

CREATE TEXT SEARCH PARSER public.my_parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, HEADLINE = prsd_headline, LEXTYPES = prsd_lextype);

CREATE TEXT SEARCH PARSER search.plainer (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);

CREATE TEXT SEARCH TEMPLATE public.my_template (INIT = dsimple_init, LEXIZE = dsimple_lexize);

CREATE TEXT SEARCH TEMPLATE search.bare (LEXIZE = dsimple_lexize);

CREATE TEXT SEARCH DICTIONARY public.shorter (TEMPLATE = simple, accept = 'true');

CREATE TEXT SEARCH DICTIONARY public.stems (TEMPLATE = snowball, stopwords = 'german', language = 'english');

CREATE TEXT SEARCH DICTIONARY search.own (TEMPLATE = public.my_template, stopwords = 'english');

CREATE TEXT SEARCH DICTIONARY public.bare_words (TEMPLATE = search.bare);

CREATE TEXT SEARCH CONFIGURATION public.copied (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION public.copied
    ADD MAPPING FOR asciihword, hword, hword_asciipart, hword_part, word
    WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.copied
    ADD MAPPING FOR asciiword
    WITH public.shorter, english_stem;
ALTER TEXT SEARCH CONFIGURATION public.copied
    ADD MAPPING FOR email, file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url, url_path, version
    WITH simple;

CREATE TEXT SEARCH CONFIGURATION public.own (PARSER = public.my_parser);
ALTER TEXT SEARCH CONFIGURATION public.own
    ADD MAPPING FOR asciiword, word
    WITH public.shorter, public.stems;
ALTER TEXT SEARCH CONFIGURATION public.own
    ADD MAPPING FOR email
    WITH search.own;
ALTER TEXT SEARCH CONFIGURATION public.own
    ADD MAPPING FOR url
    WITH public.shorter;

CREATE TEXT SEARCH CONFIGURATION public.standard (PARSER = "default");

CREATE TEXT SEARCH CONFIGURATION search.again (PARSER = public.my_parser);
ALTER TEXT SEARCH CONFIGURATION search.again
    ADD MAPPING FOR asciiword, word
    WITH public.shorter, public.stems;
ALTER TEXT SEARCH CONFIGURATION search.again
    ADD MAPPING FOR email
    WITH search.own;
ALTER TEXT SEARCH CONFIGURATION search.again
    ADD MAPPING FOR url
    WITH public.shorter;

COMMENT ON TEXT SEARCH PARSER public.my_parser IS 'theirs';
COMMENT ON TEXT SEARCH TEMPLATE public.my_template IS 'theirs too';
COMMENT ON TEXT SEARCH DICTIONARY public.shorter IS 'short';
COMMENT ON TEXT SEARCH CONFIGURATION public.own IS 'ours';
