import type { CaveatMessages } from '../caveat.ts';
import { apart, list } from './filter.ts';

const quoted = (said: readonly string[], join?: 'and' | 'or'): string =>
  list(
    said.map((words) => `«${apart(words)}»`),
    join,
  );

export const caveats: CaveatMessages = {
  ignored: (said) => `لم أستطع استعمال ${quoted(said)}، فهذا هو الجواب من دون ذلك.`,
  rate: (said) => `لا تذكر البيانات عدد السكان، فلا يمكن إعطاء رقم ${quoted(said)}؛ وهذا هو الرقم كما هو.`,
  group: (said) => `الجميع محسوبون: لا تفصل البيانات ${quoted(said, 'or')} عن غيرهم.`,
  elsewhere: (said) => `لا تشمل البيانات ${quoted(said, 'or')}.`,
  assumed: (read) => `${list(read.map(([said, name]) => `«${apart(said)}» قُرئ ${apart(name)}`))}.`,
};
