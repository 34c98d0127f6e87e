-- hearsay.claims
CREATE TABLE claims (
  "id" text PRIMARY KEY,
  "articleId" text,
  "outletId" text,
  "url" text,
  "form" text,
  "within" text,
  "confidence" double precision,
  "contentText" text,
  "cueText" text,
  "sourceText" text,
  "speakerText" text,
  "speakerName" text,
  "speakerId" text,
  "speakerConfidence" double precision,
  "hops" integer,
  "cueKind" text,
  "cueMode" text,
  "checkWorthiness" double precision,
  "title" text,
  "outletName" text,
  "publishedAt" timestamp(3),
  "publishedPrecision" text,
  "cueLemma" text,
  "stance" text,
  "denies" boolean,
  "speakerKey" text,
  "speakerType" text,
  "speakerKind" text,
  "about" text[],
  "viaId" text,
  "viaName" text,
  "viaVerb" text,
  "voice" text,
  "comment" integer
);

-- flat.chain-links, which flink/links.sql fills from hearsay.claims: chain
CREATE TABLE chain_links (
  "link" text PRIMARY KEY, -- the claim's id, a colon, the position
  "claimId" text,
  "articleId" text,
  "role" text,
  "name" text,
  "text" text,
  "id" text,
  "evidenceKind" text,
  "evidence" text,
  "confidence" double precision,
  "confirmation" text,
  "position" integer,
  "type" text,
  "key" text,
  "verb" text
);
CREATE INDEX chain_links_claim ON chain_links ("claimId");
