import { eventTypeById, eventTypeOfWords } from '../incidents/event-types.ts';

const eventTypeId = (said: string): string | undefined =>
  (eventTypeById(said) ?? eventTypeOfWords(said) ?? eventTypeOfWords(said.replaceAll(/[ -]/g, '')))?.id;

/** Kinds of incident by id or by what people call them, one or a list: "air strikes", "raids or ambushes". */
export function linkEventType(said: string): readonly string[] | undefined {
  const whole = eventTypeId(said);
  if (whole) return [whole];
  const ids = said.split(/\s*,\s*|\s+(?:and|or)\s+/).map(eventTypeId);
  return ids.every((id) => id !== undefined) ? (ids as string[]) : undefined;
}
