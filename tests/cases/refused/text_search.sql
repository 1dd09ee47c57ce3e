-- case: a parser without a start
CREATE TEXT SEARCH PARSER p (GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);

-- case: a parser of other functions
CREATE TEXT SEARCH PARSER p (START = int4pl, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);

-- case: a parser with a colour
CREATE TEXT SEARCH PARSER p (COLOUR = red);

-- case: a template without its function
CREATE TEXT SEARCH TEMPLATE t (INIT = dsimple_init);

-- case: a template whose function gives another type
CREATE FUNCTION f(internal, internal, internal, internal) RETURNS int LANGUAGE internal AS 'int4pl';
CREATE TEXT SEARCH TEMPLATE t (LEXIZE = f);

-- case: a dictionary without a template
CREATE TEXT SEARCH DICTIONARY d (STOPWORDS = english);

-- case: a dictionary of no template
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = nobody);

-- case: a dictionary of an unknown option
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, COLOUR = red);

-- case: a dictionary without its language
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball);

-- case: an option that the template does not take
CREATE TEXT SEARCH TEMPLATE t (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = t, STOPWORDS = english);

-- case: a dictionary twice
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);

-- case: an alteration to an unknown option
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);
ALTER TEXT SEARCH DICTIONARY d (COLOUR = red);

-- case: a configuration of nothing
CREATE TEXT SEARCH CONFIGURATION c ("x" = y);

-- case: a configuration of two
CREATE TEXT SEARCH CONFIGURATION c (PARSER = "default", COPY = simple);

-- case: a configuration of no parser
CREATE TEXT SEARCH CONFIGURATION c (PARSER = nobody);

-- case: a copy of nobody
CREATE TEXT SEARCH CONFIGURATION c (COPY = nobody);

-- case: no such token type
CREATE TEXT SEARCH CONFIGURATION c (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR smiley WITH simple;

-- case: no such dictionary
CREATE TEXT SEARCH CONFIGURATION c (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH nobody;

-- case: a mapping twice
CREATE TEXT SEARCH CONFIGURATION c (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH simple;
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH english_stem;

-- case: no such mapping
CREATE TEXT SEARCH CONFIGURATION c (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION c DROP MAPPING FOR word;

-- case: a configuration needs its dictionary
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION c (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH d;
DROP TEXT SEARCH DICTIONARY d;

-- case: a dictionary needs its template
CREATE TEXT SEARCH TEMPLATE t (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = t);
DROP TEXT SEARCH TEMPLATE t;

-- case: no such configuration
ALTER TEXT SEARCH CONFIGURATION nobody RENAME TO somebody;

-- case: the system's parser stays
DROP TEXT SEARCH PARSER "default";

-- case: a dictionary renamed to one that is there
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);
CREATE TEXT SEARCH DICTIONARY e (TEMPLATE = simple);
ALTER TEXT SEARCH DICTIONARY d RENAME TO e;
