/** A period in figures: its year, its month or its first day. */
export function nameOf({ start, end }: { start: string | null; end: string | null }): string {
  if (start === null || end === null) return `${start ?? ''}..${end ?? ''}`;
  const days = Temporal.PlainDate.from(start.slice(0, 10)).until(Temporal.PlainDate.from(end.slice(0, 10))).days;
  return start.slice(0, days > 360 ? 4 : days > 27 ? 7 : 10);
}
