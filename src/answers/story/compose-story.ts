import type { Ask } from '../../evidence/ask.ts';
import type { Statement, Story } from '../../evidence/statements.ts';
import type { Incident } from '../../incidents/incident.ts';
import { sourceLines, sources as sourcesOf, verificationLines } from '../attribution-answer.ts';
import type { Answer, Part } from '../document/answer.ts';
import type { AnswerContext } from '../document/answer-context.ts';
import { textOf } from '../document/plain-text.ts';
import { documentOf } from '../document/to-json.ts';
import { title, where } from '../messages/english/card.ts';
import { when } from '../messages/english/dates.ts';
import { englishAccount } from '../messages/english/incident-narrative.ts';
import { englishRow } from '../messages/english/row.ts';
import { storyWords as w } from '../messages/english/story.ts';
import { capital, clean, sentence } from '../messages/english/text.ts';
import { rowFrom } from '../messages/row.ts';
import { blame, claims, credible, denials, party, who } from './attributions.ts';
import { linesOf, type StoryLines } from './lines.ts';
import { passage, person, sayings, statementText, unknowns } from './passages.ts';
import { differing, givers, toll } from './tolls.ts';

const details = (statements: readonly Statement[], ...topics: string[]): string[] =>
  statements.filter((s) => s.topic !== undefined && topics.includes(s.topic)).map(statementText);

function overview(story: Story, statements: readonly Statement[]): StoryLines {
  const { incident } = story;
  const { attributions } = incident;
  const what = details(statements, 'what');
  const tolls = toll(
    story,
    {
      want: { what: 'toll', harms: ['killed'], group: undefined, everybody: true },
      polar: false,
      question: '',
      terms: [],
      naming: [],
      without: [],
    },
    statements,
  );
  return linesOf([
    incident.summary ? sentence(clean(incident.summary, 400)) : `${title(incident)}.`,
    ...what.slice(0, 1),
    ...(attributions.length ? attributions.slice(0, 2).map(w.attribution) : []),
    ...(tolls.silent ? [] : [capital(tolls.first)]),
    ...details(statements, 'caution').slice(0, 1),
  ]);
}

/** The day, and what the sources say of it; the hour first where that is asked for. */
function whenLines({ when: w }: Incident, { question }: Ask, statements: readonly Statement[]): StoryLines {
  const days = `${capital(when(w))}${w.time && !when(w).includes(w.time) ? `, ${w.time}` : ''}${w.asWritten && w.basis === 'source' && !when(w).includes(w.asWritten) ? ` (“${clean(w.asWritten, 80)}”)` : ''}.`;
  const said = details(statements, 'date');
  return linesOf(/\b(?:time|hour|o'clock)\b/i.test(question) ? [...said, days] : [days, ...said]);
}

/** The answer to a question about a story, from its structured facts, else from the sentences that fit best. */
export function answerStory(story: Story, ask: Ask, statements: readonly Statement[]): StoryLines {
  const { incident } = story;
  const { want } = ask;
  switch (want.what) {
    case 'overview':
      return overview(story, statements);
    case 'differ':
      return differing(story, ask, statements);
    case 'unknown':
      return unknowns(story, statements);
    case 'credible':
      return credible(story, statements);
    case 'claims':
      return claims(story, ask, statements);
    case 'denials':
      return denials(story, ask);
    case 'blame':
      return blame(story, ask);
    case 'who':
      return who(story, statements);
    case 'party':
      return party(story, ask, statements);
    case 'toll':
      return toll(story, ask, statements);
    case 'giver':
      return givers(story, want.number, statements);
    case 'person':
      return person(want.name, statements);
    case 'said':
      return sayings(story, ask, statements);
    case 'when':
      return whenLines(incident, ask, statements);
    case 'standing':
      return linesOf([...verificationLines(englishAccount, incident), ...sourcesOf(englishAccount, incident)]);
    case 'sources':
      return linesOf(sourceLines(englishAccount, incident));
    case 'where':
      return linesOf([`${capital(where(incident))}.`, ...details(statements, 'place')]);
    case 'passage':
      return ask.said ? sayings(story, ask, statements) : passage(ask, statements);
  }
}

const mostLines = 4;

/**
 * The lines as an answer, with the story that they are about and what may be asked next. `before`: what the thread's
 * last answer said of it, which is not said again.
 */
export function composeStory(told: AnswerContext, story: Story, lines: StoryLines, before?: string): Answer {
  const { incident } = story;
  const said = new Set(before?.split('\n'));
  const shown = lines.lines
    .map((text) => capital(clean(text, 500)))
    .filter((text) => !said.has(text))
    .slice(0, mostLines);
  const row = rowFrom(englishRow, incident, {});
  const parts: Part[] = [
    ...(shown.length ? [{ kind: 'text' as const, text: shown.join('\n') }] : []),
    ...(before === undefined ? [{ kind: 'note' as const, text: w.context(title(incident), row.when) }] : []),
  ];
  const first = capital(clean(lines.first, 600));
  const text = textOf(first, parts);
  const document = documentOf(told, { text, caveat: undefined });
  const { value, low, high } = lines;
  return {
    text,
    parts: [{ kind: 'text', text: first }, ...parts],
    audience: 'everyone',
    next: [{ label: 'Details', action: { run: 'show', options: { id: incident.id } } }],
    sources: [],
    data: {
      ...document,
      result: {
        ...document.result,
        ...(value === undefined ? {} : { value }),
        ...(low === undefined || high === undefined ? {} : { low, high }),
      },
    },
  };
}
