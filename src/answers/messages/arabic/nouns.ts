import type { Query } from '../../../incidents/query.ts';
import { type Forms, incidents, killed } from './filter.ts';

export const forms = (none: string, one: string, two: string, few: string, many: string, other: string): Forms => ({
  zero: `لا ${none}`,
  one: `${one} واحد`,
  two,
  few: `# ${few}`,
  many: `# ${many}`,
  other: `# ${other}`,
});

/** What is counted, in the forms that figures need, and all of it. */
export const nouns: Record<Query['of'], { forms: Forms; all: string }> = {
  incidents: { forms: incidents, all: 'الحوادث' },
  killed: { forms: killed, all: 'القتلى' },
  'civilians killed': {
    forms: {
      ...forms('قتلى مدنيين', 'قتيل مدني', 'قتيلان مدنيان', 'قتلى مدنيين', 'قتيلًا مدنيًا', 'قتيل مدني'),
    },
    all: 'القتلى المدنيين',
  },
  wounded: { forms: forms('جرحى', 'جريح', 'جريحان', 'جرحى', 'جريحًا', 'جريح'), all: 'الجرحى' },
  abducted: { forms: forms('مخطوفين', 'مخطوف', 'مخطوفان', 'مخطوفين', 'مخطوفًا', 'مخطوف'), all: 'المخطوفين' },
  arrested: { forms: forms('معتقلين', 'معتقل', 'معتقلان', 'معتقلين', 'معتقلًا', 'معتقل'), all: 'المعتقلين' },
};
export const dayForms = forms('أيام', 'يوم', 'يومان', 'أيام', 'يومًا', 'يوم');
