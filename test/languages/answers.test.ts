import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import type { Query } from '../../src/incidents/query.ts';
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
const ask = (text: string, locale = 'en-GB', thread?: string) =>
  bot.ask(question(text, { asker: asker(locale), ...(thread ? { thread } : {}) }));
const labels = (answer: Awaited<ReturnType<typeof ask>>) => answer.next.map((step) => step.label);

describe('the language of an answer', () => {
  test('is that of the question', async () => {
    expect((await ask('attaques près de Samawah ce mois-ci')).text).toMatch(
      /^1 attaque à moins de 50 km d'As Samawah \(Irak\)/,
    );
    expect((await ask('الهجمات قرب السماوة هذا الشهر')).text).toMatch(
      /^هجوم واحد على بعد 50 كم أو أقل من \u2068As Samawah\u2069 \(العراق\)/,
    );
    expect((await ask('attacks near Samawah this month')).text).toMatch(/^1 attack within 50 km of As Samawah/);
  });

  test('is that of a French or Arabic locale, whatever the question', async () => {
    expect((await ask('attacks near Samawah this month', 'fr-FR')).text).toMatch(/^1 attaque /);
    expect((await ask('attaques près de Samawah ce mois-ci', 'ar-IQ')).text).toMatch(/^هجوم واحد/);
  });

  test('stays that of the thread where words tell nothing', async () => {
    await ask('attaques en Irak en juillet 2020', 'en-GB', 'fr thread');
    expect((await ask('2019', 'en-GB', 'fr thread')).text).toMatch(/^Cette période \(en .*\) n’est pas couverte/);
    const thread = question('', { thread: 'fr thread' });
    const turned = await bot.find((await bot.recall(thread))?.query as Query, thread);
    expect(turned.text).toMatch(/^Cette période \(en .*\) n’est pas couverte/);
  });
});

test('a follow-up in French changes the question before', async () => {
  await ask('incidents en Irak en juillet 2020', 'en-GB', 'follow');
  const answer = await ask('et en Syrie ?', 'en-GB', 'follow');
  expect(answer.text).toMatch(/^1 attaque en Syrie en juillet 2020/);
});

test('nothing found says so, with the nearest', async () => {
  const french = await ask('attaques près de Samawah en juin 2020');
  expect(french.text).toMatch(/^Cette période \(en .*\) n’est pas couverte .* : Ambush of an American/);
  expect((await ask('الهجمات قرب السماوة في يونيو 2020')).text).toMatch(
    /^لا تشمل البيانات هذه الفترة.*: \u2068Ambush of an American/,
  );
});

test.each([
  ['combien de morts en Syrie en 2020 ?', /^35 personnes tuées.* dans 1 incident en Syrie en 2020\./],
  ['كم عدد القتلى في سوريا عام 2020؟', /^35 قتيلًا.*حادث واحد في سوريا في عام 2020\./],
  [
    'morts par mois en Syrie en 2020',
    /^35 personnes tuées en Syrie en 2020, par mois\. Maximum : juillet 2020, 35 morts dans 1 incident\./,
  ],
  [
    'quel pays a eu le plus de morts en 2020 ?',
    /^Le pays avec le plus de personnes tuées en 2020 : Syrie, avec 35 morts/,
  ],
  [
    'ما الدولة التي شهدت أكبر عدد من القتلى في 2020؟',
    /^البلد ذو العدد الأكبر من القتلى في عام 2020: سوريا، 35 قتيلًا في حادث واحد\./,
  ],
  ['quelle est la dernière attaque en Irak ?', /^Le dernier incident sur .* attaques? en Irak : Ambush of an American/],
  ['compare Irak et Syrie en 2020', /Syrie: 1 incident \(35 morts\)/],
])('%s', async (text, answer) => {
  expect((await ask(text)).text).toMatch(answer);
});

test('the small print and the steps are in the language too', async () => {
  const french = await ask('attaques près de Samawah ce mois-ci');
  expect(french.text).toMatch(
    /^1 attaque à moins de 50 km d'As Samawah.*\n• 11 juil\. · .* · des blessés : civilians \(SOFREP \+5\)\n/,
  );
  expect(french.text).toMatch(/s’arrêtent le 11 juillet 2020\. Source des données : /);
  expect(labels(french)).toEqual(['Détails', 'Carte', 'M’avertir des nouveaux', 'Exporter', 'Pourquoi ?']);
  expect(labels(await ask('الهجمات قرب السماوة هذا الشهر'))).toEqual([
    'التفاصيل',
    'خريطة',
    'أخبرني بالجديد',
    'تصدير',
    'لماذا؟',
  ]);
});

test('what is not answered is refused in the language', async () => {
  expect((await ask('est-il sûr de voyager à Bagdad ?')).text).toMatch(/^Je ne peux pas répondre/);
  expect((await ask('هل السفر إلى بغداد آمن؟')).text).toMatch(/^لا يمكنني الإجابة/);
});

