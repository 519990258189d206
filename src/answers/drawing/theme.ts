/** The background that a picture is drawn for. */
export type Theme = 'light' | 'dark';

export interface Colours {
  paper: string;
  ink: string;
  /** Words of less weight. */
  soft: string;
  /** Lines of a grid. */
  line: string;
  mark: string;
  /** Low to high. */
  band: string;
  /** Where there is no data any more. */
  beyond: string;
  sea: string;
  land: string;
  border: string;
  frontier: string;
  /** The extent of the question: circle, corridor. */
  extent: string;
  onMark: string;
}

/** Blue, orange and vermilion of Okabe and Ito (2008), a palette for colour-blind readers; lighter variants on dark. */
export const colours: Record<Theme, Colours> = {
  light: {
    paper: '#ffffff',
    ink: '#1a1c1f',
    soft: '#565b62',
    line: '#d9dce0',
    mark: '#0072b2',
    band: '#e69f00',
    beyond: '#eceef0',
    sea: '#dfe8ee',
    land: '#f7f6f2',
    border: '#c9c7bf',
    frontier: '#85837b',
    extent: '#d55e00',
    onMark: '#ffffff',
  },
  dark: {
    paper: '#1e1f22',
    ink: '#f2f3f5',
    soft: '#b0b4ba',
    line: '#3a3d43',
    mark: '#56b4e9',
    band: '#f0b429',
    beyond: '#2b2d31',
    sea: '#1a242c',
    land: '#363a40',
    border: '#52575f',
    frontier: '#8b9098',
    extent: '#ff8f4d',
    onMark: '#10151a',
  },
};
