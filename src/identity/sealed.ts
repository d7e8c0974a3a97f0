import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Seals texts that nobody may read where they lie, and opens them again. */
export interface Sealed {
  /** What it is `of` is sealed with it: a text that is moved to another place does not open there. */
  close(text: string, of: string): string;
  /** Null when it was not sealed here, or of something else. */
  open(sealed: string, of: string): string | null;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

export const sealedWith = (secret: string): Sealed => {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "tandem sealed text", 32));
  return {
    close: (text, of) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(of));
      const closed = [cipher.update(text, "utf8"), cipher.final()];
      return Buffer.concat([iv, ...closed, cipher.getAuthTag()]).toString("base64url");
    },
    open: (sealed, of) => {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < IV_BYTES + TAG_BYTES) return null;
      const [iv, closed, tag] = [
        bytes.subarray(0, IV_BYTES),
        bytes.subarray(IV_BYTES, -TAG_BYTES),
        bytes.subarray(-TAG_BYTES),
      ];
      const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(of)).setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(closed), decipher.final()]).toString("utf8");
      } catch {
        return null; // another key, or another text
      }
    },
  };
};
