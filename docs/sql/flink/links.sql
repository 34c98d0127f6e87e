-- The links of all chains as a topic of their own, one flat record a link: for sinks that take no
-- lists (Kafka Connect's for databases). A claim that is written again with a shorter chain deletes
-- what is left over.
--
-- Make the topic first, compacted. Without the lines scan.bounded.mode in tables.sql this goes on
-- for ever; give it a checkpoint interval then: SET 'execution.checkpointing.interval' = '10 s';
-- The records' schema is Flink's, registered as flat.chain-links-value.
CREATE TABLE flat_links (
  `link` STRING NOT NULL, -- the claim's id, a colon, the position
  `claimId` STRING,
  `articleId` STRING,
  `position` INT,
  `role` STRING,
  `name` STRING,
  `text` STRING,
  `id` STRING,
  `evidenceKind` STRING,
  `evidence` STRING,
  `confidence` DOUBLE,
  `confirmation` STRING,
  `type` STRING,
  `key` STRING,
  `verb` STRING,
  PRIMARY KEY (`link`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'flat.chain-links',
  'properties.bootstrap.servers' = 'broker:9092',
  'key.format' = 'raw',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8081'
);

INSERT INTO flat_links
SELECT
  CONCAT(l.claimId, ':', CAST(l.`position` AS STRING)),
  l.claimId, l.`articleId`, l.`position`, l.`role`, l.`name`, l.`text`, l.`id`,
  l.`evidenceKind`, l.`evidence`, l.`confidence`, l.`confirmation`, l.`type`, l.`key`, l.`verb`
FROM chain_links l
ON CONFLICT DO DEDUPLICATE; -- Flink 2.3 asks for this line; leave it out in earlier ones
