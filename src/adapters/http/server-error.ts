/** A port that cannot be had; the message names the remedy. */
export class ServerError extends Error {}
