import type { EntityLinker } from '../entities/entity-linker.ts';
import type { EntityLookup } from './build-places.ts';
import { checkFrame } from './check-frame.ts';
import type { Frame } from './frame.ts';
import { linkActor } from './link-actor.ts';
import { linkEventType } from './link-event-type.ts';
import { linkPlace } from './link-place.ts';
import type { Entity, LinkResult } from './link-result.ts';
import { mapNames, type NameMapping } from './map-names.ts';
import type { FrameProblem } from './problem.ts';

/** A reading of a frame with one candidate chosen for one of its names. */
export interface FrameChoice {
  means: Entity;
  frame: Frame;
  /** Another name in the frame is ambiguous or unknown too: it is still a name, so linking the frame again asks about it. */
  open: boolean;
}

/** A frame whose names are keys now; or one name to ask about; or what is wrong with the frame. */
export type LinkedFrame =
  | {
      kind: 'frame';
      frame: Frame;
      /** Each name and the entity it was linked to; for a key, the name is that of the entity. */
      names: { said: string; means: Entity }[];
      /** Names that were taken for similar ones. */
      assumed: { said: string; name: string }[];
      /** Readings that were not taken, such as the town with the province's name. */
      alternatives: FrameChoice[];
    }
  /** The name is ambiguous, or unknown and the choices are similar names. */
  | { kind: 'which' | 'unknown'; said: string; choices: FrameChoice[] }
  | { kind: 'problem'; problem: FrameProblem };

/**
 * Checks a frame and links every name in it to an entity; keys stay as they are. Returns the first problem, else the first name that
 * is ambiguous or unknown, else the linked frame. Never throws.
 */
export function linkNames(frame: Frame, names: EntityLookup & Pick<EntityLinker, 'places' | 'actors'>): LinkedFrame {
  const invalid = checkFrame(frame);
  if (invalid) return { kind: 'problem', problem: invalid };
  const links = new Map<string, LinkResult<Entity>>();
  const problems: FrameProblem[] = [];
  const record = (kind: string, said: string, slot: FrameProblem['slot'], link: LinkResult<Entity>) => {
    links.set(`${kind} ${said}`, link);
    if (link.kind === 'problem') problems.push({ slot, ...link.problem });
    return said;
  };
  const linkEventTypes = (said: string, slot: FrameProblem['slot']) => {
    const ids = linkEventType(said);
    if (!ids) problems.push({ slot, wrong: 'unknown', said });
    return ids ?? [];
  };
  const linking: NameMapping = {
    place: (said, slot) => record('place', said, slot, linkPlace(said, names)),
    actor: (said, slot) => record('actor', said, slot, linkActor(said, names)),
    eventType: linkEventTypes,
  };
  const unlinked = mapNames(frame, linking);
  const [problem] = problems;
  if (problem) return { kind: 'problem', problem };
  const asksBack = ({ kind }: LinkResult<Entity>) => kind === 'which' || kind === 'unknown';
  const keyOf = (name: string, said: string): string => {
    const link = links.get(name);
    return link?.kind === 'one' ? link.candidates[0].key : said;
  };
  const withChoice = (chosen?: string, key?: string): Frame => {
    const replace = (kind: string) => (said: string) => {
      const name = `${kind} ${said}`;
      return name === chosen && key !== undefined ? key : keyOf(name, said);
    };
    return mapNames(unlinked, { place: replace('place'), actor: replace('actor'), eventType: (id) => [id] });
  };
  const choicesOf = (name: string, candidates: readonly Entity[]): FrameChoice[] =>
    candidates.map((means) => ({
      means,
      frame: withChoice(name, means.key),
      open: [...links].some(([other, link]) => other !== name && asksBack(link)),
    }));
  for (const [name, link] of links)
    if (link.kind === 'which' || link.kind === 'unknown')
      return { kind: link.kind, said: link.said, choices: choicesOf(name, link.candidates) };
  const resolved = [...links].flatMap(([name, link]) => (link.kind === 'one' ? [{ name, link }] : []));
  return {
    kind: 'frame',
    frame: withChoice(),
    names: resolved.map(({ link: { said, candidates } }) => ({ said, means: candidates[0] })),
    assumed: resolved.flatMap(({ link: { assumed } }) => (assumed ? [assumed] : [])),
    alternatives: resolved.flatMap(({ name, link }) => choicesOf(name, link.candidates.slice(1))),
  };
}
