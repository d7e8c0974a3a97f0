import { isEmail, ValidateBy } from "class-validator";

/** Signs that are no part of a text: they could hide something, and cut it short in a database. */
const CONTROL = /\p{Cc}/u;
const LINES_AND_TABS = /[\t\n\r]/g;

/** Whether a text says something: more than spaces and signs that nobody can see. */
export const saysSomething = (text: string): boolean => /[^\p{C}\p{Z}]/u.test(text);

/** Why a text cannot be taken for a sign that is in it, whatever it should say; null where nothing is amiss. */
export const strange = (text: string, { lines }: { readonly lines: boolean }): string | null => {
  if (!CONTROL.test(lines ? text.replace(LINES_AND_TABS, "") : text)) return null;
  return lines
    ? "has a sign in it that is not part of a text."
    : "has a line break or another sign in it that is not part of a text.";
};

/** A check of a text; nothing else passes it. */
const text = (name: string, fits: (value: string) => boolean, message: string): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: (value) => typeof value === "string" && fits(value) } }, { message });

/**
 * Counted as the databases count: by code points. class-validator's own checks of a length leave out variation
 * selectors, so that a text could be twice as long as its column.
 */
export const Characters = (
  most: number,
  { least = 0, message = `$property may have at most ${most} characters.` } = {},
): PropertyDecorator =>
  text(
    "characters",
    (value) => {
      const { length } = [...value];
      return length >= least && length <= most;
    },
    message,
  );

export const SaysSomething = (): PropertyDecorator =>
  text("saysSomething", saysSomething, "$property must say something.");

/** Half of a sign would be a fault of class-validator's own check. */
export const EmailAddress = (): PropertyDecorator =>
  text("emailAddress", (value) => !/\p{Cs}/u.test(value) && isEmail(value), "$property must be an e-mail address.");

export const NothingStrange = (): PropertyDecorator =>
  text(
    "nothingStrange",
    (value) => strange(value, { lines: true }) === null,
    `$property ${strange("\0", { lines: true })}`,
  );
