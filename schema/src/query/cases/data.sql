-- Rows for the tables of `setup.sql`: one full, one as empty as its constraints allow, some that match nothing.
INSERT INTO users (id, name, mail, age, balance, state, home, labels, settings, deleted_at, nick, score) VALUES
    (1, 'Ann', 'a@b.c', 30, 5, 'ok', ROW('s', 'c', 'z'), '{a,b}', '{"a": {"b": 1}}', now(), 'annie', 1),
    (2, 'Bob', NULL, NULL, 0, 'sad', NULL, NULL, '{}', NULL, NULL, 2),
    (3, '', NULL, NULL, 1, 'happy', ROW(NULL, NULL, NULL), '{NULL}', '{}', 'infinity', NULL, 3);
INSERT INTO orders (user_id, total, discount, placed_on, shipped_at, note, code) VALUES
    (1, 10, 0.1, '2020-01-02', '2020-01-03', 'x', 'c'), (1, 200, NULL, 'infinity', NULL, NULL, ''),
    (2, 0, NULL, '2020-02-03', NULL, NULL, 'd');
INSERT INTO items (order_id, line, sku, quantity, price, weight) VALUES (1, 1, 's', 2, 1.5, 3), (1, 2, 't', NULL, NULL, NULL), (9, 1, 'u', NULL, NULL, NULL);
INSERT INTO app.things (id, name) VALUES ('00000000-0000-0000-0000-000000000001', 'empty');
INSERT INTO app.things VALUES ('00000000-0000-0000-0000-000000000002', 'full', 'low', 'a.b', 'a=>1,b=>NULL', '{"a": null}', '10.0.0.1',
    '00:00:00:00:00:01', '10101010', '101', 'x', 5, '10:00', '10:00+00', '1 day', '2 days', '(,)', 'empty', '[1,)', '(1,2)', 'a:1',
    '00000000-0000-0000-0000-000000000001', '{1,NULL}', '{{1,2},{3,4}}', 'k', 'n', 1259, '(1,2)');
INSERT INTO nodes VALUES (1, NULL, 'root', 1), (2, 1, 'child', 2), (3, 77, 'lost', 3);
INSERT INTO logs VALUES (1, '2024-05-05', NULL);
INSERT INTO "Mixed" VALUES (1, NULL, NULL);
INSERT INTO base VALUES (1, NULL);
INSERT INTO child VALUES (2, 'x', NULL), (5, NULL, NULL);
SELECT nextval('counter');
