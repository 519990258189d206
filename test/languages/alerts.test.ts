import { beforeAll, describe, expect, test } from 'vitest';
import { subscribe } from '../../commands/subscribe.ts';
import { subscriptions } from '../../commands/subscriptions.ts';
import { composeAlert, composeChanged, composeRetracted } from '../../src/answers/alert-message.ts';
import { describeChanges } from '../../src/answers/describe-change.ts';
import { composeDigest } from '../../src/answers/digest-message.ts';
import { messagesForLocale } from '../../src/answers/messages/localize.ts';
import type { Bot, Command } from '../../src/app/ports.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
});

const asker = (locale: string) => ({
  id: 'someone',
  locale,
  timeZone: 'Asia/Baghdad',
  mayManage: true,
  mayCurate: true,
});

describe('subscriptions', () => {
  const run = (command: Command, options: object, locale = 'en-GB', id = 'room') =>
    bot.run(command, options, {
      ...question('', { asker: asker(locale), channel: { platform: 'slack', id, kind: 'channel' } }),
      progress: () => undefined,
    });

  test('are shown first, with their rhythm', async () => {
    const asked = 'attaques près de Samawah avec au moins 1 mort, chaque lundi à 8h30';
    const { text, next } = await run(subscribe, { question: asked });
    expect(text).toMatch(
      /^Faut-il signaler à ce canal : nouvelles attaques .* avec au moins 1 mort, ensemble, chaque lundi à 08:30 \(Asia\/Baghdad\) \?/,
    );
    expect(next.map((step) => step.label)).toEqual(['S’abonner']);
  });

  test.each([
    ['الهجمات في العراق، كل يوم الساعة 9', { rhythm: 'daily', at: '09:00' }],
    ['الهجمات في سوريا يوميا', { rhythm: 'daily' }],
    ['attaques en Irak en tout temps, chaque semaine', { rhythm: 'weekly' }],
    ['attaques en Syrie avec au moins 5 morts toutes les heures', { rhythm: 'hourly' }],
  ])('%s', async (asked, rhythm) => {
    await run(subscribe, { question: asked, confirm: true }, 'en-GB', asked);
    const [made] = await bot.subscriptions.of({ platform: 'slack', channel: asked });
    expect(made).toMatchObject({ words: asked, rhythm });
  });

  test('are listed in the language of the asker’s locale', async () => {
    await run(subscribe, { question: 'attacks in Iraq', confirm: true });
    expect((await run(subscriptions, {}, 'ar')).text).toMatch(/هجمات جديدة في العراق، فورًا/);
    expect((await run(subscriptions, {}, 'fr-FR')).text).toMatch(/nouvelles attaques en Irak, tout de suite/);
  });

  test('say why something cannot stand', async () => {
    expect((await run(subscribe, { question: 'compare Irak et Syrie en 2020' })).text).toMatch(/^Une comparaison/);
  });
});

test('what changed about an incident is told in the language of the channel’s locale', async () => {
  const before = (await bot.incidents.get('sitrep:samawah-convoy-2020-07-11')) as Incident;
  const after = { ...before, casualties: [{ group: 'all', killed: { low: 3, best: 3, high: 3 }, by: 'SOFREP' }] };
  expect(describeChanges(messagesForLocale('fr-FR'), before, after as Incident)).toContain(
    'Morts : inconnu → 3, selon SOFREP',
  );
  expect(describeChanges(messagesForLocale('ar'), before, after as Incident)).toContain(
    'القتلى: من غير معروف إلى 3، وفق \u2068SOFREP\u2069',
  );
  expect(composeChanged(before, [], 'fr-FR').text).toMatch(/^Modifié : Ambush/);
  expect(composeRetracted(before, 'mistaken', 'ar').text).toMatch(/^سُحب: .*سُحب البلاغ: \u2068mistaken\u2069\.$/);
});

test('a digest is in the language of the channel’s locale', async () => {
  const incident = (await bot.incidents.get('sitrep:samawah-convoy-2020-07-11')) as Incident;
  const told = { shown: [incident], total: 1, ids: [incident.id], lines: [] };
  const asked = [{ id: 1, words: 'attaques' }];
  expect(composeDigest(told, 'daily', asked, 'fr-FR').text).toMatch(/^Résumé du jour : 1 incident signalé :\n/);
  expect(composeDigest(told, 'daily', asked, 'ar').text).toMatch(/^موجز اليوم: حادث واحد:\n/);
  expect(composeDigest(told, 'daily', asked, 'en-GB').text).toMatch(/^Daily digest: 1 incident reported:\n/);
});

test('an alert is in the language of the channel’s locale', async () => {
  const incident = (await bot.incidents.get('sitrep:samawah-convoy-2020-07-11')) as Incident;
  const asked = [{ id: 1, words: 'attaques près de Samawah' }];
  const french = composeAlert(incident, asked, 'fr-FR');
  expect(french.text).toMatch(/^Signalé : Ambush of an American/);
  expect(french.text).toMatch(/\n• 11 juil\. 2020 · [^\n]*$/);
  expect(french.next.map(({ label }) => label)).toEqual(['Détails', 'Arrêter #1']);
  expect(composeAlert(incident, asked, 'ar').text).toMatch(/^أُبلغ عنه: /);
  expect(composeAlert(incident, asked, 'de-DE').text).toMatch(/^Reported: /);
});
