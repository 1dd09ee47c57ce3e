DROP TABLE readings; DROP TABLE entries;
