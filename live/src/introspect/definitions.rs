//! Where the server keeps the rarer kinds of objects that serve types and languages.

use super::defined::{EMPTY, Source};

/// The members of an operator family: those that belong to one class, or to none.
macro_rules! members {
    ($family:literal, $owned:literal, $class:literal) => {
        concat!(
            "(SELECT string_agg(q.item, chr(29)) FROM (
                 SELECT 'wOPERATOR ' || m.amopstrategy || chr(28) || 't' || m.amoplefttype || chr(28) || 't' || m.amoprighttype
                        || chr(28) || 'o' || $operator(m.amopopr)
                        || CASE WHEN m.amopsortfamily <> 0 THEN chr(28) || 'o' || $family(m.amopsortfamily) ELSE '' END AS item
                 FROM pg_amop m WHERE m.amopfamily = ",
            $family,
            "
                   AND ",
            $owned,
            " (SELECT FROM pg_depend d WHERE d.classid = 'pg_amop'::regclass AND d.objid = m.oid
                          AND d.refclassid = 'pg_opclass'::regclass",
            $class,
            ")
                 UNION ALL
                 SELECT 'wFUNCTION ' || m.amprocnum || chr(28) || 't' || m.amproclefttype || chr(28) || 't' || m.amprocrighttype
                        || chr(28) || 'p' || $routine(m.amproc)
                 FROM pg_amproc m WHERE m.amprocfamily = ",
            $family,
            "
                   AND ",
            $owned,
            " (SELECT FROM pg_depend d WHERE d.classid = 'pg_amproc'::regclass AND d.objid = m.oid
                          AND d.refclassid = 'pg_opclass'::regclass",
            $class,
            ")) q)"
        )
    };
}

/// The parts of an aggregate in the order of a replay: lists of a word and a value.
const AGGREGATE: &str = "(SELECT array_to_string(ARRAY[
    CASE WHEN a.aggkind <> 'n' THEN 'wdirect' || chr(28) || 'w' || a.aggnumdirectargs END,
    'wsfunc' || chr(28) || 'n' || $proc(a.aggtransfn),
    'wstype' || chr(28) || 't' || a.aggtranstype,
    CASE WHEN a.aggtransspace <> 0 THEN 'wsspace' || chr(28) || 'w' || a.aggtransspace END,
    'wfinalfunc' || chr(28) || 'n' || $proc(a.aggfinalfn),
    CASE WHEN a.aggfinalextra THEN 'wfinalfunc_extra' END,
    CASE WHEN a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN 'wfinalfunc_modify' || chr(28) || 'w'
             || CASE a.aggfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END END,
    'wcombinefunc' || chr(28) || 'n' || $proc(a.aggcombinefn),
    'wserialfunc' || chr(28) || 'n' || $proc(a.aggserialfn),
    'wdeserialfunc' || chr(28) || 'n' || $proc(a.aggdeserialfn),
    'winitcond' || chr(28) || 'l' || a.agginitval,
    'wmsfunc' || chr(28) || 'n' || $proc(a.aggmtransfn),
    'wminvfunc' || chr(28) || 'n' || $proc(a.aggminvtransfn),
    'wmstype' || chr(28) || 't' || nullif(a.aggmtranstype, 0),
    CASE WHEN a.aggmtransspace <> 0 THEN 'wmsspace' || chr(28) || 'w' || a.aggmtransspace END,
    'wmfinalfunc' || chr(28) || 'n' || $proc(a.aggmfinalfn),
    CASE WHEN a.aggmfinalextra THEN 'wmfinalfunc_extra' END,
    CASE WHEN a.aggmtranstype <> 0 AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
             THEN 'wmfinalfunc_modify' || chr(28) || 'w'
             || CASE a.aggmfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END END,
    'wminitcond' || chr(28) || 'l' || a.aggminitval,
    'wsortop' || chr(28) || 'o' || $operator(a.aggsortop),
    CASE WHEN a.aggkind = 'h' THEN 'whypothetical' END], chr(29))
    FROM pg_aggregate a WHERE a.aggfnoid = o.oid)";

