import { createHmac, hkdfSync } from "node:crypto";

/** A digest of words under a key: equal words have the same one, and without the key nobody can guess them back. */
export type Fingerprint = (...words: readonly string[]) => string;

export const fingerprintWith = (secret: string): Fingerprint => {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "tandem fingerprint", 32));
  return (...words) => createHmac("sha256", key).update(JSON.stringify(words)).digest("hex");
};
