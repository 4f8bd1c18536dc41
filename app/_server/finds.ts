/** What is found while somebody types, in words, as the browser gets it. */
export type Finds = {
  courses: { id: number; title: string; under: string }[];
  people: { id: number; name: string; latinName: string | null; under: string }[];
  /** The serial that was typed. */
  certificate: string | null;
  /** True where too little was typed to search for. */
  short: boolean;
  /** True where there is more than is shown. */
  more: boolean;
};
