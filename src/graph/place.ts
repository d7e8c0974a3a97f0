import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";

/** Seals a row's place in a list as a page cursor, and opens it again. */
export interface Places {
  close(place: readonly unknown[]): string;
  /** Null when it was not sealed here. */
  open(cursor: string): unknown;
}

const IV_BYTES = 16;
/** Lengths tell too: a position of the Log has as many digits as there are entries. */
const PADDED_TO = 32;

/**
 * A place holds the value its list is ordered by, which need not be one that is shown: an entry's position would count
 * what others did. The same place always has the same cursor: the IV is a MAC of the text, and vouches for it.
 */
export const placesWith = (secret: string): Places => {
  const key = (of: string) => Buffer.from(hkdfSync("sha256", secret, "", `tandem place ${of}`, 32));
  const [cipherKey, macKey] = [key("cipher"), key("mac")];
  const macOf = (text: string) => createHmac("sha256", macKey).update(text).digest().subarray(0, IV_BYTES);
  return {
    close: (place) => {
      const json = JSON.stringify(place);
      const text = json + " ".repeat(-Buffer.byteLength(json) & (PADDED_TO - 1));
      const iv = macOf(text);
      const cipher = createCipheriv("aes-256-ctr", cipherKey, iv);
      return Buffer.concat([iv, cipher.update(text), cipher.final()]).toString("base64url");
    },
    open: (cursor) => {
      const sealed = Buffer.from(cursor, "base64url");
      if (sealed.length <= IV_BYTES) return null;
      const iv = sealed.subarray(0, IV_BYTES);
      const decipher = createDecipheriv("aes-256-ctr", cipherKey, iv);
      const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES)), decipher.final()]).toString();
      return macOf(text).equals(iv) ? JSON.parse(text) : null;
    },
  };
};
