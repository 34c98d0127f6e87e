-- Claims in Iceberg, read by Trino. The sink only appends: the newest row of an id counts, and a claim
-- that is deleted stays, so delete it by hand.
--
-- Not run with Hearsay; written after the documentation, read on 2026-11-30:
--   https://iceberg.apache.org/docs/latest/kafka-connect/ (auto-create, KafkaMetadataTransform)
--   https://trino.io/docs/current/object-storage/metastores.html, sql/select.html (UNNEST)
--
-- Trino writes names in lower case, whatever the schema's case is.

-- r is a record of hearsay.claims
CREATE VIEW news.news.claims AS
SELECT
  r."id", r."articleId", r."outletId", r."url", r."form", r."within", r."confidence",
  r."contentText", r."cueText", r."sourceText", r."speakerText", r."speakerName", r."speakerId",
  r."speakerConfidence", r."chain", r."hops", r."cueKind", r."cueMode", r."checkWorthiness",
  r."title", r."outletName", r."publishedAt", r."publishedPrecision", r."cueLemma", r."stance",
  r."denies", r."speakerKey", r."speakerType", r."speakerKind", r."about", r."viaId",
  r."viaName", r."viaVerb", r."voice", r."comment"
FROM (
  SELECT *, row_number() OVER (PARTITION BY "id" ORDER BY "_kafka_metadata_offset" DESC) AS newest
  FROM news.news.claim_records
) AS r
WHERE newest = 1;

-- l is a link of hearsay.claims chain: all its fields, in the schema's order
CREATE VIEW news.news.chain_links AS
SELECT c."id" AS claimId, c."articleId", l.*
FROM news.news.claims AS c
CROSS JOIN UNNEST(c."chain") AS l (
  "role", "name", "text", "id", "evidenceKind", "evidence", "confidence", "confirmation",
  "position", "type", "key", "verb"
);

-- Who passes on what others said, and with which verbs?
SELECT
  coalesce(c."outletName", c."outletId", '(unknown)') AS printedBy,
  l."name" AS relay,
  l."verb",
  count(*) AS claims,
  count(DISTINCT c."articleId") AS articles
FROM news.news.chain_links AS l
JOIN news.news.claims AS c ON c."id" = l.claimId
WHERE l."role" = 'RELAY' AND c."voice" = 'OUTLET'
GROUP BY 1, 2, 3
ORDER BY claims DESC;