/// The parts of a base type, those alone that differ from what a type has without them.
const BASE_TYPE: &str = "array_to_string(ARRAY[
    'wINPUT' || chr(28) || 'n' || $proc(o.typinput),
    'wOUTPUT' || chr(28) || 'n' || $proc(o.typoutput),
    'wRECEIVE' || chr(28) || 'n' || $proc(o.typreceive),
    'wSEND' || chr(28) || 'n' || $proc(o.typsend),
    'wTYPMOD_IN' || chr(28) || 'n' || $proc(o.typmodin),
    'wTYPMOD_OUT' || chr(28) || 'n' || $proc(o.typmodout),
    'wANALYZE' || chr(28) || 'n' || $proc(o.typanalyze),
    'wSUBSCRIPT' || chr(28) || 'n' || $proc(o.typsubscript),
    CASE WHEN o.typlen <> -1 THEN 'wINTERNALLENGTH' || chr(28) || 'w' || o.typlen END,
    CASE WHEN o.typbyval THEN 'wPASSEDBYVALUE' || chr(28) || 'wtrue' END,
    CASE WHEN o.typalign <> 'i' THEN 'wALIGNMENT' || chr(28) || 'w'
         || CASE o.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' ELSE 'double' END END,
    CASE WHEN o.typstorage <> 'p' THEN 'wSTORAGE' || chr(28) || 'w'
         || CASE o.typstorage WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END,
    CASE WHEN o.typcategory <> 'U' THEN 'wCATEGORY' || chr(28) || 'l' || o.typcategory::text END,
    CASE WHEN o.typispreferred THEN 'wPREFERRED' || chr(28) || 'wtrue' END,
    CASE WHEN o.typdelim <> ',' THEN 'wDELIMITER' || chr(28) || 'l' || o.typdelim::text END,
    CASE WHEN o.typcollation <> 0 THEN 'wCOLLATABLE' || chr(28) || 'wtrue' END,
    'wDEFAULT' || chr(28) || 'l' || o.typdefault,
    'wELEMENT' || chr(28) || 't' || nullif(o.typelem, 0)], chr(29))";

