-- Settings of the session, and the hashes that tell documents apart.

-- test: documents that mean the same have the same hash
-- rows:
--   t | t | f | 32
SELECT
    jsonb_sha256('{"b": 1, "a": [2]}') = jsonb_sha256('{"a":[2],"b":1}'),
    jsonb_sha256('{"a": 1}') = sha256('{"a": 1}'),
    jsonb_sha256('{"a": 1}') = jsonb_sha256('{"a": "1"}'),
    octet_length(jsonb_sha256('null'));

-- test: a setting that is no uuid counts as not set
SET LOCAL app.user_id = 'A0000000-0000-0000-0000-000000000001';
SET LOCAL app.session_id = '{5e000000-0000-0000-0000-000000000001}';
SET LOCAL app.request_id = '';
-- rows:
--   a0000000-0000-0000-0000-000000000001 | ∅ | ∅ | ∅
SELECT app_setting_uuid('app.user_id'), app_setting_uuid('app.session_id'), app_setting_uuid('app.request_id'), app_setting_uuid('app.never_set');

-- test: the client's address is an address or nothing
-- rows:
--   ∅
SELECT app_client_address();
SET LOCAL app.client_address = '192.0.2.7';
-- rows:
--   192.0.2.7
SELECT app_client_address();
SET LOCAL app.client_address = '192.0.2.777';
-- rows:
--   ∅
SELECT app_client_address();

-- test: configurations that yield different names are told apart
-- rows:
--   8
SELECT count(DISTINCT jsonb_sha256(c.config))
FROM (
    VALUES
        (domain_generation_config('prefix_variable', 2, 'abc', 'shop', 'com')),
        (domain_generation_config('suffix_variable', 2, 'abc', 'shop', 'com')),
        (domain_generation_config('prefix_variable', 3, 'abc', 'shop', 'com')),
        (domain_generation_config('prefix_variable', 2, 'acb', 'shop', 'com')),
        (domain_generation_config('prefix_variable', 2, 'abc', 'shopc', 'om')),
        (domain_generation_config('prefix_variable', 2, 'abcs', 'hop', 'com')),
        (domain_generation_config('prefix_variable', 2, 'abc', '', 'com')),
        (domain_generation_config('prefix_variable', 2, 'abc', 'shop', 'co.uk'))
) AS c (config);
