/** One thing a form asks for. Platforms may bound it further than `most`, in characters. */
export interface FormField {
  /** The command's option that it fills. */
  name: string;
  label: string;
  hint?: string;
  long: boolean;
  most: number;
  value?: string;
  required: boolean;
}

/** What a command asks for before it runs: a modal in Slack and Discord, questions in the console. */
export interface Form {
  title: string;
  submit: string;
  command: string;
  /** Options that are settled already. */
  options: Record<string, unknown>;
  /** At most five. */
  fields: FormField[];
}
