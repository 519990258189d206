/** An import that cannot go on; the message says what was wrong, where, and what to do. */
export class ImportError extends Error {}
