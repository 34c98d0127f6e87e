-- Which claims have few independent sources, however often they were printed?
-- Copies, and all that have it from one outlet, agency or person, count as one source.
SELECT
  k.`speakerName` AS speaker,
  k.`content`,
  k.`articles` AS printed,
  k.`outlets`,
  k.`independent`,
  DATE_FORMAT(k.`firstAt`, 'yyyy-MM-dd HH:mm') AS firstAt
FROM claim_clusters k
WHERE k.`mergedInto` IS NULL AND k.`articles` > 0 AND k.`independent` <= 1;
