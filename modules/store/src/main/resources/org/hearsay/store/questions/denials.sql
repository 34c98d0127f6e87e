-- title: Who denies what, and which outlets that write of them leave the denial out?
-- note: With --missing one row for an outlet that names who denies, and has none of the denials.
-- option speaker [speaker]: only this one's denials: a catalogue id, or a part of a name
-- option outlet [outlet]: only what this outlet prints, or, with --missing, leaves out
-- flag missing: outlets without the denial, in place of those with it
-- example: --missing --speaker nato
with denials as (
  select c.id, coalesce(c.speakerId, c.speakerName) as who, c.speakerId, c.speakerName as speaker,
    c.cueText as cue, c.contentText as content, a.outletId,
    coalesce(a.outletName, a.outletId, '(unknown)') as outlet
  from claims c join articles a on a.id = c.articleId
  where c.denies and c.voice = 'OUTLET' and c.speakerName is not null
    and is_called(c.speakerId, c.speakerName, $speaker)
),
told as (
  select who, any_value(speakerId) as speakerId, any_value(speaker) as speaker,
    list(distinct outlet order by outlet) as outlets, min(content) as content, min(cue) as cue
  from denials group by who
),
naming as (
  select t.who, a.outletId, coalesce(a.outletName, a.outletId) as outlet,
    count(distinct a.id) as articles
  from told t
  join mentions m on (m.entityId = t.speakerId or m.name = t.speaker) and m.comment is null
  join articles a on a.id = m.articleId
  group by all
)
select outlet, speaker, cue, content, null::bigint as articles
from denials
where $missing is null and is_called(outletId, outlet, $outlet)
union all
select n.outlet, t.speaker, t.cue, t.content, n.articles
from naming n join told t on t.who = n.who
where $missing is not null and n.outlet is not null and not list_contains(t.outlets, n.outlet)
  and is_called(n.outletId, n.outlet, $outlet)
order by outlet, speaker, content
