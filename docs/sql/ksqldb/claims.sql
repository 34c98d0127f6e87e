-- Claims in ksqlDB. Put your prefix for hearsay. in the topics' names. The broker and the registry
-- stand in the server's file (ksql-server.properties), with what makes it read committed records:
--   bootstrap.servers=broker:9092
--   ksql.schema.registry.url=http://registry:8081
--   processing.guarantee=exactly_once_v2
--
-- Not run with Hearsay; written after the documentation, read on 2026-11-30:
--   https://docs.ksqldb.io/en/latest/developer-guide/ksqldb-reference/create-table/
--   https://docs.ksqldb.io/en/latest/developer-guide/ksqldb-reference/table-functions/
--   https://docs.confluent.io/platform/current/ksqldb/operate-and-deploy/processing-guarantees.html
--
-- The columns are named, not taken from the registry: a table's key is a column beside those of the
-- value, and there an id stands, too. Names are not case sensitive. What ksqlDB keeps for itself
-- (within, key, comment) is left out.
SET 'auto.offset.reset' = 'earliest';

-- hearsay.claims
CREATE TABLE claims (
  id VARCHAR PRIMARY KEY,
  articleId VARCHAR,
  outletId VARCHAR,
  outletName VARCHAR,
  url VARCHAR,
  title VARCHAR,
  publishedAt TIMESTAMP,
  form VARCHAR,
  confidence DOUBLE,
  contentText VARCHAR,
  cueText VARCHAR,
  cueLemma VARCHAR,
  cueKind VARCHAR,
  cueMode VARCHAR,
  stance VARCHAR,
  denies BOOLEAN,
  speakerName VARCHAR,
  speakerId VARCHAR,
  speakerKey VARCHAR,
  viaId VARCHAR,
  viaName VARCHAR,
  viaVerb VARCHAR,
  hops INTEGER,
  voice VARCHAR,
  about ARRAY<VARCHAR>
) WITH (
  KAFKA_TOPIC = 'hearsay.claims',
  KEY_FORMAT = 'KAFKA',
  VALUE_FORMAT = 'AVRO'
);

-- Who passes on what others said, and with which verbs? A claim that is written again or deleted
-- changes the sums. Of a chain the outermost relay counts: that one is a column.
CREATE TABLE relays WITH (KEY_FORMAT = 'JSON') AS
SELECT
  COALESCE(outletName, '(unknown)') AS printedBy,
  viaName,
  COALESCE(viaVerb, '') AS verb,
  COUNT(*) AS claims
FROM claims
WHERE viaName IS NOT NULL AND voice = 'OUTLET'
GROUP BY COALESCE(outletName, '(unknown)'), viaName, COALESCE(viaVerb, '')
EMIT CHANGES;

-- All links: only a stream can be exploded, and a stream has each record: a claim that is written
-- again has its links here twice.
-- hearsay.claims
CREATE STREAM claim_records (
  id VARCHAR KEY,
  articleId VARCHAR,
  voice VARCHAR,
  chain ARRAY<STRUCT<role VARCHAR, name VARCHAR, text VARCHAR, id VARCHAR, verb VARCHAR>>
) WITH (
  KAFKA_TOPIC = 'hearsay.claims',
  KEY_FORMAT = 'KAFKA',
  VALUE_FORMAT = 'AVRO'
);

CREATE STREAM chain_links AS
SELECT id, articleId, voice, EXPLODE(chain) AS link
FROM claim_records
EMIT CHANGES;
