-- title: Which statements are attributed to someone, or to a document, and by whom?
-- word speaker [speaker]: who: a catalogue id (unscr-1244), or a part of a name
-- option outlet [outlet]: only what this outlet printed: its id, or a part of its name
-- example: unscr-1244
select coalesce(a.outletName, a.outletId, '(unknown)') as printedBy,
  c.cueText as cue, c.contentText as content, c.speakerName as speaker
from claims c
join articles a on a.id = c.articleId
where c.voice = 'OUTLET' and c.speakerName is not null
  and is_called(c.speakerId, c.speakerName, $speaker)
  and is_called(a.outletId, a.outletName, $outlet)
order by printedBy, a.publishedAt, c.articleId, c.content[1].start
