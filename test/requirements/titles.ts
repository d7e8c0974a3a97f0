/** A test, or a group of tests, with its title as it stands in the source: `$placeholders` are left as they are. */
export interface Titled {
  readonly call: "test" | "describe";
  readonly title: string;
}

/** What is found in the source of a test file: titles, and calls whose title is not a text. */
export interface Found {
  readonly titles: readonly Titled[];
  readonly unread: number;
}

// A regular expression's own `.test(` is no test.
const CALL = /(?<![\w.])(test|describe)(\.each)?(?=[(<])/g;
const TEXT = /^\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)/;
const QUOTES = ['"', "'", "`"];

/** The titles of a file's tests, read from its source. */
export const titlesIn = (source: string): Found => {
  const titles: Titled[] = [];
  let unread = 0;
  for (const match of source.matchAll(CALL)) {
    const end = match.index + match[0].length;
    const bracket = source[end] === "<" ? source.indexOf(">(", end) + 1 : end;
    const open = match[2] ? closing(source, bracket) + 1 : bracket;
    const text = source[open] === "(" ? TEXT.exec(source.slice(open + 1))?.[1] : undefined;
    if (text === undefined) unread += 1;
    else titles.push({ call: match[1] as Titled["call"], title: text.slice(1, -1).replaceAll(/\\(.)/g, "$1") });
  }
  return { titles, unread };
};

/** Where the bracket that opens here is closed; texts and comments may hold brackets of their own. */
const closing = (source: string, open: number): number => {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    const char = source[at] as string;
    if (QUOTES.includes(char)) at = endOfText(source, at);
    else if (source.startsWith("//", at)) at = source.indexOf("\n", at);
    else if (char === "(") depth += 1;
    else if (char === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return source.length;
};

const endOfText = (source: string, start: number): number => {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === source[start]) return at;
  }
  return source.length;
};

/** The requirements that a title names, each once. */
export const numbersIn = (title: string): number[] => [
  ...new Set([...title.matchAll(/\bR(\d+)\b/g)].map(([, number]) => Number(number))),
];

/** What is wrong with how a title names requirements, in words. */
export const faultsOf = ({ call, title }: Titled, known: (number: number) => boolean): string[] => {
  const numbers = numbersIn(title);
  const faults: string[] = [];
  if (call === "describe" && numbers.length > 0) faults.push(`A group proves nothing by itself: ${title}`);
  if (/\bR\d+\s*[–—-]\s*R?\d/.test(title)) faults.push(`A range says of none that it is proved: ${title}`);
  for (const number of numbers) if (!known(number)) faults.push(`There is no R${number}: ${title}`);
  return faults;
};
