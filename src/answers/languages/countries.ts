const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const codes = new Map(
  letters.flatMap((a) =>
    letters.flatMap((b): [string, string][] => {
      const name = english.of(a + b);
      return name ? [[name, a + b]] : [];
    }),
  ),
);
codes
  .set('DR Congo', 'CD')
  .set('Republic of the Congo', 'CG')
  .set('Myanmar', 'MM')
  .set('Ivory Coast', 'CI')
  .set('Turkey', 'TR');

/** A country by its name in a language, from its English one; a name that is none stays. */
export function countryIn(locale: string, name: string): string {
  const code = codes.get(name);
  return (code && new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(code)) || name;
}
