/** Draws nothing, and tells what it was asked to draw. */
export function recordedPictures() {
  const drawn: string[] = [];
  const pictures = {
    draw: async (drawing: { kind: string }, theme: string) => {
      drawn.push(`${drawing.kind} ${theme}`);
      return new Uint8Array([1, 2, 3]);
    },
    close: async () => {},
  };
  return { drawn, pictures };
}
