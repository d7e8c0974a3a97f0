import { join } from "node:path";

/** What the server's log holds of something that was thrown: of what kind it is and where, and not a word it said. */
export interface Told {
  readonly type: string;
  readonly code?: string;
  readonly errno?: number;
  readonly sqlState?: string;
  /** Where it was thrown, innermost first: files of ours and of the packages we use. */
  readonly at?: readonly string[];
  readonly cause?: Told;
}

/** How far causes are followed, and how many places are told of each. */
const CAUSES = 3;
const PLACES = 12;

// This is dist/src/operator.
const ROOT = `${join(__dirname, "../../..")}/`;
const NAME = /^[A-Za-z_$][\w$]{0,60}$/;
const CODE = /^[A-Z][A-Z0-9_]{0,60}$/;
const STATE = /^[0-9A-Z]{5}$/;
const PLACE = /^\s+at .*?\(?(?:file:\/\/)?(\/[\w./@+-]+:\d+:\d+)\)?$/;

/**
 * Tells of an error without its message: drivers put values of rows into it, parsers the text they could not read and
 * GraphQL the words of a document. A new property of some error stays out until it is named here.
 */
export const told = (error: unknown, causes = CAUSES): Told => {
  if (!(error instanceof Error)) return { type: error === null ? "null" : typeof error };
  const { code, errno, sqlState, driverError, originalError, thrownValue, cause } = error as Error & Thrown;
  const deeper = driverError ?? originalError ?? thrownValue ?? cause;
  const at = places(error);
  return {
    type: matching(NAME, error.constructor?.name) ?? "Error",
    ...present("code", matching(CODE, code)),
    ...present("errno", typeof errno === "number" ? errno : undefined),
    ...present("sqlState", matching(STATE, sqlState)),
    ...present("at", at.length > 0 ? at : undefined),
    ...present("cause", deeper !== undefined && deeper !== error && causes > 0 ? told(deeper, causes - 1) : undefined),
  };
};

type Thrown = Record<"code" | "errno" | "sqlState" | "driverError" | "originalError" | "thrownValue", unknown>;

const matching = (form: RegExp, value: unknown): string | undefined =>
  typeof value === "string" && form.test(value) ? value : undefined;

const present = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value });

/** The places of a stack. What stands before them repeats the message, whose lines may look like places themselves. */
const places = ({ stack = "", message }: Error): string[] => {
  const said = stack.indexOf(message);
  return stack
    .slice(said < 0 ? 0 : said + message.length)
    .split("\n")
    .flatMap((line) => PLACE.exec(line)?.[1] ?? [])
    .flatMap((place) => {
      const package_ = place.lastIndexOf("/node_modules/");
      if (package_ >= 0) return place.slice(package_ + 1);
      return place.startsWith(ROOT) ? place.slice(ROOT.length) : [];
    })
    .slice(0, PLACES);
};

/** The same in one line, for a person at a terminal. */
export const toldInALine = (error: unknown): string => {
  const { type, code, at, cause } = told(error);
  const why = cause ? `, because of ${[cause.type, cause.code].filter(Boolean).join(" ")}` : "";
  return `${[type, code].filter(Boolean).join(" ")}${at ? ` at ${at[0]}` : ""}${why}`;
};
