import type { Answer } from '../../src/answers/document/answer.ts';
import { attachmentsOf } from '../../src/answers/document/answer.ts';
import type { PictureRenderer } from '../../src/answers/drawing/renderer.ts';
import { createDispatcher, type Dispatcher } from '../../src/app/dispatcher.ts';
import { openDatabase } from '../../src/database/open.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { told } from '../incidents/world.ts';
import { botOver } from '../support/world.ts';

export async function deskHolding(incidents: Incidents, pictures?: PictureRenderer): Promise<Dispatcher> {
  const kept = await openAdapterStores(await openDatabase(':memory:'));
  return createDispatcher(await botOver(incidents, undefined, kept.settings), kept, pictures);
}

export async function pageIn(answer: Answer): Promise<string> {
  const file = attachmentsOf(answer).find((f) => f.mediaType === 'text/html');
  if (!file) throw new Error(`No page: ${answer.text}`);
  return file.use((bytes) => bytes.text());
}

interface Happened {
  province: string;
  killed?: number;
  low?: number;
  high?: number;
  actors?: string[];
  by?: string;
  more?: Partial<Incident>;
}

let number = 0;

/** An incident in a province of Iraq. */
export const inIraq = (day: string, { province, killed, low, high, actors, by, more }: Happened): Incident =>
  told(`made:${++number}`, {
    day,
    ...(actors ? { actors } : {}),
    ...(by ? { by } : {}),
    more: {
      where: { country: 'Iraq', admin1: province, lat: 35, lon: 43, precision: 'province', basis: 'source' },
      ...(killed === undefined
        ? {}
        : {
            casualties: [
              { group: 'all', killed: { low: low ?? killed, best: killed, high: high ?? killed }, by: by ?? 'Wire' },
            ],
          }),
      ...more,
    },
  });
