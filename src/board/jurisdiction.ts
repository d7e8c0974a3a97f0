/** The nations of the United Kingdom whose law says which reviews there are. */
export enum Jurisdiction {
  ENGLAND = "ENGLAND",
  WALES = "WALES",
  SCOTLAND = "SCOTLAND",
  NORTHERN_IRELAND = "NORTHERN_IRELAND",
}

const WORDING: Readonly<Record<Jurisdiction, RegExp>> = {
  [Jurisdiction.ENGLAND]: /\bengland\b/i,
  [Jurisdiction.WALES]: /\bwales\b/i,
  [Jurisdiction.SCOTLAND]: /\bscotland\b/i,
  [Jurisdiction.NORTHERN_IRELAND]: /\bnorthern\s+ireland\b/i,
};

// A land that has a nation's name in its own.
const ELSEWHERE = /\bnew\s+(england|south\s+wales)\b/gi;

/** R6: the nations that a board's own words for its jurisdiction name: none for a board elsewhere in the world. */
export const nationsNamed = (jurisdiction: string): Jurisdiction[] => {
  const words = jurisdiction.replace(ELSEWHERE, "");
  return Object.values(Jurisdiction).filter((nation) => WORDING[nation].test(words));
};
