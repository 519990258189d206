/** One meaning, its phrasings, and what must not be read. Asked on 14 July 2020 in Baghdad over the shipped incidents. */
export interface Golden {
  meaning: string;
  phrasings: string[];
  measure?: string;
  period?: { start: string | null; end: string | null };
  place?: string;
  ids?: string[];
  says?: RegExp[];
  never?: RegExp[];
}

const convoy = 'sitrep:samawah-convoy-2020-07-11';
const airstrike = 'sitrep:deir-ez-zor-airstrike-2020-07-11';
const raid = 'sitrep:iraq-militia-raid-undated';

export const golden: Golden[] = [
  {
    meaning: 'the convoy attack lies along a line near Samawah',
    phrasings: [
      'attacks near Samawah this month',
      'incidents near as-Samawa in July 2020',
      'what happened near Samawah since 1 July?',
    ],
    period: undefined,
    place: 'As Samawah',
    ids: [convoy],
    says: [/exact point (is )?not known/],
  },
  {
    meaning: 'a corridor between two towns',
    phrasings: ['attacks between Diwaniya and Samawah', 'between Samawah and Diwaniyah, any incidents?'],
    ids: [convoy],
  },
  {
    meaning: 'who claimed it, and that it is doubted',
    phrasings: ['who claimed the convoy attack near Samawah?', 'who claimed responsibility for the convoy ambush?'],
    ids: [convoy],
    says: [/Sayara Thora Al-Ashrin/, /not confirmed/, /doubts/, /SOFREP/],
    never: [/Hezbollah claimed/],
  },
  {
    meaning: 'who did it is not established',
    phrasings: ['who attacked the convoy?', 'who was behind the convoy attack?'],
    ids: [convoy],
    says: [/not established/, /unidentified/i, /too early to say/],
  },
  {
    meaning: 'none reported is not zero',
    phrasings: ['were Americans killed in the convoy attack?', 'casualties of the ambush on the convoy'],
    ids: [convoy],
    says: [/no Americans reported killed/i],
    never: [/\b0 killed/],
  },
  {
    meaning: 'one agency alone gives the toll',
    phrasings: [
      'who says 35 were killed in the airstrike?',
      'is the toll of the airstrike confirmed by more than one source?',
    ],
    ids: [airstrike],
    says: [/Anadolu/, /single source/],
    never: [/\b37\b/],
  },
  {
    meaning: 'what was seized',
    phrasings: ['what was seized in the raid?', 'what did they confiscate in the raid'],
    ids: [raid],
    says: [/rocket launchers/i],
  },
  {
    meaning: 'no date is given',
    phrasings: ['when was the raid?', 'on what date was the militia raid?'],
    ids: [raid],
    says: [/no (?:source gives a )?date/i],
    never: [/June 2020/],
  },
  {
    meaning: 'a province',
    phrasings: ['airstrikes in Deir ez-Zor', 'air strikes in Deir ez-Zor province in July 2020'],
    ids: [airstrike],
  },
  {
    meaning: 'a total is quoted, never counted',
    phrasings: [
      'how many rocket attacks on U.S. targets since October 2019?',
      'number of rocket attacks since October 2019',
    ],
    says: [/more than three dozen/, /not (?:a count|counted)|never added to counts/],
    never: [/\b42\b/],
  },
  {
    meaning: 'nothing there, and the nearest there is',
    phrasings: ['attacks near Samawah in June 2020', 'incidents near Samawah last month'],
    ids: [],
    says: [/^That time \(.*\) is not covered/, /nearest in time|latest before/, /11 July 2020/],
  },
];
