import { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { PATH, Use } from "../document/addresses";
import { arrive, NotAwaited, paceOf } from "../document/arrival";
import { NotAsAnnounced } from "../document/as-announced";
import { Document } from "../document/document.entity";
import { MOST_BYTES } from "../document/document.rules";
import { DocumentState } from "../document/document-state";
import { FORMS } from "../document/document-type";
import { RequestErrorCode } from "../operation/errors";
import { masked } from "../operation/mask";
import { PUBLIC } from "../scope/scope";
import { attachment } from "./attachment";
import { inTimeFrom, Late, letGo } from "./coming";
import { refuse, refuseWith } from "./errors";
import { Room } from "./room";

/** So many files come at once; who is beyond that tries again. */
const MOST_AT_ONCE = 256;

/** What is said of a document that is not taken, or not given: a status, a code and fixed words. */
const NOT = {
  found: [404, "NOT_FOUND", "There is nothing at this address."],
  good: [410, "NOT_FOUND", "This address has ended: ask for a new one."],
  awaited: [409, "BAD_USER_INPUT", "This document waits for no file: one has come already, or none is wanted."],
  size: [422, "BAD_USER_INPUT", "The file has not the size that was announced."],
  type: [422, "BAD_USER_INPUT", "The file is not of the type that was announced."],
  sha256: [422, "BAD_USER_INPUT", "The file has not the SHA-256 that was announced."],
  allowed: [405, "BAD_USER_INPUT", "Documents are sent with PUT and read with GET, as a whole."],
  free: [503, "UNAVAILABLE", "Too many files are coming at once: try again in a moment."],
} as const satisfies Record<string, [number, RequestErrorCode, string]>;

const not = (reply: FastifyReply, what: keyof typeof NOT): FastifyReply => {
  const [status, code, message] = NOT[what];
  return refuseWith(reply, status, code, message);
};

type Addressed = FastifyRequest<{ Params: { sealed: string } }>;

/** Where files come and go. The address is the right: it is sealed, short-lived, and made for who may see the document. */
export const serveDocuments = async (server: FastifyInstance, room: Room): Promise<void> => {
  await server.register(async (app) => {
    // The bytes are read by the handler, as they come: no parser, and no other limit than what was announced.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, _body, done) => done(null));
    const url = `${PATH}/:sealed`;
    let coming = 0;
    app.put(url, { bodyLimit: MOST_BYTES }, async (request: Addressed, reply) => {
      if (coming >= MOST_AT_ONCE) return not(reply.header("retry-after", 1), "free");
      coming += 1;
      try {
        return await take(room, request, reply);
      } finally {
        coming -= 1;
        letGo(request.raw);
      }
    });
    app.get(url, { exposeHeadRoute: false }, (request: Addressed, reply) => give(room, request, reply));
    app.route({
      url,
      method: ["HEAD", "POST", "PATCH", "DELETE", "OPTIONS"],
      handler: async ({ method, raw }, reply) => {
        letGo(raw);
        void reply.header("allow", "GET, PUT");
        return method === "OPTIONS" ? reply.code(204).send() : not(reply, "allowed");
      },
    });
  });
};

/** The document that an address leads to, or why it leads to none. */
const addressed = async (
  { db, documents, clock }: Room,
  { params }: Addressed,
  use: Use,
): Promise<Document | "found" | "good"> => {
  const opened = documents.addresses.open(params.sealed);
  if (opened?.use !== use) return "found";
  if (opened.until <= clock.now()) return "good";
  const document = await db.source.manager.findOneBy(Document, { id: opened.documentId });
  return document && document.state !== DocumentState.REMOVED ? document : "found";
};

const take = async (room: Room, request: Addressed, reply: FastifyReply): Promise<FastifyReply> => {
  const document = await addressed(room, request, "upload");
  if (typeof document === "string") return not(reply, document);
  if (document.state !== DocumentState.AWAITED) return not(reply, "awaited");
  const length = request.headers["content-length"];
  if (length !== undefined && Number(length) !== document.size) return not(reply, "size");
  try {
    const ctx = room.contextFor({ personId: document.uploadedById, scope: PUBLIC });
    await arrive(ctx, room.documents.storage, document, inTimeFrom(request.raw, paceOf(document.size)));
    return reply.code(204).send();
  } catch (error) {
    if (error instanceof NotAsAnnounced) return not(reply, error.amiss);
    if (error instanceof NotAwaited) return not(reply, "awaited");
    if (error instanceof Late) return refuse(reply, 408);
    if (request.raw.destroyed && !request.raw.complete) return reply.hijack(); // cut off: nobody is there to answer
    const { message, extensions } = masked(error, room.logger);
    return refuseWith(reply, 503, extensions?.code as RequestErrorCode, message);
  }
};

const give = async (room: Room, request: Addressed, reply: FastifyReply): Promise<FastifyReply> => {
  const document = await addressed(room, request, "download");
  if (typeof document === "string") return not(reply, document);
  const { id, fileName, type, size, storedAs } = document;
  const content = storedAs === null ? null : await room.documents.storage.get(storedAs);
  if (!content) {
    room.logger.error({ id }, "a document's file is not there");
    return not(reply, "found");
  }
  const slow = setTimeout(() => reply.raw.destroy(), paceOf(size)).unref();
  reply.raw.once("close", () => clearTimeout(slow));
  return reply
    .headers({
      "content-type": FORMS[type].media,
      "content-length": size,
      "content-disposition": attachment(fileName),
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      "accept-ranges": "none",
    })
    .send(content);
};
