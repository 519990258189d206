import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { arabicFamily, drawable, family, widthOf } from '../drawing/fonts.ts';
import type { Box } from '../drawing/picture-frame.ts';
import type { Colours } from '../drawing/theme.ts';

interface Setting {
  colours: Colours;
  thousands: string;
  rightToLeft: boolean;
}

interface VegaText {
  text?: string | string[];
  fontSize?: number;
  fontWeight?: string | number;
}

// Without a canvas Vega only guesses how wide words are; its types do not tell of this.
const { textMetrics } = vega as unknown as { textMetrics: { width(item: VegaText, words?: string): number } };
textMetrics.width = (item: VegaText, words?: string) =>
  widthOf(drawable(String(words ?? item.text ?? ''), true), item.fontSize ?? 11, Number(item.fontWeight) >= 600);

const config = ({ colours, thousands, rightToLeft }: Setting) => ({
  locale: { number: { decimal: '.', thousands, grouping: [3], currency: ['', ''] } },
  font: rightToLeft ? arabicFamily : family,
  background: 'transparent',
  view: { stroke: null },
  axis: {
    labelColor: colours.soft,
    labelFontSize: 22,
    labelPadding: 8,
    domainColor: colours.soft,
    tickColor: colours.soft,
    gridColor: colours.line,
    title: null,
  },
});

/** A chart in its box: the axes inside too. */
export async function renderVega(spec: TopLevelSpec, box: Box, setting: Setting): Promise<string> {
  const size = { width: box.width, height: box.height, autosize: { type: 'fit', contains: 'padding' }, padding: 0 };
  const whole = { ...spec, ...size, config: config(setting) } as TopLevelSpec;
  const svg = await new vega.View(vega.parse(compile(whole).spec), { renderer: 'none' }).toSVG();
  return svg.replace('<svg ', `<svg x="${box.x}" y="${box.y}" overflow="visible" `);
}
