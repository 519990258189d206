/** An edit that cannot be applied; the message says why, for the person who made it. */
export class EditError extends Error {}
