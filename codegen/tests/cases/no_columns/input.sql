-- files: findings.txt lib.rs models/empty.rs
-- A schema of which no column can be read: the structs are read all the same, so what reads rows is there.
CREATE TABLE empty ();
CREATE TABLE vectors (words tsvector);
