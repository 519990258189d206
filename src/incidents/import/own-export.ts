import { totalsOf } from '../casualty-totals.ts';
import { type ActorPart, type Casualty, type CasualtyKind, casualtyKinds, type Incident } from '../incident.ts';

/**
 * A part of an incident that the columns of an export tell: `told` compares it, `take` replaces it by that of another
 * incident.
 */
interface Part {
  told(incident: Incident): unknown;
  take(into: Incident, from: Incident): Incident;
}

const placeFields = ['country', 'admin1', 'admin2', 'place', 'lat', 'lon', 'precision'] as const;
/** Degrees to 0.1 mm: files write no smaller part. */
const rounded = <T>(value: T): T | number => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value);
const columnsOfRoles: readonly ActorPart['role'][][] = [['attacker'], ['party'], ['target', 'victim'], ['other']];
const isCivilian = ({ group }: Casualty) => /^civilians?$/i.test(group);

/** The figures of some groups for one harm, replaced by those of the same groups of another incident. */
function takeFigure(into: Incident, from: Incident, harm: CasualtyKind, isMeant: (c: Casualty) => boolean): Incident {
  const kept = into.casualties.map((casualty) => {
    const { [harm]: _, ...others } = casualty;
    return isMeant(casualty) ? others : casualty;
  });
  const taken = from.casualties.flatMap(({ group, [harm]: figure }) =>
    isMeant({ group }) && figure !== undefined ? [{ group, [harm]: figure }] : [],
  );
  const says = (c: Casualty) => casualtyKinds.some((kind) => c[kind] !== undefined);
  return { ...into, casualties: [...kept.filter(says), ...taken] };
}

const figure = (harm: Exclude<CasualtyKind, 'killed'>): Part => ({
  told: (i) => totalsOf(i)[harm],
  take: (into, from) => takeFigure(into, from, harm, () => true),
});

/** A member that is replaced as a whole. */
const member = (name: 'when' | 'eventTypes' | 'summary' | 'conflict' | 'flags', told: Part['told']): Part => ({
  told,
  take: (into, from) => ({ ...into, [name]: from[name] }),
});

const parts: readonly Part[] = [
  member('when', ({ when }) => [when.start, when.end, when.precision]),
  member('eventTypes', ({ eventTypes }) => eventTypes.join('; ')),
  member('summary', ({ summary }) => summary),
  member('conflict', ({ conflict }) => conflict),
  member('flags', ({ flags }) => flags.join('; ')),
  {
    told: ({ where }) => placeFields.map((field) => rounded(where[field] ?? null)),
    take: (into, { where }) => ({
      ...into,
      where: { ...into.where, ...Object.fromEntries(placeFields.map((field) => [field, where[field]])) },
    }),
  },
  ...columnsOfRoles.map((roles): Part => {
    const inColumn = ({ role }: ActorPart) => roles.includes(role);
    return {
      told: ({ actors }) =>
        actors
          .filter(inColumn)
          .map((a) => a.actor)
          .join('; '),
      take: (into, from) => ({
        ...into,
        actors: [
          ...into.actors.filter((a) => !inColumn(a)),
          // An actor that was there keeps its role and side.
          ...from.actors.filter(inColumn).map((a) => into.actors.find((b) => inColumn(b) && b.actor === a.actor) ?? a),
        ],
      }),
    };
  }),
  {
    told: (i) => {
      const { low, best, high } = totalsOf(i);
      return [low, best, high];
    },
    take: (into, from) => takeFigure(into, from, 'killed', (c) => c.group === 'all'),
  },
  { told: (i) => totalsOf(i).civilians, take: (into, from) => takeFigure(into, from, 'killed', isCivilian) },
  figure('wounded'),
  figure('abducted'),
  figure('arrested'),
];

// A workbook knows no other control characters, and files may change what ends a line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const changeable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const comparable = (told: unknown): string =>
  JSON.stringify(told, (_, value) => (typeof value === 'string' ? asCarried(value) : value)) ?? '';
const asCarried = (text: string): string => text.toWellFormed().replace(changeable, ' ').replace(/\r\n?/g, '\n').trim();

/** What a workbook writes at the end of a text that is too long for a cell. */
const cut = '… (cut)"';
const isCutOf = (short: string, long: string): boolean =>
  short.endsWith(cut) && long.startsWith(short.slice(0, -cut.length).trimEnd());

/**
 * An incident with the parts that the columns of its export (`told`) tell differently; the rest, which no column holds,
 * stays as it is.
 */
export function withColumns(incident: Incident, told: Incident): Incident {
  return parts.reduce((made, part) => {
    const [now, then] = [comparable(part.told(told)), comparable(part.told(incident))];
    return now === then || isCutOf(now, then) ? made : part.take(made, told);
  }, incident);
}
