import { createHash } from "node:crypto";
import { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../context";
import { ACHIEVEMENTS, ISSUERS, KEY_SET, KEYS, STATUS } from "../credential/addresses";
import { awardBy, programmeBy } from "../credential/award";
import { statusesOf } from "../credential/check";
import { achievementOf, issuerOf } from "../credential/open-badge";
import { signed } from "../credential/signature";
import { published, readySigningKey, signingKeys } from "../credential/signing-keys";
import { FRESH_MS, statusListOf } from "../credential/status-list";
import { RequestErrorCode } from "../operation/errors";
import { PUBLIC } from "../scope/scope";
import { londonDay } from "../time";
import { letGo } from "./coming";
import { refuse, refuseWith } from "./errors";
import { Room } from "./room";

/** What one answer costs of what an address may ask for: some dozens at once. */
const COST = 500;

/** Something that is published: a text and its media type; null where there is nothing of that name. */
type Published = { readonly type: string; readonly body: string } | null;

/** Finds what is published under an address; `id` is its last part, where it has one. */
type Find = (ctx: Context, room: Room, id: string) => Promise<Published>;

const json = (type: string, value: object | null): Published => value && { type, body: JSON.stringify(value) };
const base = ({ publicUrl }: Context): string => publicUrl as string;

const keySet: Find = async (ctx, { db, log }) => {
  await readySigningKey(db, log, ctx.now);
  const keys = (await signingKeys(db.rows)).map((key) => published(key, base(ctx)));
  return json("application/jwk-set+json", { keys });
};

const key: Find = async (ctx, { db }, id) => {
  const found = (await signingKeys(db.rows)).find((one) => one.id === id);
  return json("application/jwk+json", found ? published(found, base(ctx)) : null);
};

const issuer: Find = async (ctx, { db }, id) => {
  const programme = await programmeBy(db.rows, id);
  return json("application/json", programme && issuerOf(programme, base(ctx)));
};

const achievement: Find = async (ctx, { db }, id) => {
  const award = await awardBy(db.rows, id, londonDay(ctx.now));
  return json("application/json", award && achievementOf(award, base(ctx)));
};

const statusList: Find = async (ctx, { db, log: { sealed } }, id) => {
  const programme = await programmeBy(db.rows, id);
  if (!programme) return null;
  const list = statusListOf(programme, await statusesOf(ctx, id), base(ctx), ctx.now);
  const signing = { key: await readySigningKey(db, { sealed }, ctx.now), sealed, base: base(ctx) };
  return { type: "application/vc+jwt", body: await signed(list, signing) };
};

const ADDRESSES: readonly [url: string, find: Find][] = [
  [KEY_SET, keySet],
  [`${KEYS}/:id`, key],
  [`${ISSUERS}/:id`, issuer],
  [`${ACHIEVEMENTS}/:id`, achievement],
  [`${STATUS}/:id`, statusList],
];

/** What these answer to a page of anybody's: see origins. */
export const PUBLISHED: readonly string[] = ADDRESSES.map(([url]) => url);

type Asking = FastifyRequest<{ Params: { id?: string } }>;

/** Publishes what anybody needs to check a credential: keys, the status list, who issued it, and what was achieved. */
export const publishCredentials = async (server: FastifyInstance, room: Room): Promise<void> => {
  await server.register(async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, _body, done) => done(null));
    for (const [url, find] of ADDRESSES) {
      app.route({
        url,
        method: ["GET", "HEAD"],
        handler: (request: Asking, reply) => give(room, find, request, reply),
      });
      app.route({
        url,
        method: ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
        handler: async ({ method, raw }, reply) => {
          letGo(raw);
          void reply.header("allow", "GET, HEAD");
          if (method === "OPTIONS") return reply.code(204).send();
          return refuseWith(reply, 405, "BAD_USER_INPUT", "What is published here is read with GET or HEAD.");
        },
      });
    }
  });
};

const give = async (room: Room, find: Find, request: Asking, reply: FastifyReply): Promise<FastifyReply> => {
  const found = await asked(room, find, request, reply);
  if (found === "refused") return reply;
  if (!found) return refuse(reply, 404);
  const tag = `"${createHash("sha256").update(found.body).digest("base64url").slice(0, 22)}"`;
  void reply.headers({ etag: tag, "cache-control": `public, max-age=${FRESH_MS / 1_000}` });
  if (knows(request.headers["if-none-match"], tag)) return reply.code(304).send();
  return reply.type(found.type).send(found.body);
};

const asked = async (
  room: Room,
  find: Find,
  { ip, params }: Asking,
  reply: FastifyReply,
): Promise<Published | "refused"> => {
  try {
    room.operations.pay({ personId: null, address: ip }, COST);
    return await find(room.contextFor({ personId: null, scope: PUBLIC }), room, params.id ?? "");
  } catch (error) {
    const { message, extensions } = room.operations.mask(error);
    const code = extensions?.code as RequestErrorCode;
    if (extensions?.retryAfter !== undefined) void reply.header("retry-after", String(extensions.retryAfter));
    refuseWith(reply, code === "RATE_LIMITED" ? 429 : code === "UNAVAILABLE" ? 503 : 500, code, message);
    return "refused";
  }
};

/** Whether whoever asks has this very answer already. */
const knows = (known: string | undefined, tag: string): boolean =>
  (known ?? "").split(",").some((one) => ["*", tag, `W/${tag}`].includes(one.trim()));