/// Languages, access methods, conversions, text search objects, operators and their classes, casts, transforms; what
/// aggregates and base types have.
pub(super) const OF_TYPES: &[Source] = &[
    Source {
        kind: "LANGUAGE",
        class: "pg_language",
        name: "o.lanname",
        owner: "o.lanowner",
        parts: &[
            ("trusted", 'w', "o.lanpltrusted::text"),
            ("handler", 'n', "$proc(o.lanplcallfoid)"),
            ("inline handler", 'n', "$proc(o.laninline)"),
            ("validator", 'n', "$proc(o.lanvalidator)"),
        ],
        ..EMPTY
    },
    Source {
        kind: "ACCESS METHOD",
        class: "pg_am",
        name: "o.amname",
        parts: &[
            ("access method type", 'w', "CASE o.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END"),
            ("handler", 'n', "$proc(o.amhandler)"),
        ],
        ..EMPTY
    },
    Source {
        kind: "CONVERSION",
        class: "pg_conversion",
        schema: "o.connamespace",
        name: "o.conname",
        owner: "o.conowner",
        parts: &[
            ("default of its kind", 'w', "o.condefault::text"),
            ("source encoding", 'l', "pg_encoding_to_char(o.conforencoding)"),
            ("target encoding", 'l', "pg_encoding_to_char(o.contoencoding)"),
            ("function", 'n', "$proc(o.conproc)"),
        ],
        ..EMPTY
    },
    Source {
        kind: "TRANSFORM",
        class: "pg_transform",
        parts: &[
            ("type", 't', "o.trftype::text"),
            ("language", 'o', "$language(o.trflang)"),
            ("from SQL", 'p', "$routine(o.trffromsql)"),
            ("to SQL", 'p', "$routine(o.trftosql)"),
        ],
        ..EMPTY
    },
    Source {
        kind: "CAST",
        class: "pg_cast",
        // A range type brings a cast to its multirange type.
        condition: "NOT EXISTS (SELECT FROM pg_depend i
                                WHERE i.classid = 'pg_cast'::regclass AND i.objid = o.oid AND i.deptype = 'i')",
        parts: &[
            ("source type", 't', "o.castsource::text"),
            ("target type", 't', "o.casttarget::text"),
            ("cast function", 'w', "CASE o.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT' END"),
            ("cast function", 'p', "$routine(o.castfunc)"),
            ("cast context", 'w', "CASE o.castcontext WHEN 'i' THEN 'implicit' WHEN 'a' THEN 'assignment'
                                   ELSE 'explicit' END"),
        ],
        ..EMPTY
    },
    Source {
        kind: "OPERATOR",
        class: "pg_operator",
        schema: "o.oprnamespace",
        name: "o.oprname",
        owner: "o.oprowner",
        parts: &[
            ("left type", 't', "nullif(o.oprleft, 0)::text"),
            ("right type", 't', "nullif(o.oprright, 0)::text"),
            ("function", 'n', "$proc(o.oprcode)"),
            ("commutator", 'o', "$operator(o.oprcom)"),
            ("negator", 'o', "$operator(o.oprnegate)"),
            ("restriction estimator", 'n', "$proc(o.oprrest)"),
            ("join estimator", 'n', "$proc(o.oprjoin)"),
            // Of one that is only spoken of so far nothing else is known.
            ("hashes", 'w', "CASE WHEN o.oprcode <> 0 THEN o.oprcanhash::text END"),
            ("merges", 'w', "CASE WHEN o.oprcode <> 0 THEN o.oprcanmerge::text END"),
        ],
        ..EMPTY
    },
    Source {
        kind: "OPERATOR FAMILY",
        class: "pg_opfamily",
        schema: "o.opfnamespace",
        name: "o.opfname",
        owner: "o.opfowner",
        parts: &[
            ("access method", 'o', "$method(o.opfmethod)"),
            // Those that belong to no class.
            (
                "members",
                'P',
                members!("o.oid", "NOT EXISTS", ""),
            ),
        ],
        ..EMPTY
    },
    Source {
        kind: "OPERATOR CLASS",
        class: "pg_opclass",
        schema: "o.opcnamespace",
        name: "o.opcname",
        owner: "o.opcowner",
        parts: &[
            ("access method", 'o', "$method(o.opcmethod)"),
            ("type", 't', "o.opcintype::text"),
            ("default of its kind", 'w', "o.opcdefault::text"),
            ("family", 'o', "$family(o.opcfamily)"),
            ("storage", 't', "nullif(o.opckeytype, 0)::text"),
            (
                "members",
                'P',
                members!("o.opcfamily", "EXISTS", " AND d.refobjid = o.oid"),
            ),
        ],
        ..EMPTY
    },
    Source {
        kind: "TEXT SEARCH PARSER",
        class: "pg_ts_parser",
        schema: "o.prsnamespace",
        name: "o.prsname",
        parts: &[
            ("start function", 'n', "$proc(o.prsstart)"),
            ("token function", 'n', "$proc(o.prstoken)"),
            ("end function", 'n', "$proc(o.prsend)"),
            ("headline function", 'n', "$proc(o.prsheadline)"),
            ("token types function", 'n', "$proc(o.prslextype)"),
        ],
        ..EMPTY
    },
    Source {
        kind: "TEXT SEARCH TEMPLATE",
        class: "pg_ts_template",
        schema: "o.tmplnamespace",
        name: "o.tmplname",
        parts: &[("init function", 'n', "$proc(o.tmplinit)"), ("lexize function", 'n', "$proc(o.tmpllexize)")],
        ..EMPTY
    },
    Source {
        kind: "TEXT SEARCH DICTIONARY",
        class: "pg_ts_dict",
        schema: "o.dictnamespace",
        name: "o.dictname",
        owner: "o.dictowner",
        parts: &[
            ("template", 'o', "$template(o.dicttemplate)"),
            ("generic options", 'l', "o.dictinitoption"),
        ],
        ..EMPTY
    },
    Source {
        kind: "TEXT SEARCH CONFIGURATION",
        class: "pg_ts_config",
        schema: "o.cfgnamespace",
        name: "o.cfgname",
        owner: "o.cfgowner",
        parts: &[
            ("parser", 'o', "$parser(o.cfgparser)"),
            (
                "mappings",
                'P',
                "(SELECT string_agg(q.item, chr(29) ORDER BY q.alias COLLATE \"C\") FROM (
                     SELECT t.alias, 'w' || t.alias || string_agg(chr(28) || 'o' || $dictionary(m.mapdict), '' ORDER BY m.mapseqno) AS item
                     FROM pg_ts_config_map m JOIN ts_token_type(o.cfgparser) t ON t.tokid = m.maptokentype
                     WHERE m.mapcfg = o.oid GROUP BY t.alias) q)",
            ),
        ],
        ..EMPTY
    },
    Source {
        class: "pg_type",
        condition: "o.typtype = 'r'",
        parts: &[
            ("canonical function", 'n', "(SELECT $proc(r.rngcanonical) FROM pg_range r WHERE r.rngtypid = o.oid)"),
            ("subtype difference function", 'n', "(SELECT $proc(r.rngsubdiff) FROM pg_range r WHERE r.rngtypid = o.oid)"),
            (
                "subtype operator class",
                'o',
                "(SELECT 'pg_opclass' || chr(30) || c.oid || chr(30) || CASE WHEN c.opcnamespace = 11 THEN quote_ident(c.opcname)
                         ELSE format('%I.%I', n.nspname, c.opcname) END
                  FROM pg_range r JOIN pg_opclass c ON c.oid = r.rngsubopc JOIN pg_namespace n ON n.oid = c.opcnamespace
                  WHERE r.rngtypid = o.oid AND (NOT c.opcdefault OR c.opcintype <> r.rngsubtype AND c.oid >= 16384))",
            ),
        ],
        ..EMPTY
    },
    Source {
        class: "pg_proc",
        condition: "o.prokind = 'a'",
        parts: &[("aggregate definition", 'P', AGGREGATE)],
        ..EMPTY
    },
    Source {
        class: "pg_type",
        condition: "o.typtype = 'b' AND o.typisdefined AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = o.oid)",
        parts: &[("base type definition", 'P', BASE_TYPE)],
        ..EMPTY
    },
];
