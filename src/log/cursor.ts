import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";

/** A place in a Log. */
export interface Place {
  /** The Log's id: 12 hexadecimal digits. */
  readonly log: string;
  readonly position: number;
}

const MARK = Buffer.from("tnd1");

export interface Seal {
  close(place: Place): string;
  /** Null when the text was not sealed by us. */
  open(cursor: string): Place | null;
}

/** Seals places as cursors: one AES block each, so that the same place always has the same cursor and tells nothing. */
export const sealWith = (secret: string): Seal => {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "tandem cursor", 32));
  return {
    close: ({ log, position }) => {
      const block = Buffer.concat([MARK, Buffer.from(log, "hex"), Buffer.alloc(6)]);
      block.writeUIntBE(position, 10, 6);
      const cipher = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
      return Buffer.concat([cipher.update(block), cipher.final()]).toString("base64url");
    },
    open: (cursor) => {
      const sealed = Buffer.from(cursor, "base64url");
      if (sealed.length !== 16 || sealed.toString("base64url") !== cursor) return null;
      const decipher = createDecipheriv("aes-256-ecb", key, null).setAutoPadding(false);
      const block = Buffer.concat([decipher.update(sealed), decipher.final()]);
      if (!block.subarray(0, 4).equals(MARK)) return null;
      return { log: block.subarray(4, 10).toString("hex"), position: block.readUIntBE(10, 6) };
    },
  };
};
