-- Hearsay's topics as tables of Flink SQL. Put your broker for broker:9092, your registry for
-- http://registry:8081, and your prefix for 'hearsay.'; then, in Flink's SQL client:
--   sql-client.sh --init tables.sql --file relays.sql
-- Flink wants flink-sql-connector-kafka and flink-sql-avro-confluent-registry in its lib folder.
--
-- A query reads what is committed when it begins, and ends. Without the lines scan.bounded.mode it
-- goes on for ever, and each new record changes its answer.
--
-- Leave out the columns that you do not need, but keep names and types: fields are found by name.
-- Only id is NOT NULL, so that records of an earlier release, without newer fields, are read, too.
-- TIMESTAMP(3) is what the format reads Avro's timestamp-millis as; the times are in UTC.

-- Where the key is the row's id: upsert-kafka. The newest record of a key counts; one without a
-- value deletes the row.
CREATE TABLE claims (
  `id` STRING NOT NULL,
  `articleId` STRING,
  `outletId` STRING,
  `url` STRING,
  `form` STRING,
  `within` STRING,
  `confidence` DOUBLE,
  `contentText` STRING,
  `cueText` STRING,
  `sourceText` STRING,
  `content` ARRAY<ROW<`start` INT, `end` INT>>,
  `cue` ARRAY<ROW<`start` INT, `end` INT>>,
  `source` ARRAY<ROW<`start` INT, `end` INT>>,
  `speakerText` STRING,
  `speakerName` STRING,
  `speakerId` STRING,
  `speakerConfidence` DOUBLE,
  `chain` ARRAY<ROW<
    `role` STRING, `name` STRING, `text` STRING, `id` STRING, `evidenceKind` STRING,
    `evidence` STRING, `confidence` DOUBLE, `confirmation` STRING, `position` INT, `type` STRING,
    `key` STRING, `verb` STRING>>,
  `hops` INT,
  `cueKind` STRING,
  `cueMode` STRING,
  `checkWorthiness` DOUBLE,
  `title` STRING,
  `outletName` STRING,
  `publishedAt` TIMESTAMP(3),
  `publishedPrecision` STRING,
  `cueLemma` STRING,
  `stance` STRING,
  `denies` BOOLEAN,
  `speakerKey` STRING,
  `speakerType` STRING,
  `speakerKind` STRING,
  `about` ARRAY<STRING>,
  `viaId` STRING,
  `viaName` STRING,
  `viaVerb` STRING,
  `voice` STRING,
  `comment` INT,
  PRIMARY KEY (`id`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'hearsay.claims',
  'properties.bootstrap.servers' = 'broker:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.bounded.mode' = 'latest-offset',
  'key.format' = 'raw',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8081'
);

-- One row a link of a claim's chain.
CREATE TEMPORARY VIEW chain_links AS
SELECT c.`id` AS claimId, c.`articleId`, l.*
FROM claims c
CROSS JOIN UNNEST(c.`chain`) AS l (
  `role`, `name`, `text`, `id`, `evidenceKind`, `evidence`, `confidence`, `confirmation`,
  `position`, `type`, `key`, `verb`
);

CREATE TABLE articles (
  `id` STRING NOT NULL,
  `pageUrl` STRING,
  `url` STRING,
  `outletId` STRING,
  `outletName` STRING,
  `publisher` STRING,
  `title` STRING,
  `dek` STRING,
  `byline` STRING,
  `publishedAt` TIMESTAMP(3),
  `language` STRING,
  `notices` ARRAY<ROW<
    `kind` STRING, `name` STRING, `outletId` STRING, `evidence` STRING, `url` STRING>>,
  `commentCount` INT,
  `partial` ARRAY<STRING>,
  `modifiedAt` TIMESTAMP(3),
  `publishedZone` STRING,
  `section` STRING,
  `authors` ARRAY<STRING>,
  `publishedPrecision` STRING,
  PRIMARY KEY (`id`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'hearsay.articles',
  'properties.bootstrap.servers' = 'broker:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.bounded.mode' = 'latest-offset',
  'key.format' = 'raw',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8081'
);

CREATE TABLE claim_clusters (
  `id` STRING NOT NULL,
  `speakerId` STRING,
  `speakerName` STRING,
  `content` STRING,
  `firstAt` TIMESTAMP(3),
  `firstArticleId` STRING,
  `firstOutletId` STRING,
  `firstOutletName` STRING,
  `firstUrl` STRING,
  `lastAt` TIMESTAMP(3),
  `count` INT,
  `articles` INT,
  `outlets` INT,
  `independent` INT,
  `wordings` INT,
  `contradictions` ARRAY<STRING>,
  `reports` ARRAY<ROW<
    `claimId` STRING, `articleId` STRING, `outletId` STRING, `outletName` STRING, `url` STRING,
    `at` TIMESTAMP(3), `content` STRING, `cue` STRING, `cueKind` STRING, `cueMode` STRING,
    `stance` STRING, `form` STRING, `source` STRING, `sourceKind` STRING, `from` STRING,
    `fromName` STRING, `twins` ARRAY<STRING>, `atKind` STRING, `lagMs` BIGINT,
    `originClaimId` STRING>>,
  `mergedInto` STRING,
  PRIMARY KEY (`id`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'hearsay.claim-clusters',
  'properties.bootstrap.servers' = 'broker:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.bounded.mode' = 'latest-offset',
  'key.format' = 'raw',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8081'
);

CREATE TABLE outlets_built_in (
  `id` STRING NOT NULL,
  `name` STRING,
  `hosts` ARRAY<STRING>,
  `aliases` ARRAY<STRING>,
  `agency` BOOLEAN,
  `country` STRING,
  `language` STRING,
  `kind` STRING,
  `owner` STRING,
  `wikidata` STRING,
  `removed` BOOLEAN,
  PRIMARY KEY (`id`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'hearsay.outlets',
  'properties.bootstrap.servers' = 'broker:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.bounded.mode' = 'latest-offset',
  'key.format' = 'raw',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8081'
);

CREATE TABLE outlets_changed (
  `id` STRING NOT NULL,
  `name` STRING,
  `hosts` ARRAY<STRING>,
  `aliases` ARRAY<STRING>,
  `agency` BOOLEAN,
  `country` STRING,
  `language` STRING,
  `kind` STRING,
  `owner` STRING,
  `wikidata` STRING,
  `removed` BOOLEAN,
  PRIMARY KEY (`id`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'hearsay.catalogue.outlets',
  'properties.bootstrap.servers' = 'broker:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.bounded.mode' = 'latest-offset',
  'key.format' = 'raw',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8081'
);

-- What Flink knows of outlets: those that come with Hearsay, each replaced by a change of yours.
CREATE TEMPORARY VIEW outlets AS
SELECT
  COALESCE(c.`id`, b.`id`) AS id,
  CASE WHEN c.`id` IS NULL THEN b.`name` ELSE c.`name` END AS name,
  CASE WHEN c.`id` IS NULL THEN b.`agency` ELSE c.`agency` END AS agency,
  CASE WHEN c.`id` IS NULL THEN b.`country` ELSE c.`country` END AS country,
  CASE WHEN c.`id` IS NULL THEN b.`language` ELSE c.`language` END AS `language`,
  CASE WHEN c.`id` IS NULL THEN b.`kind` ELSE c.`kind` END AS kind,
  CASE WHEN c.`id` IS NULL THEN b.`owner` ELSE c.`owner` END AS owner
FROM outlets_built_in b
FULL OUTER JOIN outlets_changed c ON c.`id` = b.`id`
WHERE c.`removed` IS NOT TRUE;

-- Where the key is not the row's id: plain kafka, and a view of the newest row of each id.
CREATE TABLE mention_rows (
  `articleId` STRING,
  `outletId` STRING,
  `entityId` STRING,
  `name` STRING,
  `type` STRING,
  `start` INT,
  `end` INT,
  `text` STRING,
  `voice` STRING,
  `sentence` STRING,
  `confidence` DOUBLE,
  `comment` INT,
  `id` STRING,
  `clusterId` STRING,
  `tone` DOUBLE,
  `claimId` STRING,
  `recordedAt` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp'
) WITH (
  'connector' = 'kafka',
  'topic' = 'hearsay.mentions',
  'properties.bootstrap.servers' = 'broker:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8081'
);

CREATE TEMPORARY VIEW mentions AS
SELECT
  `articleId`, `outletId`, `entityId`, `name`, `type`, `start`, `end`, `text`, `voice`,
  `sentence`, `confidence`, `comment`, `id`, `clusterId`, `tone`, `claimId`
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY `id` ORDER BY `recordedAt` DESC) AS newest
  FROM mention_rows
)
WHERE newest = 1;

CREATE TABLE lineage_rows (
  `id` STRING,
  `articleId` STRING,
  `originId` STRING,
  `outletId` STRING,
  `outletName` STRING,
  `url` STRING,
  `originOutletId` STRING,
  `originOutletName` STRING,
  `originUrl` STRING,
  `kind` STRING,
  `direction` STRING,
  `contradicted` BOOLEAN,
  `publishedAt` TIMESTAMP(3),
  `originPublishedAt` TIMESTAMP(3),
  `firstSeen` TIMESTAMP(3),
  `originFirstSeen` TIMESTAMP(3),
  `originDeclared` ARRAY<STRING>,
  `words` INT,
  `originWords` INT,
  `containment` DOUBLE,
  `originContainment` DOUBLE,
  `longestRun` INT,
  `originTitle` STRING,
  `title` STRING,
  `originDek` STRING,
  `dek` STRING,
  `addedTexts` ARRAY<STRING>,
  `droppedTexts` ARRAY<STRING>,
  `recordedAt` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp'
) WITH (
  'connector' = 'kafka',
  'topic' = 'hearsay.lineage',
  'properties.bootstrap.servers' = 'broker:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8081'
);

CREATE TEMPORARY VIEW lineage AS
SELECT
  `id`, `articleId`, `originId`, `outletId`, `outletName`, `url`, `originOutletId`,
  `originOutletName`, `originUrl`, `kind`, `direction`, `contradicted`, `publishedAt`,
  `originPublishedAt`, `firstSeen`, `originFirstSeen`, `originDeclared`, `words`, `originWords`,
  `containment`, `originContainment`, `longestRun`, `originTitle`, `title`, `originDek`, `dek`,
  `addedTexts`, `droppedTexts`
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY `id` ORDER BY `recordedAt` DESC) AS newest
  FROM lineage_rows
)
WHERE newest = 1;
