import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawingOf } from '../../../src/answers/drawing/attach-images.ts';
import type { DrawingJob } from '../../../src/answers/drawing/draw.ts';
import { createPictureRenderer } from '../../../src/answers/drawing/renderer.ts';
import type { Theme } from '../../../src/answers/drawing/theme.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { botOver, question, shippedStore } from '../../support/world.ts';
import { cases } from './cases.ts';

const shipped = [
  'map incidents',
  'a map of attacks near Samawah',
  'attacks by country',
  'a map of airstrikes in Syria',
];
const imported = [
  'a map of attacks in Iraq in 2016',
  'a map of civilians killed by Boko Haram',
  'a map of attacks near Mosul in 2016',
  'a map of attacks between Baghdad and Mosul in 2014',
  'a map of attacks in Mexico in 2019',
  'a map of attacks in the Central African Republic',
  'a map of attacks in Ukraine since 2015',
  'a map of attacks in Bangladesh',
  'a map of attacks in Aleppo province in 2016',
  'a map of attacks worldwide',
  'killed per year in Iraq',
  'killed per month in Iraq from 2014 to 2016',
  'attacks per week in Nigeria in 2015',
  'attacks per day in Syria in March 2018',
  'which groups killed the most civilians in Nigeria? top 12',
  'which provinces of Iraq had the most deaths in 2016? top 10',
  'compare deaths in Syria in 2016, 2017 and 2018',
  'top 60 places by attacks in Mexico',
  'a timeline of the Hajin battle',
  'attacks in Myanmar by month since 2021',
  'carte des attaques en Irak en 2016',
  'carte des attaques près de Mossoul en 2016',
  'carte des attaques entre Bagdad et Mossoul en 2014',
  'carte des attaques au Mexique en 2019',
  'carte des attaques dans le monde',
  'morts par an en Irak',
  'attaques par mois en Syrie',
  'quels pays ont le plus de morts ? top 12',
  'comparer les morts en Syrie en 2016, 2017 et 2018',
  'chronologie des attaques à Hajin',
  'خريطة الهجمات في العراق عام 2016',
  'خريطة الهجمات قرب الموصل عام 2016',
  'خريطة الهجمات بين بغداد والموصل عام 2014',
  'خريطة الهجمات في أوكرانيا منذ 2015',
  'خريطة الهجمات في العالم',
  'عدد القتلى حسب السنة في العراق',
  'الهجمات حسب الشهر في العراق من 2014 إلى 2016',
  'ما هي الدول الأكثر قتلى؟',
  'ما هي المحافظات الأكثر قتلى في العراق عام 2016؟',
  'قارن القتلى في سوريا في 2016 و2017 و2018',
  'الجدول الزمني للهجمات في الهجين',
];

/** The chart or map of each answer. */
async function answered(bot: Awaited<ReturnType<typeof botOver>>, asked: string[]): Promise<[string, DrawingJob][]> {
  const drawings: [string, DrawingJob][] = [];
  for (const text of asked) {
    const { parts } = await bot.ask(question(text));
    const drawing = parts.flatMap((part) => drawingOf(part) ?? [])[0];
    if (drawing) drawings.push([text, drawing]);
    else process.stdout.write(`no picture: ${text}\n`);
  }
  return drawings;
}

// Charts and maps for people to look at: npm run gallery -- FOLDER [DATABASE] [light|dark].
const [folder = 'gallery', database, only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const drawings = [...cases, ...(await answered(await botOver(await shippedStore()), shipped))];
if (database)
  drawings.push(...(await answered(await botOver(await openIncidents(await openDatabase(database))), imported)));
const pictures = createPictureRenderer({ patience: 60_000 });
for (const [name, drawing] of drawings)
  for (const theme of only ? [only as Theme] : (['light', 'dark'] as const)) {
    const file = join(folder, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${theme}.png`);
    writeFileSync(file, await pictures.draw(drawing, theme));
    process.stdout.write(`${file}\n`);
  }
await pictures.close();
