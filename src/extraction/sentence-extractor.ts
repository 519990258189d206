import type { Names } from '../entities/entity-linker.ts';
import { inFigures } from '../reading/period/number-words.ts';
import type { ActorReading, PlaceReading } from '../reading/readers/candidates.ts';
import { readSaid, type Said } from './attributions.ts';
import { type Hurt, readHurt } from './casualties.ts';
import { readInstruments, readTriggers, type Trigger } from './event-triggers.ts';
import { isAggregate, isDevelopment, isEarlier, unrealIn } from './factuality.ts';
import { readNamesIn } from './mentions.ts';
import { hiding } from './noun-phrases.ts';
import { readSides, type Sides } from './participants.ts';
import { readSpot, type Spot } from './resolve-place.ts';
import { type Published, readTimes, type Time } from './resolve-time.ts';
import type { Sentence } from './sentences.ts';
import { readTold, type Told } from './sources.ts';

/** What one sentence says. `kind`: it tells of something that happened, of a total, of a development, or adds to what was told. */
export interface Read {
  sentence: Sentence;
  kind: 'event' | 'aggregate' | 'development' | 'earlier' | 'more';
  triggers: Trigger[];
  instruments: string[];
  times: Time[];
  spot: Spot;
  sides: Sides;
  said: Said[];
  hurt: Hurt[];
  told: Told[];
  /** Known groups that those who were hit are said to belong to. */
  belong: string[];
}

export interface ReadContext {
  names: Names;
  /** Countries the report speaks of, likeliest first. */
  countries: readonly string[];
}

function kindOf(text: string, triggers: Trigger[], hurt: Hurt[], times: Time[]): Read['kind'] {
  if (isAggregate(text)) return 'aggregate';
  const fresh = triggers.some((t) => !t.definite);
  if (isEarlier(text) && (fresh || hurt.length > 0) && !times.some((t) => !t.long)) return 'earlier';
  if (fresh) return 'event';
  return triggers.length === 0 && hurt.length === 0 && isDevelopment(text) ? 'development' : 'more';
}

/** A sentence with the times and names in it. */
export interface Named {
  sentence: Sentence;
  times: Time[];
  places: PlaceReading[];
  groups: ActorReading[];
}

export function readNamed(sentence: Sentence, names: Names, published: Published): Named {
  const times = readTimes(sentence.text, published);
  return { sentence, times, ...readNamesIn(sentence.text, names, times) };
}

const inserted = /, (?:including|among them|(?:\w+ of (?:them|whom))) [^,]{1,60},/gi;

/** Reads one sentence with every reader. */
export function readSentence({ sentence, times, places, groups }: Named, context: ReadContext): Read {
  const { text } = sentence;
  const masked = unrealIn(text);
  const triggers = readTriggers(text, masked);
  const real = hiding(
    text,
    masked.filter((m) => !/^(?:may|might|could|fear)/i.test(text.slice(m.start))),
  );
  const hurt = readHurt(inFigures(real.replace(inserted, ' ')).text);
  const spot = readSpot(text, places, context.names, context.countries);
  const located = places.map(({ start, end }) => withPreposition(text, start, end));
  const said = isEarlier(text) ? [] : readSaid(hiding(text, times));
  const bare = hiding(text, [...times, ...located.filter((s) => s.start < s.end)]);
  return {
    sentence,
    // Who denies it and blames another tells of what was told already.
    kind: said.some((s) => s.status === 'denied') && hurt.length === 0 ? 'more' : kindOf(text, triggers, hurt, times),
    triggers,
    instruments: readInstruments(text, masked),
    times,
    spot,
    sides: readSides(bare, triggers),
    said,
    hurt,
    told: readTold(hiding(text, times)),
    belong: belonging(text, groups),
  };
}

const belongs =
  /\b(?:targeted|killed|dead|slain|victims|wounded|convoy|casualties)\b[^.;]{0,60}?\b(?:belong(?:ed|s|ing)? to|were (?:all )?(?:members|fighters|part) of|were from|were affiliated with)\b/i;

/** "The targeted militias belonged to X and Y". */
function belonging(text: string, groups: readonly ActorReading[]): string[] {
  const m = belongs.exec(text);
  const from = m ? m.index + m[0].length : Number.POSITIVE_INFINITY;
  return groups
    .filter((g) => g.start >= from && !/\bpart of (?:the )?$/i.test(text.slice(0, g.start)))
    .flatMap((g) => g.value.candidates[0]?.name ?? []);
}

/** "in northern Mali", from the preposition on; nothing where the place belongs to a name. */
function withPreposition(text: string, start: number, end: number) {
  const lead = text
    .slice(0, start)
    .match(
      /\b(?:in|near|at|outside|around|across|inside|from|on the outskirts of)(?: the)?(?: (?!(?:on|in|by|at|near|and|from|raid|attack|ambush|strike|airstrike|bombing|blast|clash)\b)[\p{L}'-]+){0,4} $/u,
    )?.[0];
  return lead === undefined ? { start: end, end } : { start: start - lead.length, end };
}