describe('one incident', () => {
  test.each([
    [
      'qui a revendiqué l’attaque du convoi près de Samawah ?',
      /Revendiqué par : Sayara Thora Al-Ashrin \(selon sa propre déclaration.*\nLa revendication n’est pas confirmée\./,
    ],
    [
      'quelles sources parlent de l’attaque du convoi près de Samawah ?',
      /Une seule source indépendante le rapporte : SOFREP\..* : connus seulement par SOFREP\./,
    ],
    ['qui est derrière l’attaque du convoi ?', / : On ne sait pas avec certitude qui en est l’auteur\.\n/],
    ['من أعلن المسؤولية عن هجوم القافلة قرب السماوة؟', /إعلان المسؤولية غير مؤكد\./],
    ['ما مصادر الهجوم على القافلة قرب السماوة؟', /مصدر مستقل واحد فقط ينقل ذلك: \u2068SOFREP\u2069\./],
  ])('%s', async (text, answer) => {
    const told = (await ask(text)).text;
    expect(told).toMatch(answer);
    expect(told).not.toMatch(/according to|Read as|Killed:|No source/);
  });

  test.each([
    ['qui l’a revendiquée ?', 'claims'],
    ['qui est accusé ?', 'blame'],
    ['quelles sont les sources ?', 'sources'],
    ['que disent les sources ?', 'quotes'],
    ['est-ce confirmé ?', 'standing'],
    ['quand ?', 'when'],
    ['où ?', 'where'],
    ['qui l’a fait ?', 'who'],
    ['من أعلن المسؤولية؟', 'claims'],
    ['ما المصادر؟', 'sources'],
    ['من المسؤول؟', 'who'],
    ['هل هذا مؤكد؟', 'standing'],
    ['متى وقع؟', 'when'],
    ['أين؟', 'where'],
    ['ما الذي صودر؟', 'seized'],
  ])('%s asks for %s', async (text, about) => {
    await ask('attaque du convoi près de Samawah', 'en-GB', 'one');
    expect((await ask(text, 'en-GB', 'one')).data?.understood).toMatchObject({ measure: 'describe', about });
  });
});

describe('one question back', () => {
  test.each([
    ['attaques à Blorfistan', /^Je ne connais pas « Blorfistan » :/],
    ['et en 2016 ?', /^Je ne sais pas à quoi « et en 2016 \? » fait suite/],
    ['la troisième', /^Lequel voulez-vous dire \?/],
    ['الهجمات في بلورفستان', /^لا أعرف «بلورفستان»:/],
    ['وفي 2016؟', /^لا أعرف ما الذي يتبعه «وفي 2016؟»/],
  ])('%s', async (text, back) => {
    const answer = await ask(text);
    expect([answer.data?.status, answer.text]).toEqual(['unclear', expect.stringMatching(back)]);
  });

  test('its choices are answered in the language too', async () => {
    const asked = await ask('attaques à Tableurr en 2020');
    const [does] = asked.next.map((step) => step.action);
    expect(does).toMatchObject({ language: 'fr' });
    const { find, language } = does as { find: Query; language: 'fr' };
    expect((await bot.find(find, question('', { asker: asker('en-GB'), language }))).text).toMatch(/^Non couvert/);
  });
});

describe('why?', () => {
  test('tells the words as they were said', async () => {
    await ask('attaques bleues près de Samawah en juillet 2020', 'en-GB', 'pourquoi');
    const { text } = await ask('pourquoi ?', 'en-GB', 'pourquoi');
    expect(text).toMatch(/^J’ai lu « attaques » comme type d’incident/);
    expect(text).toMatch(/« en juillet 2020 » comme période : en juillet 2020/);
    expect(text).toMatch(/Non utilisé : « bleues »\./);
    expect(text).not.toMatch(/\b(?:as|read|That found)\b/);
  });

  test('says what was taken for granted', async () => {
    const { text } = await ask('الهجمات قرب السماوة في صيف 2020');
    expect(text).toMatch(/على افتراض: «في صيف 2020» قُرئ ثلاثة أشهر/);
    expect((await ask('attaques à Bagdade en 2020')).text).toMatch(/Tenu pour acquis : « Bagdade » lu comme Baghdad\./);
  });

  test('has nothing to explain before the first answer', async () => {
    expect((await ask('pourquoi ?', 'en-GB', 'new')).text).toMatch(/^Il n’y a pas encore de réponse/);
    expect((await ask('من جديد', 'en-GB', 'new')).text).toMatch(/^نبدأ من جديد/);
  });
});

test.each([
  ['exporte les attaques en Irak en 2020 en csv', 'csv'],
  ['attaques en Irak en 2020 au format geojson', 'geojson'],
  ['صدّر الهجمات في العراق عام 2020 كملف إكسل', 'xlsx'],
])('%s', async (text, ending) => {
  expect((await ask(text)).data?.file?.name).toMatch(new RegExp(`-in-iraq-in-2020\\.${ending}$`));
});

test('what was changed in the record', async () => {
  expect((await ask('qu’est-ce qui a changé ?')).text).toMatch(
    / incidents modifiés dans le registre.* : \d+ ajoutés\./,
  );
  expect((await ask('ما الذي تغير في العراق؟')).text).toMatch(/^تغير في السجل.*: حادثان في العراق \(أُضيف: 2\)\./);
  expect((await ask('attaques en Irak telles que connues le 1er juillet 2020')).text).toMatch(
    /^Aucune attaque en Irak tel que connu le 1er juillet 2020/,
  );
});
