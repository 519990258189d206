const definite =
  /\b(?:the|that|this|an?) (?:[\p{L}'.-]+ ){0,4}(?:attack|ambush|airstrike|air ?strike|strike|raid|bombing|incident|explosion|assault|convoy|shelling|event)\b(?!s)/iu;

// Not "that", which begins clauses.
const known = new RegExp(definite.source.replace('|that|this|an?)', '|this)'), definite.flags);

/** Whether the one is taken to be known: "the attack", not "an attack". */
export const isDefinite = (text: string): boolean => known.test(text);

const many =
  /\b(?:attacks|incidents|events|bombings|(?:air ?|drone ?)?strikes|killings|raids|ambushes|abductions|kidnappings|assaults|explosions|massacres|claims|violence)\b/i;

/** Many incidents are meant, whatever else: "attacks in Kabul". */
export const meansMany = (text: string): boolean => many.test(text);

/** One incident is meant: "the convoy attack", "the airstrike in eastern Syria". */
export const meansOne = (text: string): boolean =>
  definite.test(text) && !/\b(?:any|each|every|per|latest|last|first|newest|deadliest|worst|most)\b/i.test(text);
