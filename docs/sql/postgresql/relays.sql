-- Who passes on what others said, and with which verbs?
SELECT
  coalesce(c."outletName", c."outletId", '(unknown)') AS "printedBy",
  l."name" AS relay,
  l."verb",
  count(*) AS claims,
  count(DISTINCT c."articleId") AS articles
FROM claims c
JOIN chain_links l ON l."claimId" = c."id"
WHERE l."role" = 'RELAY' AND c."voice" = 'OUTLET'
GROUP BY 1, 2, 3
ORDER BY claims DESC, 1, 2, 3;
