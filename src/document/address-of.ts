import type { Context } from "../context";
import { toIso } from "../graph/scalars";
import { GOOD_FOR_MS, Opened } from "./addresses";
import type { Document } from "./document.entity";
import { DocumentState } from "./document-state";

const closed = ({ documents }: Context, opened: Opened): string => {
  if (!documents) throw new Error("Documents are not served here.");
  return documents.addresses.close(opened);
};

type Sent = Pick<Document, "id" | "state" | "uploadedById" | "uploadUntil">;

/** Answers `Document.upload`: for whoever announced it, as long as it may be sent. */
export const uploadOf = ({ id, state, uploadedById, uploadUntil }: Sent, ctx: Context): string | null => {
  const until = new Date(toIso(uploadUntil as never));
  const awaited = state === DocumentState.AWAITED && until > ctx.now && uploadedById === ctx.personId;
  return awaited ? closed(ctx, { use: "upload", documentId: id, until }) : null;
};

/** Answers `Document.download`: the address is as good as the right to see the document was when it was made. */
export const downloadOf = ({ id, state }: Pick<Document, "id" | "state">, ctx: Context): string | null =>
  state === DocumentState.STORED
    ? closed(ctx, { use: "download", documentId: id, until: new Date(ctx.now.getTime() + GOOD_FOR_MS.download) })
    : null;
