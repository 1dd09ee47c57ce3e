SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA tools;

CREATE CONVERSION public.latin_in FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

CREATE DEFAULT CONVERSION tools."Cyrillic" FOR 'KOI8R' TO 'UTF8' FROM koi8r_to_utf8;

CREATE CONVERSION tools.printers FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

COMMENT ON CONVERSION tools.printers IS 'for the old printers';
