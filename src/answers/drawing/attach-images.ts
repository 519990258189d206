import { fold } from '../../kernel/normalise.ts';
import type { Answer, Part } from '../document/answer.ts';
import { type Attachment, inMemory } from '../document/attachment.ts';
import { chartWords } from '../document/chart.ts';
import { mapWords } from '../document/place-map.ts';
import type { DrawingJob } from './draw.ts';
import type { PictureRenderer } from './renderer.ts';
import type { Theme } from './theme.ts';

/** A single bar adds nothing to words. */
const fewestBars = 2;

const nameOf = (...words: (string | undefined)[]): string => {
  const plain = fold(words.filter(Boolean).join(' ')).replace(/[^a-z0-9]+/g, '-');
  return `${plain.replace(/^-+|-+$/g, '').slice(0, 60) || 'picture'}.png`;
};

/** The drawing of a part, as plain data that can be sent to a thread; undefined where a picture would add nothing to words. */
export function drawingOf(part: Part): DrawingJob | undefined {
  if (part.kind === 'map') {
    const { kind: _, picture: __, ...map } = part;
    return { kind: 'map', map };
  }
  if (part.kind !== 'chart' || part.points.length < fewestBars) return undefined;
  const { kind: _, picture: __, ...chart } = part;
  return { kind: 'chart', chart };
}

function pictureOf(drawing: DrawingJob, pictures: PictureRenderer, theme: Theme): Attachment {
  const [name, words] =
    drawing.kind === 'map'
      ? [nameOf('map', drawing.map.title), mapWords(drawing.map)]
      : [nameOf(drawing.chart.title, drawing.chart.about), chartWords(drawing.chart)];
  return { name, mediaType: 'image/png', words, use: inMemory(() => pictures.draw(drawing, theme)) };
}

function withPictures(file: Attachment, pictures: PictureRenderer): Attachment {
  const use = file.drawnBy?.((part, theme) => {
    const drawing = drawingOf(part);
    return drawing && pictures.draw(drawing, theme);
  });
  return use ? { ...file, use, undrawn: file.use } : file;
}

/** The answer with a picture for each chart and map, those in its files included; each is drawn only when it is sent. */
export const attachImages = (answer: Answer, pictures: PictureRenderer, theme: Theme): Answer => ({
  ...answer,
  parts: answer.parts.map((part) => {
    if (part.kind === 'file') return { ...part, file: withPictures(part.file, pictures) };
    const drawing = drawingOf(part);
    return drawing ? { ...part, picture: pictureOf(drawing, pictures, theme) } : part;
  }),
});
