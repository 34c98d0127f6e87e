/** How Hearsay is, as the API tells it. */

export interface Stage {
  name: string;
  /** As Kafka Streams names it. */
  state: string;
  /** Whether it has neither failed nor ended. */
  live: boolean;
  /** Whether it takes records of all its partitions. */
  ready: boolean;
  /** How many records it has not taken yet, as far as it knows. */
  lag: number;
  /** What it waits for, where it does. */
  detail?: string | null;
}

/** What came into the store in one minute; minutes without any are left out. */
export interface Minute {
  minute: string;
  articles: number;
  claims: number;
}

export interface Partial {
  reason: string;
  articles: number;
  /** The id of one of them. */
  example?: string | null;
}

export interface Health {
  store: { commit: number; articles: number; claims: number; comments: number };
  /** How far the topics are read into the store. */
  reading: { waiting: number; complete: boolean; fault?: string | null };
  /** Whether pages can be sent here. */
  pages: boolean;
  stages: Stage[];
  rates: Minute[];
  partial: Partial[];
  deadLetters: { total: number; lastHour: number };
}

/** What could not be processed. */
export interface DeadLetter {
  id?: string | null;
  recordedAt: string;
  stage?: string | null;
  topic?: string | null;
  reason?: string | null;
  /** What was thrown. */
  exception?: string | null;
  /** The page's address, where it is one's. */
  url?: string | null;
  key?: string | null;
  bytes?: number | null;
}

export interface DeadReason {
  stage?: string | null;
  reason: string;
  records: number;
  last?: string | null;
}
