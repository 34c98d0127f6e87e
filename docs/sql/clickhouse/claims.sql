-- Claims in ClickHouse: a table that reads the topic, a view that carries its rows on, a table that
-- keeps the newest row of each id. Put your broker, your registry and your prefix.
--
-- Not run with Hearsay; written after ClickHouse's documentation, read on 2026-11-30:
--   https://clickhouse.com/docs/engines/table-engines/integrations/kafka
--   https://clickhouse.com/docs/interfaces/formats/AvroConfluent
--   https://clickhouse.com/docs/reference/engines/table-engines/mergetree-family/replacingmergetree
--
-- Only committed records are read: that is the default of ClickHouse's client, librdkafka. Records
-- without a value are skipped: a claim that is deleted stays here, so delete it by hand.

-- hearsay.claims
CREATE TABLE claims_queue (
  `id` String,
  `articleId` String,
  `outletId` Nullable(String),
  `url` Nullable(String),
  `form` String,
  `within` Nullable(String),
  `confidence` Float64,
  `contentText` String,
  `cueText` String,
  `sourceText` String,
  `speakerText` Nullable(String),
  `speakerName` Nullable(String),
  `speakerId` Nullable(String),
  `speakerConfidence` Nullable(Float64),
  `chain` Array(Tuple(
    `role` String, `name` String, `text` String, `id` Nullable(String), `evidenceKind` String,
    `evidence` String, `confidence` Float64, `confirmation` Nullable(String), `position` Int32,
    `type` Nullable(String), `key` Nullable(String), `verb` Nullable(String))),
  `hops` Int32,
  `cueKind` String,
  `cueMode` String,
  `checkWorthiness` Nullable(Float64),
  `title` Nullable(String),
  `outletName` Nullable(String),
  `publishedAt` Nullable(DateTime64(3, 'UTC')),
  `publishedPrecision` Nullable(String),
  `cueLemma` Nullable(String),
  `stance` Nullable(String),
  `denies` Bool,
  `speakerKey` Nullable(String),
  `speakerType` Nullable(String),
  `speakerKind` Nullable(String),
  `about` Array(String),
  `viaId` Nullable(String),
  `viaName` Nullable(String),
  `viaVerb` Nullable(String),
  `voice` String,
  `comment` Nullable(Int32)
) ENGINE = Kafka
SETTINGS
  kafka_broker_list = 'broker:9092',
  kafka_topic_list = 'hearsay.claims',
  kafka_group_name = 'clickhouse-claims',
  kafka_format = 'AvroConfluent',
  format_avro_schema_registry_url = 'http://registry:8081',
  -- Records of an earlier release lack newer fields.
  input_format_avro_allow_missing_fields = 1,
  kafka_num_consumers = 1;

-- hearsay.claims
CREATE TABLE claims (
  `id` String,
  `articleId` String,
  `outletId` Nullable(String),
  `url` Nullable(String),
  `form` String,
  `within` Nullable(String),
  `confidence` Float64,
  `contentText` String,
  `cueText` String,
  `sourceText` String,
  `speakerText` Nullable(String),
  `speakerName` Nullable(String),
  `speakerId` Nullable(String),
  `speakerConfidence` Nullable(Float64),
  `chain` Array(Tuple(
    `role` String, `name` String, `text` String, `id` Nullable(String), `evidenceKind` String,
    `evidence` String, `confidence` Float64, `confirmation` Nullable(String), `position` Int32,
    `type` Nullable(String), `key` Nullable(String), `verb` Nullable(String))),
  `hops` Int32,
  `cueKind` String,
  `cueMode` String,
  `checkWorthiness` Nullable(Float64),
  `title` Nullable(String),
  `outletName` Nullable(String),
  `publishedAt` Nullable(DateTime64(3, 'UTC')),
  `publishedPrecision` Nullable(String),
  `cueLemma` Nullable(String),
  `stance` Nullable(String),
  `denies` Bool,
  `speakerKey` Nullable(String),
  `speakerType` Nullable(String),
  `speakerKind` Nullable(String),
  `about` Array(String),
  `viaId` Nullable(String),
  `viaName` Nullable(String),
  `viaVerb` Nullable(String),
  `voice` String,
  `comment` Nullable(Int32),
  `kafkaOffset` UInt64 -- from Kafka
) ENGINE = ReplacingMergeTree(`kafkaOffset`)
ORDER BY `id`;

-- All records of a key lie on one partition: the highest offset is the newest.
CREATE MATERIALIZED VIEW claims_reader TO claims AS
SELECT
  `id`, `articleId`, `outletId`, `url`, `form`, `within`, `confidence`, `contentText`, `cueText`,
  `sourceText`, `speakerText`, `speakerName`, `speakerId`, `speakerConfidence`, `chain`, `hops`,
  `cueKind`, `cueMode`, `checkWorthiness`, `title`, `outletName`, `publishedAt`,
  `publishedPrecision`, `cueLemma`, `stance`, `denies`, `speakerKey`, `speakerType`,
  `speakerKind`, `about`, `viaId`, `viaName`, `viaVerb`, `voice`, `comment`,
  _offset AS `kafkaOffset`
FROM claims_queue;

-- The claim's id has its other name before a link's id takes that one: a name that a SELECT gives
-- goes before a column's (prefer_column_name_to_alias = 0).
CREATE VIEW chain_links AS
SELECT
  claimId,
  `articleId`,
  tupleElement(l, 'role') AS `role`,
  tupleElement(l, 'name') AS `name`,
  tupleElement(l, 'text') AS `text`,
  tupleElement(l, 'id') AS `id`,
  tupleElement(l, 'evidenceKind') AS `evidenceKind`,
  tupleElement(l, 'evidence') AS `evidence`,
  tupleElement(l, 'confidence') AS `confidence`,
  tupleElement(l, 'confirmation') AS `confirmation`,
  tupleElement(l, 'position') AS `position`,
  tupleElement(l, 'type') AS `type`,
  tupleElement(l, 'key') AS `key`,
  tupleElement(l, 'verb') AS `verb`
FROM (SELECT `id` AS claimId, `articleId`, `chain` FROM claims FINAL)
ARRAY JOIN `chain` AS l;

-- Who passes on what others said, and with which verbs? FINAL takes the newest row of each id.
SELECT
  coalesce(c.`outletName`, c.`outletId`, '(unknown)') AS printedBy,
  l.name AS relay,
  l.verb AS verb,
  count() AS claims,
  uniqExact(c.`articleId`) AS articles
FROM claims AS c FINAL
JOIN chain_links AS l ON l.claimId = c.`id`
WHERE l.role = 'RELAY' AND c.`voice` = 'OUTLET'
GROUP BY printedBy, relay, verb
ORDER BY claims DESC;
