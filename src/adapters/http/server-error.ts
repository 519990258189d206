/** The server cannot listen; the message names the remedy. */
export class ServerError extends Error {}
