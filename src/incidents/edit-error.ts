/** What was asked of a record cannot be done; the message says why. */
export class EditError extends Error {}
