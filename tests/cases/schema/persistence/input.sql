-- Tables that are logged and those that are not.
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (id serial PRIMARY KEY, parent int REFERENCES parent, self int REFERENCES child);
ALTER TABLE child SET UNLOGGED;
ALTER TABLE parent SET UNLOGGED;
ALTER TABLE parent SET LOGGED;
ALTER TABLE child SET LOGGED;
CREATE UNLOGGED TABLE quick (id int REFERENCES parent);
ALTER TABLE parent SET ACCESS METHOD heap;
