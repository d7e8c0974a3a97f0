import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { prefixOf } from "../id";

/** What an address is good for. */
export type Use = "upload" | "download";

/** How long an address is good for. */
export const GOOD_FOR_MS: Readonly<Record<Use, number>> = { upload: 10 * 60_000, download: 5 * 60_000 };

/** What a sealed address says. */
export interface Opened {
  readonly use: Use;
  readonly documentId: string;
  readonly until: Date;
}

/** Makes the addresses that documents come and go by. Whoever holds one may use it, until it ends. */
export interface Addresses {
  close(opened: Opened): string;
  /** From the last part of an address; null when it was not sealed here. */
  open(sealed: string): Opened | null;
}

const LETTER: Readonly<Record<Use, string>> = { upload: "u", download: "d" };
const FORM = /^([ud])-([0-9a-z]{1,10})-([a-z]+_[0-9a-z]{26})-([\w-]{43})$/;

/** Where documents come and go, on the server. */
export const PATH = "/documents";

/** Seals addresses under a key of their own; `base` is asked late, since a server knows its port only once it listens. */
export const addressesWith = (secret: string, base: () => string): Addresses => {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "tandem document", 32));
  const sealOf = (said: string) => createHmac("sha256", key).update(said).digest("base64url");
  return {
    close: ({ use, documentId, until }) => {
      const said = `${LETTER[use]}-${until.getTime().toString(36)}-${documentId}`;
      return `${base()}${PATH}/${said}-${sealOf(said)}`;
    },
    open: (sealed) => {
      const [, letter, until = "", documentId = "", seal = ""] = FORM.exec(sealed) ?? [];
      const said = `${letter}-${until}-${documentId}`;
      if (!letter || !timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(said)))) return null;
      if (prefixOf(documentId) !== "doc") return null;
      const use = letter === LETTER.upload ? "upload" : "download";
      return { use, documentId, until: new Date(Number.parseInt(until, 36)) };
    },
  };
};
