import type { Answer } from '../answers/document/answer.ts';

/** How a request ended; contains none of its words. */
export interface RequestOutcome {
  /** "ask", "find" or the command's name. */
  what: string;
  platform: string;
  /** `misused`: a command with invalid options, or a question that is too long. */
  outcome: 'answered' | 'unclear' | 'declined' | 'misused' | 'failed';
  /** Some words of the question were not used. */
  unread: boolean;
  milliseconds: number;
}

/** The outcome of a request, from its answer. */
export const requestOutcome = ({ failed, data }: Answer): Pick<RequestOutcome, 'outcome' | 'unread'> => ({
  outcome: failed === 1 ? 'failed' : failed === 2 ? 'misused' : (data?.status ?? 'answered'),
  unread: (data?.understood?.unread.length ?? 0) > 0,
});
