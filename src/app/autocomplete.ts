import { cardOf } from '../answers/messages/english/card.ts';
import { plural } from '../answers/messages/english/text.ts';
import type { EntityLinker } from '../entities/entity-linker.ts';
import { prefixMatches } from '../entities/prefix-search.ts';
import { eventTypes } from '../incidents/event-types.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { query } from '../incidents/query.ts';
import { fold } from '../kernel/normalise.ts';
import { longestQuestion } from '../kernel/question.ts';

/** A suggestion while typing: the label for people, and the key of the entity as the option's value. */
interface Suggestion {
  label: string;
  value: string;
}

/** At most 25 suggestions whose name, or a word in it, begins with the text; the likeliest first. `kind`: type, incident, actor or place. */
export type Autocomplete = (kind: string, typed: string) => Promise<Suggestion[]>;

const maxSuggestions = 25;

const types = eventTypes.map(({ id, many, one, words }) => ({ id, many, folds: [many, one, ...words].map(fold) }));
const eventTypesLike = (typed: string): Suggestion[] =>
  prefixMatches(types, fold(typed), maxSuggestions, (t) => t.folds).map(({ id, many }) => ({ label: many, value: id }));

/** The incident with this id, or those whose reports contain the words; the latest ones for empty text. */
async function incidentsLike(incidents: Incidents, typed: string): Promise<Suggestion[]> {
  const text = typed.trim();
  const byId = /^\S+:\S+$/.test(text) ? await incidents.get(text) : undefined;
  const found = await incidents.find(
    query.parse({ measure: 'list', limit: maxSuggestions, filter: text && !byId ? { text } : {} }),
  );
  const records = byId?.kind === 'incident' ? [byId] : found.incidents;
  return records.map((record) => {
    const { id, title, when } = cardOf(record);
    return { label: `${title} (${when})`, value: id };
  });
}

/** Suggestions from the incidents and the entity linker, none for more than a question may have; the linker learns the current vocabulary first. */
export function createAutocomplete({ names, incidents }: { names: EntityLinker; incidents: Incidents }): Autocomplete {
  return async (kind, typed) => {
    if (typed.length > longestQuestion) return [];
    if (kind === 'type') return eventTypesLike(typed);
    if (kind === 'incident') return incidentsLike(incidents, typed);
    names.setVocabulary(await incidents.vocabulary());
    return names
      .prefixSearch(kind === 'actor' ? 'actor' : 'place', typed, maxSuggestions)
      .map(({ key, name, kind: placeKind, incidents: n }) => ({
        label: `${name}${placeKind ? ` (${placeKind})` : ''}${n ? `, ${plural(n, 'incident')}` : ''}`,
        value: key,
      }));
  };
}
