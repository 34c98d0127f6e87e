-- How do outlets speak of someone or something in their own voice?
-- Tone is from -1 (badly) to 1 (well); between -.25 and .25 it is neither. Few mentions say little.
SELECT
  COALESCE(a.`outletName`, a.`outletId`, '(unknown)') AS outlet,
  m.`name` AS who,
  COUNT(*) AS mentions,
  SUM(CASE WHEN m.`tone` > 0.25 THEN 1 ELSE 0 END) AS well,
  SUM(CASE WHEN m.`tone` < -0.25 THEN 1 ELSE 0 END) AS badly
FROM mentions m
JOIN articles a ON a.`id` = m.`articleId`
WHERE m.`voice` = 'OUTLET' AND m.`comment` IS NULL AND m.`tone` IS NOT NULL
GROUP BY COALESCE(a.`outletName`, a.`outletId`, '(unknown)'), m.`name`;
