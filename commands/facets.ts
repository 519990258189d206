/** Said options as the words of a question: the same readers read both, so both mean the same. */
export interface Said {
  place?: string;
  near?: number;
  from?: string;
  to?: string;
  type?: string;
  actor?: string;
  text?: string;
  minKilled?: number;
}

export function wordsOf({ place, near, from, to, type, actor, text, minKilled }: Said): string {
  return [
    type ?? 'incidents',
    actor ? `involving ${actor}` : '',
    place ? (near ? `within ${near} km of ${place}` : `in ${place}`) : '',
    text ? `"${text}"` : '',
    minKilled ? `with at least ${minKilled} killed` : '',
    from && to ? `from ${from} to ${to}` : from ? `since ${from}` : to ? `until ${to}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
