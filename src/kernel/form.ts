/** A field of a form. `most`: characters; platforms may allow fewer. `long`: it has several lines. */
export interface FormField {
  /** The option of the command that it sets. */
  name: string;
  label: string;
  hint?: string;
  long: boolean;
  most: number;
  value?: string;
  required: boolean;
}

/** The input that a command needs before it runs: a modal in Slack and Discord, prompts in the console. */
export interface Form {
  title: string;
  submit: string;
  command: string;
  /** Options that are set already. */
  options: Record<string, unknown>;
  /** At most five. */
  fields: FormField[];
}
