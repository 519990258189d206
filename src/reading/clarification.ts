import type { PlaceCandidate } from '../entities/entity-linker.ts';
import type { Facets } from './extract-slots.ts';
import type { ClarificationChoice, ParseResult } from './parse-result.ts';
import type { PlaceReading } from './readers/candidates.ts';

const instead = (text: string, at: { start: number; end: number }, words: string) =>
  text.slice(0, at.start) + words + text.slice(at.end);

const place = ({ name, level, country }: PlaceCandidate): ClarificationChoice['means'] => ({
  kind: 'place',
  name,
  level,
  ...(country && level !== 'country' ? { country } : {}),
});

/** A name that nobody knows: one question back with the nearest three, instead of an answer about something else. */
export function choicesFor(facets: Facets): ParseResult | undefined {
  const alone =
    facets.place.length +
      facets.actor.length +
      facets.eventType.length +
      facets.period.length +
      facets.quantity.length ===
    0;
  const stranger = facets.unknown.find(
    (r) =>
      alone ||
      (/\p{L}{3}/u.test(r.words) &&
        (/^[\p{Lu}\p{Lo}]/u.test(r.words) || r.value.guesses.length > 0 || r.value.kind === 'actor')),
  );
  if (!stranger) return twins(facets);
  const choices = stranger.value.guesses.map(
    (name): ClarificationChoice => ({
      means: { kind: 'place', name },
      question: instead(facets.text, stranger, name),
    }),
  );
  const ask = { kind: 'unknown' as const, name: stranger.words };
  return { kind: 'unclear', ask, choices, readings: facets.all, unread: [stranger.words] };
}

/** Two towns of one name in different countries that the data knows about equally well. */
function twins(facets: Facets): ParseResult | undefined {
  const groups = namesakes(facets);
  if (groups) return groups;
  if (facets.place.length !== 1) return undefined;
  const reading = facets.place[0] as PlaceReading;
  const [a, b] = reading.value.candidates;
  if (
    !a ||
    !b ||
    b.score < 0.999 ||
    a.score < 0.999 ||
    a.countryCode === b.countryCode ||
    a.level !== b.level ||
    b.incidents < 3
  )
    return undefined;
  if (a.incidents > 2 * b.incidents) return undefined;
  const choices = [a, b].map((c) => ({
    means: place(c),
    question: instead(facets.text, reading, `${c.name}, ${c.country}`),
  }));
  return whichOf(choices, facets);
}

const whichOf = (choices: ClarificationChoice[], facets: Facets): ParseResult => ({
  kind: 'unclear',
  ask: { kind: 'which' },
  choices,
  readings: facets.all,
  unread: [],
});

/** An acronym that several groups share, none of them far likelier by the data. */
function namesakes(facets: Facets): ParseResult | undefined {
  const reading = facets.actor.find(({ value: { candidates } }) => {
    const [a, b] = candidates.filter((c) => c.score > 0.999);
    return a && b && b.incidents >= 3 && a.incidents <= 2 * b.incidents;
  });
  if (!reading) return undefined;
  const choices = reading.value.candidates
    .filter((c) => c.score > 0.999)
    .slice(0, 4)
    .map(
      (c): ClarificationChoice => ({
        means: { kind: 'actor', name: c.name, ...(c.country ? { country: c.country } : {}) },
        question: instead(facets.text, reading, c.name),
      }),
    );
  return whichOf(choices, facets);
}

const written = /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b/;

/** "03/04/2016" the other way round. */
function otherDayOrder(facets: Facets): ClarificationChoice[] {
  return facets.period.flatMap((reading) => {
    const [all, a, , b, y] = reading.words.match(written) ?? [];
    if (!all || !a || !b || a === b || Number(a) > 12 || Number(b) > 12) return [];
    const iso = (m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
    const other = reading.value.start?.startsWith(iso(b, a)) ? iso(a, b) : iso(b, a);
    return [{ means: { kind: 'day', day: other }, question: instead(facets.text, reading, `on ${other}`) }];
  });
}

/** The word that decides, in a question. */
const levels: Partial<Record<PlaceCandidate['level'], string>> = { admin1: 'province', town: 'town' };

/** The readings not taken, one step away: the province instead of the town of the same name. */
export function otherReadings(facets: Facets): ClarificationChoice[] {
  return [...otherDayOrder(facets), ...otherLevels(facets), ...otherCountries(facets)];
}

/** "Congo" is two countries. */
const otherCountries = (facets: Facets): ClarificationChoice[] =>
  facets.place.flatMap((reading) => {
    const [best, ...others] = reading.value.candidates;
    const other = others.find((c) => c.level === 'country' && c.score > 0.999);
    return best?.level === 'country' && other
      ? [{ means: place(other), question: instead(facets.text, reading, other.name) }]
      : [];
  });

function otherLevels(facets: Facets): ClarificationChoice[] {
  return facets.place.flatMap((reading) => {
    const [best, ...others] = reading.value.candidates;
    if (!best || reading.value.level) return [];
    const other = others.find(
      (c) =>
        c.score > 0.999 &&
        c.incidents > 0 &&
        c.countryCode === best.countryCode &&
        c.level !== best.level &&
        levels[c.level],
    );
    return other
      ? [{ means: place(other), question: instead(facets.text, reading, `${other.name} ${levels[other.level]}`) }]
      : [];
  });
}
