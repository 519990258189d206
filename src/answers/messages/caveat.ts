import type { Caveat } from '../../reading/caveat.ts';
import { clean } from './english/text.ts';

/** The words for what a question asked for and could not get: a sentence for all of a kind, with a full stop. */
export interface CaveatMessages {
  group(said: readonly string[]): string;
  elsewhere(said: readonly string[]): string;
  ignored(said: readonly string[]): string;
  rate(said: readonly string[]): string;
  /** Words and the names they were taken for. */
  assumed(read: readonly (readonly [said: string, name: string])[]): string;
}

const longest = 80;

/** What an answer begins with, in a language; undefined without caveats. */
export function caveatText(words: CaveatMessages, caveats: readonly Caveat[] = []): string | undefined {
  const saidOf = (kind: Caveat['kind']) => [
    ...new Set(caveats.flatMap((one) => (one.kind === kind ? [clean(one.said, longest)] : []))),
  ];
  const taken = new Map(
    caveats.flatMap((one) =>
      one.kind === 'assumed' ? [[clean(one.said, longest), clean(one.name, longest)] as const] : [],
    ),
  );
  const [ignored, group, elsewhere] = [saidOf('ignored'), saidOf('group'), saidOf('elsewhere')];
  const rate = saidOf('rate');
  const sentences = [
    ...(ignored.length ? [words.ignored(ignored)] : []),
    ...(rate.length ? [words.rate(rate)] : []),
    ...(group.length ? [words.group(group)] : []),
    ...(elsewhere.length ? [words.elsewhere(elsewhere)] : []),
    ...(taken.size ? [words.assumed([...taken])] : []),
  ];
  return sentences.length ? sentences.join(' ') : undefined;
}
