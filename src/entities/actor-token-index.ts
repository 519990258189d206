import { phoneticKey } from './phonetic-key.ts';

/** What groups are called the world over: one word stands for its translations. */
const words: Record<string, string> = {
  movement: 'mouvement movimiento movimento harakat harakah hareket tehrik tehreek movements',
  army: 'jaysh jaish jeish armee ejercito exercito',
  front: 'frente jabhat jabha fronte cephe',
  party: 'parti partido hizb hezb partiya hizbi',
  brigade: 'brigades liwa alwiyat katibat kataib saraya sayara squad squads battalion battalions brigada',
  organization: 'organisation organizacion tanzim tanzeem organisasi organizations',
  union: 'ittihad uniao',
  liberation: 'tahrir liberacion libertacao liberateurs liberators',
  national: 'nacional nationale watani milli nationals',
  people: 'peoples popular populaire populations pueblo pueblos peuple populacao',
  patriotic: 'patriotique patriots patriotes patriota',
  islamic: 'islami islamiya islamiyya islamiyah islamique islam islamist',
  group: 'jamaat jamaa jamaah gamaa gamaat gamat djamaat groupe grupo committee network groupement',
  cartel: 'cartels',
  revolutionary:
    'thawra revolutionnaire revolutionnaires revolutionaries revolucionario revolucionaria revolution thuwar thuwwar',
  defence: 'defense difa defensa autodefense',
  guardian: 'guardians hurras gardiens guardioes',
  supporter: 'supporters ansar partisans',
  soldier: 'soldiers jund ajnad',
  division: 'firqa firqat firka',
  legion: 'faylaq',
  force: 'forces quwwat quwat fuerzas forcas hezen',
  martyr: 'martyrs shuhada shaheed shahid',
  falcon: 'falcons hawks suqour suqur',
  levant: 'sham',
  free: 'ahrar hurr libre',
  state: 'dawla dawlah estado',
  syria: 'suriya suri suriyah syrian',
  iraq: 'iraqi rafidayn raafidaini mesopotamia rivers',
  qaida: 'qaeda qaidat qaedat base',
  peace: 'paix paz',
  congo: 'congolese congolais',
  african: 'africa afrique centrafricain centrafricains centrafricaine centrafrique',
  founding: 'founder fundadores',
  reformed: 'renovated renove renewed',
  command: 'comando commando',
};
const classes = new Map(
  Object.entries(words).flatMap(([word, others]) => [word, ...others.split(' ')].map((w) => [w, word] as const)),
);
const empty = new Set(
  'the of in for and al el de la du des do da di y et e pour para le les los las wa wal fi a an on to at ul ad as an s l d faction land country its their two'.split(
    ' ',
  ),
);

const tokensOf = (folded: string): string[] => [
  ...new Set(
    folded
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w && !empty.has(w))
      .map((w) => classes.get(w) ?? (/^\d+$/.test(w) ? w : phoneticKey(w) || w)),
  ),
];

export interface FoldedName {
  fold: string;
}

/** Finds names by the words they share, rare words first: word order, language and spelling may differ. */
export function createTokenIndex<T extends FoldedName>(
  all: readonly T[],
): (folded: string) => { item: T; similarity: number }[] {
  const sets = all.map((item) => ({ item, tokens: tokensOf(item.fold) })).filter((s) => s.tokens.length > 1);
  const holders = new Map<string, typeof sets>();
  for (const set of sets)
    for (const t of set.tokens) {
      const held = holders.get(t);
      if (held) held.push(set);
      else holders.set(t, [set]);
    }
  const weight = (t: string) => Math.log(1 + sets.length / (1 + (holders.get(t)?.length ?? 0)));
  const sum = (tokens: string[]) => tokens.reduce((n, t) => n + weight(t), 0);
  return (folded) => {
    const asked = tokensOf(folded);
    if (asked.length < 2) return [];
    const near = new Set(asked.flatMap((t) => holders.get(t) ?? []));
    return [...near]
      .map(({ item, tokens }) => {
        const shared = tokens.filter((t) => asked.includes(t));
        return { item, similarity: (2 * sum(shared)) / (sum(tokens) + sum(asked)), shared: shared.length };
      })
      .filter(({ similarity, shared }) => shared > 1 && similarity >= enough)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, 5);
  };
}

const enough = 0.66;
const small = /^(?:the|of|in|for|and|de|la|du|des|do|da|y|et|e|pour|para|le|les|los|las|a|an|to)$/;

/** "Ulster Defence Association" is what UDA stands for: the initials of three words or more. */
export const initialsOf = (folded: string): string | undefined => {
  const initials = folded
    .split(/[^\p{L}]+/u)
    .filter((w) => w && !small.test(w))
    .map((w) => w[0]);
  return initials.length >= 3 ? initials.join('') : undefined;
};
