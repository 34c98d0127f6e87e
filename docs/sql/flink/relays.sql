-- Who passes on what others said, and with which verbs?
-- One row an outlet, the one through whom it has claims, and the verb that says so.
SELECT
  COALESCE(c.`outletName`, c.`outletId`, '(unknown)') AS printedBy,
  l.`name` AS relay,
  o.owner,
  l.`verb`,
  COUNT(*) AS claims,
  COUNT(DISTINCT c.`articleId`) AS articles
FROM claims c
JOIN chain_links l ON l.claimId = c.`id`
LEFT JOIN outlets o ON o.id = l.`id`
WHERE l.`role` = 'RELAY' AND c.`voice` = 'OUTLET'
GROUP BY COALESCE(c.`outletName`, c.`outletId`, '(unknown)'), l.`name`, o.owner, l.`verb`;
