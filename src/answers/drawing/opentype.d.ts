// The published types bring the browser's whole library with them; this is what is used here.
declare module 'opentype.js' {
  interface Font {
    unitsPerEm: number;
    /** 0: the font has no such letter. */
    charToGlyphIndex(letter: string): number;
    charToGlyph(letter: string): { advanceWidth?: number };
  }
  const opentype: { parse(buffer: ArrayBuffer): Font };
  export = opentype;
}
