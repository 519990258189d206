import fc from 'fast-check';
import type { Answer, Part } from '../../src/answers/document/answer.ts';
import { inMemory } from '../../src/answers/document/attachment.ts';

/** An answer of the given parts. */
export const answer = (more: Partial<Answer>): Answer => ({
  text: 'x',
  parts: [],
  audience: 'everyone',
  next: [],
  sources: [],
  ...more,
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    '',
    ' ',
    '<!channel>',
    '&&&&',
    '`*_~',
    '👩‍👩‍👧‍👦',
    'مجهول',
    '\ud800',
    '2020-07-14 09:00 UTC',
    '9999-99-99 99:99 UTC',
  ),
  fc.integer({ min: 2900, max: 3100 }).map((n) => '&'.repeat(n)),
  fc.integer({ min: 70, max: 80 }).map((n) => 'x'.repeat(n)),
);
const lots = <T>(one: fc.Arbitrary<T>, most: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(one, { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(one, { minLength: most, maxLength: most + 30 }) },
  );
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: anyText }),
  fc.record({ kind: fc.constant('note' as const), text: anyText }),
  fc.record({
    kind: fc.constant('incident' as const),
    card: fc.record({
      id: anyText,
      title: anyText,
      when: anyText,
      where: anyText,
      type: anyText,
      facts: lots(fc.record({ label: anyText, words: anyText }), 20),
      sources: lots(fc.record({ words: anyText, url: fc.oneof(fc.webUrl(), anyText) }), 20),
    }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    table: fc.record({
      title: anyText,
      columns: lots(fc.record({ name: anyText, align: fc.constantFrom('left' as const, 'right' as const) }), 20).filter(
        (c) => c.length > 0,
      ),
      rows: lots(fc.array(anyText, { maxLength: 22 }), 100),
    }),
  }),
  fc.record({
    kind: fc.constant('chart' as const),
    title: anyText,
    unit: anyText,
    points: lots(fc.record({ label: anyText, value: fc.integer() }), 100),
  }),
  fc.record({
    kind: fc.constant('file' as const),
    file: fc.record({
      name: anyText,
      mediaType: fc.constantFrom('text/csv', 'image/png'),
      words: anyText,
      use: fc.constant(inMemory(async () => new Uint8Array([1]))),
    }),
  }),
);
/** Answers of every shape, with many parts and long and strange words. */
export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  text: fc.oneof(anyText, fc.constant('&'.repeat(45_000))),
  parts: lots(anyPart, 50),
  audience: fc.constantFrom('everyone' as const, 'asker' as const),
  next: lots(fc.record({ label: anyText, action: fc.constant({ ask: 'x' }) }), 100),
  sources: fc.constant([]),
  data: fc.constantFrom(undefined, { status: 'answered' as const, text: '', understood: {} as never }),
});
