/** Typographic signs as they are typed, one for one: offsets stay. */
export const plain = (text: string): string =>
  text
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/(?<=[\w'.] ?)[–‐‑−](?= ?[\w'])/g, '-')
    .replace(/(?<=\d ?)[~～](?= ?['\d])/g, '-');
