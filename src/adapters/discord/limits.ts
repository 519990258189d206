/** What Discord accepts, from discord.com/developers/docs; lengths in UTF-16 units, which never count less than Discord does. */
export const limits = {
  content: 2000,
  embeds: 10,
  /** Titles, descriptions, field names and values of all embeds of a message together. */
  allEmbeds: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  url: 2048,
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  optionLabel: 100,
  commandDescription: 100,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  modalTitle: 45,
  inputText: 4000,
  /** Of a message. */
  files: 10,
  fileDescription: 1024,
  /** Bytes of a file where the interaction does not state a limit: 10 MiB. */
  file: 10 * 1024 * 1024,
  inputLabel: 45,
  /** The words of an input while nothing is written. */
  placeholder: 100,
  /** Text inputs of a modal. */
  inputs: 5,
} as const;
