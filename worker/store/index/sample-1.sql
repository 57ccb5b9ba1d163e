-- A piece index of format 1, for the test that later releases still read it. Do not change.
CREATE TABLE store (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE pieces (
  cid TEXT PRIMARY KEY, size_bytes INTEGER NOT NULL, revision INTEGER NOT NULL,
  inline INTEGER NOT NULL, due_order INTEGER, checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX receipts_due ON pieces (due_order) WHERE due_order IS NOT NULL;
CREATE TABLE inline_bytes (cid TEXT PRIMARY KEY, bytes BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
PRAGMA application_id = 1214863177;
PRAGMA user_version = 1;
INSERT INTO store VALUES ('00112233445566778899aabbccddeeff');
INSERT INTO pieces VALUES ('bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq', 5, 1099511627777, 1, NULL, 3406849292);
INSERT INTO pieces VALUES ('bafkreif4ucpuu5l5kvy4pwptgqougaptyoi4beecnlgbumaty26lpqaxei', 70000, 1099511627778, 0, 3, 3042796901);
INSERT INTO inline_bytes VALUES ('bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq', x'68656c6c6f', 2238806318);
