import type { Form } from '../../kernel/form.ts';

/** Prompts for each field of a form. A long text ends with a line that holds only a full stop; an empty line keeps the value. */
export async function promptForm(
  form: Form,
  nextLine: () => Promise<string | undefined>,
  write: (line: string) => void,
): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  write(`${form.title}:`);
  for (const { name, label, hint, long, value } of form.fields.filter((f) => f.name !== 'more')) {
    const many = long && value === undefined && form.fields.some((f) => f.name === 'more');
    const about = [
      hint,
      many ? 'end with a line that holds only a full stop' : value ? 'Enter keeps it' : 'Enter leaves it out',
    ].filter(Boolean);
    write(`${label} (${about.join('; ')})${value ? `: ${value}` : ''}`);
    const typed = many ? await lines(nextLine) : ((await nextLine()) ?? '').trim();
    if (typed) values[name] = typed;
  }
  return values;
}

async function lines(nextLine: () => Promise<string | undefined>): Promise<string> {
  const all: string[] = [];
  for (let line = await nextLine(); line !== undefined && line.trim() !== '.'; line = await nextLine()) all.push(line);
  return all.join('\n').trim();
}
