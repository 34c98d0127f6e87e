-- title: Who speaks in an outlet's coverage, and who is only spoken of?
-- note: Claims are what someone is given to say; mentions are in the outlet's articles, not in readers' comments. Claims of a "she", "they" or "it" that stands for nobody whom the text names are one row, (a pronoun).
-- word outlet [outlet]: whose: an outlet's id, or a part of its name
-- option min_mentions = 3: leave out who is named less often and does not speak
-- example: vardar
with spoken as (
  select outlet, who, if(who = '(a pronoun)', who, any_value(speaker)) as name,
    count(*) as claims, 0 as mentions
  from (
    select coalesce(a.outletName, a.outletId, '(unknown)') as outlet, c.speakerName as speaker,
      case when c.speakerId is not null then c.speakerId
        when c.speakerKind = 'PRONOUN' and lower(c.speakerName) = lower(c.speakerText)
          then '(a pronoun)'
        else c.speakerName end as who
    from claims c join articles a on a.id = c.articleId
    where c.voice = 'OUTLET' and c.speakerName is not null
      and is_called(a.outletId, a.outletName, $outlet))
  group by outlet, who
),
named as (
  select coalesce(a.outletName, a.outletId, '(unknown)') as outlet,
    coalesce(m.entityId, m.name) as who, any_value(m.name) as name,
    0 as claims, count(*) as mentions
  from mentions m join articles a on a.id = m.articleId
  where m.comment is null and m.type in ('PERSON', 'ORGANIZATION', 'COUNTRY', 'MISSION')
    and is_called(a.outletId, a.outletName, $outlet)
  group by 1, 2
)
select outlet, any_value(name) as name, sum(claims)::bigint as claims,
  sum(mentions)::bigint as mentions,
  if(sum(claims) > 0, 'speaks', 'is only spoken of') as place
from (from spoken union all from named)
group by outlet, who
having sum(claims) > 0 or sum(mentions) >= $min_mentions::integer
order by outlet, claims desc, mentions desc, name
