import { eventTypeById, eventTypeOfWords } from '../incidents/event-types.ts';

const eventTypeId = (said: string): string | undefined =>
  (eventTypeById(said) ?? eventTypeOfWords(said) ?? eventTypeOfWords(said.replaceAll(/[ -]/g, '')))?.id;

/** Ids of the event types that a name, an id or a list of them means: "air strikes", "raids or ambushes". Undefined if one is unknown. */
export function linkEventType(said: string): readonly string[] | undefined {
  const whole = eventTypeId(said);
  if (whole) return [whole];
  const ids = said.split(/\s*,\s*|\s+(?:and|or)\s+/).map(eventTypeId);
  return ids.every((id) => id !== undefined) ? (ids as string[]) : undefined;
}
