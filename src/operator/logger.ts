import pino, { DestinationStream, Logger as Pino } from "pino";
import { told } from "./told";

type Level = "trace" | "debug" | "info" | "warn" | "error" | "fatal";

/** Everything that a line may hold beside its words. `err` is told without its message; the rest names nobody. */
export interface Fields {
  readonly err?: unknown;
  /** The id that the client was given for a fault. */
  readonly id?: string;
  readonly signal?: string;
  /** How many openings of things the access log means, and since when. */
  readonly openings?: number;
  readonly since?: Date;
  /** How much of each was removed. */
  readonly swept?:
    | { readonly keys: number; readonly accessRecords: number; readonly people: number }
    | { readonly files: number };
  readonly library?: Library;
}

type Library = "fastify" | "apollo" | "console";

/** Words written in the code: a text put together from values has no such type, and does not compile. */
type Words<Line extends string> = Record<never, never> extends Record<Line, 1> ? never : Line;
type Say = <Line extends string>(fields: Fields, line: Words<Line>) => void;

/** What a library may be handed in place of a logger. */
export type LibraryLogger = Record<Level | "silent", (...said: unknown[]) => void> & {
  readonly level: string;
  child(): LibraryLogger;
};

/**
 * The server's log, for its operator. Nothing that people wrote gets into it: lines are fixed words, the fields that
 * go with them are these few, and of an error it tells kind and place.
 */
export class Logger {
  private readonly lines: Pino;

  constructor(level: string, destination: DestinationStream = pino.destination(2)) {
    this.lines = pino({ level, serializers: { err: (error) => error } }, destination);
  }

  readonly debug: Say = (fields, line) => this.write("debug", fields, line);
  readonly info: Say = (fields, line) => this.write("info", fields, line);
  readonly warn: Say = (fields, line) => this.write("warn", fields, line);
  readonly error: Say = (fields, line) => this.write("error", fields, line);
  readonly fatal: Say = (fields, line) => this.write("fatal", fields, line);

  /** What a library says is in its own words, with addresses and messages in them: only that, and what was thrown, is told. */
  for(library: Library): LibraryLogger {
    const say =
      (level: Level) =>
      (...said: unknown[]): void => {
        const thrown = said.find((one) => one instanceof Error) ?? (said[0] as { err?: unknown } | undefined)?.err;
        this.write(level, { library, ...(thrown === undefined ? {} : { err: thrown }) }, "said by a library");
      };
    const nothing = () => undefined;
    const logger: LibraryLogger = {
      level: this.lines.level,
      child: () => logger,
      silent: nothing,
      trace: nothing,
      debug: nothing,
      info: nothing,
      warn: say("warn"),
      error: say("error"),
      fatal: say("fatal"),
    };
    return logger;
  }

  private write(level: Level, { err, id, signal, openings, since, swept, library }: Fields, line: string): void {
    if (!this.lines.isLevelEnabled(level)) return;
    this.lines[level](
      { id, signal, openings, since, swept, library, ...(err === undefined ? {} : { err: told(err) }) },
      line,
    );
  }
}
