import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { Refused } from '../request.ts';

/** Statuses with which Discord refuses a message as it is: its form is not valid, or it is too large. */
const refusals = new Set([400, 413]);

/** Runs a call that sends; throws Refused where Discord does not take the message as it is, and other errors as they are. */
export async function takenOrRefused<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !refusals.has(error.status)) throw error;
    throw new Refused(`${error.code} ${error.message}`.slice(0, 300), { cause: error });
  }
}

/** Whether someone accepts no direct messages. */
export const isClosedToDirect = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.CannotSendMessagesToThisUser;
