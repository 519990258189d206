/** The first UTF-16 units of a text, `most` at most; no letter is cut in half. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
