import type { Answer } from '../answers/document/answer.ts';

/** How something asked at the front door ended; none of its words. */
export interface RequestOutcome {
  /** "ask", "find" or the command's name. */
  what: string;
  platform: string;
  /** `misused`: a command with wrong options, or words too long. */
  outcome: 'answered' | 'unclear' | 'declined' | 'misused' | 'failed';
  /** Some words changed nothing. */
  unread: boolean;
  milliseconds: number;
}

/** What an answer says of how it ended. */
export const requestOutcome = ({ failed, data }: Answer): Pick<RequestOutcome, 'outcome' | 'unread'> => ({
  outcome: failed === 1 ? 'failed' : failed === 2 ? 'misused' : (data?.status ?? 'answered'),
  unread: (data?.understood?.unread.length ?? 0) > 0,
});
