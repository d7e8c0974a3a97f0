import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;
const FORM = /^[\w-]{43}$/;

/** A token that nobody can guess. It is in the link, and nowhere else. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/** By which a token is found: the token itself is not kept. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whether a text has the form of a token at all. */
export const isToken = (text: string): boolean => FORM.test(text);

/** Where the pages are. */
export const PAGES = "/contribute";

/**
 * The address of a contributor's page. The token stands in the path: a page that works without scripts is never told what
 * stands behind `#`.
 */
export const linkOf = (token: string, base: string | undefined): string =>
  base === undefined ? `${PAGES}/${token}` : new URL(`${PAGES}/${token}`, base).href;
