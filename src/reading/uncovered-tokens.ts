import type { Facets } from './extract-slots.ts';
import type { Span } from './span.ts';
import { overlaps, wordsOf } from './text.ts';

// Words that carry no facet of their own: to leave them out changes nothing.
const fillers = new Set(
  'active carried single operate operates operated operating vs versus v fought fight fighting appear appears a about above across after again against all along also altogether am among an and any anyone anything are around as ask at available be been being best between both but by came can case cases city close come could count country data database day did difference do does done each else estimate estimates ever every everything exactly file find for found from gave get give given go going got had happen happened happening has have having he hello help her here hey hi high him his how i if in incident incidents into involved involving is it its just kind know known last latest let like list located look low many may me more most much my near new newest no not number numbers occur occurred of off ok okay on one ones only onwards or other our out over overall overview part passed past people per person persons place places please record recorded records report reported reports result results said saw say says see she should show side sides since so some still such take tell than thank thanks that the their them then there these they this those through time times to together top total toward turn turns under until up us use very via want was we were what when where which while who whole whom why will with within world worldwide would yes you your global globally everywhere anywhere range place party draw plot map maps mapped timeline'.split(
    ' ',
  ),
);

/** Words that no reader wanted and that are not mere grammar: told to the asker, never silently dropped. */
export function unreadWords(facets: Facets, cues: Span[]): string[] {
  const used: Span[] = [...facets.all.filter((r) => r.facet !== 'unknown'), ...cues];
  return wordsOf(facets.text)
    .filter(
      (word) =>
        !used.some((u) => overlaps(u, word)) && !fillers.has(word.lower.replace(/'s$/, '')) && word.lower.length > 1,
    )
    .map((word) => word.text);
}
