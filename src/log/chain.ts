import { createHash, createHmac, hkdfSync } from "node:crypto";
import { AUDIENCE, AudienceId } from "../scope/condition";

/** What the chain binds of an entry. */
export interface Link extends Record<AudienceId, string | null> {
  readonly position: number;
  readonly id: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectVersion: number | null;
  readonly sees: string;
  readonly digest: string;
}

/** Each part with its length, so that no two lists of parts give the same bytes. */
const bytes = (parts: readonly (string | number | null)[]): Buffer =>
  Buffer.concat(
    parts.flatMap((part) => {
      const body = part === null ? null : Buffer.from(String(part));
      const length = Buffer.alloc(4);
      length.writeInt32BE(body ? body.length : -1);
      return body ? [length, body] : [length];
    }),
  );

/** The digest of what a person's erasure may take away: reason and facts, salted so that it cannot be guessed back. */
export const digestOf = (salt: string, reason: string | null, facts: string): string =>
  createHash("sha256")
    .update(bytes([salt, reason, facts]))
    .digest("hex");

export const chainKey = (secret: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "", "tandem chain", 32));

/** The seal of an entry under its predecessor's: changing, removing, swapping or adding one breaks all that follow. */
export const chained = (key: Buffer, previous: string, link: Link): string =>
  createHmac("sha256", key)
    .update(
      bytes([
        previous,
        link.position,
        link.id,
        link.at,
        link.actorId,
        link.kind,
        link.subjectType,
        link.subjectId,
        link.subjectVersion,
        link.sees,
        ...AUDIENCE.map((id) => link[id]),
        link.digest,
      ]),
    )
    .digest("hex");
