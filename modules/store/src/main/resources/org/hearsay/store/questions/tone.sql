-- title: How do outlets speak of someone or something in their own voice?
-- note: Tone is from -1 (badly) to 1 (well); between -.25 and .25 it is neither. Few mentions say little.
-- word entity [entity]: whom or what: a catalogue id, or a part of a name
-- option min_mentions = 1: leave out outlets with fewer
-- example: kfor
select coalesce(a.outletName, a.outletId, '(unknown)') as outlet, m.name as who,
  count(*) as mentions, round(avg(m.tone), 2) as tone,
  count(*) filter (m.tone > .25) as well, count(*) filter (m.tone < -.25) as badly
from mentions m
join articles a on a.id = m.articleId
where m.comment is null and m.voice = 'OUTLET' and m.tone is not null
  and is_called(m.entityId, m.name, $entity)
group by outlet, who
having count(*) >= $min_mentions::integer
order by who, tone, outlet
