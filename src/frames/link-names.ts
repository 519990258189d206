import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Entities } from './building.ts';
import type { Frame } from './frame.ts';
import type { Link, Meant } from './link.ts';
import { linkActor } from './link-actor.ts';
import { linkKind } from './link-kind.ts';
import { linkPlace } from './link-place.ts';
import { type Mapping, mapNames } from './map-names.ts';
import type { Problem } from './problem.ts';

/** A reading of a frame with one candidate chosen for one of its names. */
export interface FrameChoice {
  means: Meant;
  frame: Frame;
  /** Another name in the frame is ambiguous or unknown too: it is still a name, so linking the frame again asks about it. */
  open: boolean;
}

/** A frame whose names have become keys; or one question back; or what is wrong with it. */
export type Linked =
  | {
      kind: 'frame';
      frame: Frame;
      /** The names, and what each was taken for; one that was given by its key has the entity's name. */
      names: { said: string; means: Meant }[];
      /** Names that were taken for others. */
      assumed: { said: string; name: string }[];
      /** Readings that were not taken: the province of the town's name. */
      alternatives: FrameChoice[];
    }
  /** Of several that a name means one must be chosen; or nobody knows the name, and the choices are those like it. */
  | { kind: 'which' | 'unknown'; said: string; choices: FrameChoice[] }
  | { kind: 'problem'; problem: Problem };

/** Links every name in the frame: keys are taken as they are, places as places, actors as actors. Never throws. */
export function linkNames(frame: Frame, names: Entities & Pick<EntityLinker, 'places' | 'actors'>): Linked {
  const links = new Map<string, Link<Meant>>();
  const problems: Problem[] = [];
  const note = (kind: string, said: string, slot: Problem['slot'], link: Link<Meant>) => {
    links.set(`${kind} ${said}`, link);
    if (link.kind === 'problem') problems.push({ slot, ...link.problem });
    return said;
  };
  const kindOf = (said: string, slot: Problem['slot']) => {
    const ids = linkKind(said);
    if (!ids) problems.push({ slot, wrong: 'unknown', said });
    return ids ?? [];
  };
  const noting: Mapping = {
    place: (said, slot) => note('place', said, slot, linkPlace(said, names)),
    actor: (said, slot) => note('actor', said, slot, linkActor(said, names)),
    kind: kindOf,
  };
  const plain = mapNames(frame, noting);
  const [problem] = problems;
  if (problem) return { kind: 'problem', problem };
  const asksBack = ({ kind }: Link<Meant>) => kind === 'which' || kind === 'unknown';
  const keyOf = (name: string, said: string): string => {
    const link = links.get(name);
    return link?.kind === 'one' ? link.candidates[0].key : said;
  };
  const withOne = (chosen?: string, key?: string): Frame => {
    const take = (kind: string) => (said: string) => {
      const name = `${kind} ${said}`;
      return name === chosen && key !== undefined ? key : keyOf(name, said);
    };
    return mapNames(plain, { place: take('place'), actor: take('actor'), kind: (id) => [id] });
  };
  const choicesOf = (name: string, candidates: readonly Meant[]): FrameChoice[] =>
    candidates.map((means) => ({
      means,
      frame: withOne(name, means.key),
      open: [...links].some(([other, link]) => other !== name && asksBack(link)),
    }));
  for (const [name, link] of links)
    if (link.kind === 'which' || link.kind === 'unknown')
      return { kind: link.kind, said: link.said, choices: choicesOf(name, link.candidates) };
  const taken = [...links].flatMap(([name, link]) => (link.kind === 'one' ? [{ name, link }] : []));
  return {
    kind: 'frame',
    frame: withOne(),
    names: taken.map(({ link: { said, candidates } }) => ({ said, means: candidates[0] })),
    assumed: taken.flatMap(({ link: { assumed } }) => (assumed ? [assumed] : [])),
    alternatives: taken.flatMap(({ name, link }) => choicesOf(name, link.candidates.slice(1))),
  };
}
