CREATE FUNCTION second_handler(internal) RETURNS index_am_handler LANGUAGE internal AS 'gisthandler';
CREATE ACCESS METHOD gist2 TYPE INDEX HANDLER gisthandler;
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD mine TYPE INDEX HANDLER second_handler;
COMMENT ON ACCESS METHOD mine IS 'a second name for an old friend';
CREATE ACCESS METHOD short_lived TYPE INDEX HANDLER bthandler;
DROP ACCESS METHOD short_lived;
DROP ACCESS METHOD IF EXISTS short_lived;
