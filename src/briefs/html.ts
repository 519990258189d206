import escapeHtml from 'escape-html';

/** Text that is HTML already. */
export interface Markup {
  readonly markup: string;
}

type Value = string | Markup | readonly Markup[];

const written = (value: Value): string => {
  if (typeof value === 'string') return escapeHtml(value);
  return 'markup' in value ? value.markup : value.map((m) => m.markup).join('');
};

/** HTML in which every text put in is escaped, in elements and in quoted attributes. */
export const html = (strings: TemplateStringsArray, ...values: Value[]): Markup => ({
  markup: strings.map((s, n) => s + (values[n] === undefined ? '' : written(values[n]))).join(''),
});

export const nothing: Markup = { markup: '' };
