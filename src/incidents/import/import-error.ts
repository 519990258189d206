/** A file that cannot be imported; the message says what is wrong, where, and what to do about it. */
export class ImportError extends Error {}

/** Reading the file ended the process that read it. */
export class ImportDied extends ImportError {}
