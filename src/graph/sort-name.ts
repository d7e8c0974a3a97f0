/** Marks that stand on or under a letter, once it is taken apart. */
const MARKS = /\p{M}+/gu;

/**
 * A text as names are compared: whatever the case, accents or way of writing. Capitals come first, since only they make
 * ß the same as ss and join the two kinds of i.
 */
export const folded = (text: string): string => text.normalize("NFKD").replace(MARKS, "").toUpperCase().toLowerCase();

/** What a name is found and sorted by. A folded letter may be more than one. */
export const sortNameOf = (name: string): string => [...folded(name)].slice(0, 200).join("");
