const written = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** A day, month or year in ISO form as `[start, end)`: "2016-03" is 2016-03-01 to 2016-04-01. Undefined: none of them. */
export function daysOf(said: string): { start: string; end: string } | undefined {
  const [, year, month, day] = said.trim().match(written) ?? [];
  if (year === undefined) return undefined;
  try {
    const parts = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
    const start = Temporal.PlainDate.from(parts, { overflow: 'reject' });
    const end = start.add(day ? { days: 1 } : month ? { months: 1 } : { years: 1 });
    return { start: start.toString(), end: end.toString() };
  } catch {
    return undefined;
  }
}
