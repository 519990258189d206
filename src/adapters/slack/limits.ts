/** What Slack accepts, from docs.slack.dev/reference/block-kit and chat.postMessage; lengths in UTF-16 units. */
export const limits = {
  /** Of a message; the text beside blocks is cut by Slack beyond 40,000. */
  blocks: 50,
  homeBlocks: 100,
  text: 39_000,
  /** All words of a message's blocks together; Slack refuses very long ones (msg_blocks_too_long) without saying where. */
  allText: 12_000,
  /** A text object of a section or context block. */
  textObject: 3000,
  contextElements: 10,
  actions: 25,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  selectOptions: 100,
  optionText: 75,
  /** The words of a menu while nothing is chosen. */
  placeholder: 150,
  /** Of the menu behind “…”. */
  overflowOptions: 5,
  id: 255,
  tableRows: 100,
  tableColumns: 20,
  /** All cells of a table together; one table a message. */
  tableText: 10_000,
  modalTitle: 24,
  inputText: 3000,
  inputLabel: 2000,
  privateMetadata: 3000,
  /** A picture's description; Slack documents no limit for files; this is on the safe side. */
  altText: 1000,
  prompts: 4,
} as const;
