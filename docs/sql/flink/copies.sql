-- Who copied whom, how much, and how long after?
SELECT
  COALESCE(l.`outletName`, l.`outletId`, a.`title`, l.`articleId`) AS copiedBy,
  COALESCE(l.`originOutletName`, l.`originOutletId`, o.`title`, l.`originId`) AS wrote,
  l.`direction`,
  TIMESTAMPDIFF(MINUTE, l.`originPublishedAt`, l.`publishedAt`) AS minutesAfter,
  CARDINALITY(l.`droppedTexts`) AS dropped,
  CARDINALITY(l.`addedTexts`) AS added
FROM lineage l
LEFT JOIN articles a ON a.`id` = l.`articleId`
LEFT JOIN articles o ON o.`id` = l.`originId`;
