import { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../context";
import { BROKEN, NOWHERE, REFUSED, thanks, UNREADABLE } from "../contribute/answers";
import { EMPTY, filledIn, writtenIn } from "../contribute/form";
import { invitation } from "../contribute/invitation";
import { POLICY } from "../contribute/style";
import { askedBy } from "../contribution/asked";
import { give } from "../contribution/give";
import { PAGES } from "../contribution/link";
import { RequestErrorCode } from "../operation/errors";
import { PUBLIC } from "../scope/scope";
import { londonDay } from "../time";
import { Room } from "./room";

/** What opening a page and sending its form cost of what an address may ask for: some dozens, some few. */
const COST = { GET: 500, POST: 2_000 } as const;

type Asking = FastifyRequest<{ Params: { token: string }; Body?: URLSearchParams }>;

/**
 * The pages of contributors. Who has a link needs no account and no script; opening a page changes nothing, however often
 * a mail scanner does it. `isOwn` tells our own origin.
 */
export const registerContributions = async (
  app: FastifyInstance,
  room: Room,
  isOwn: (origin: string) => boolean,
): Promise<void> => {
  const nobody = (): Context => room.contextFor({ personId: null, scope: PUBLIC, issuedAt: null, expiresAt: null });
  const today = ({ now }: Context): string => londonDay(now);

  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
      done(null, new URLSearchParams(body as string)),
    );
    pages.addHook("onRequest", async (request, reply) => {
      const { method, ip: address } = request;
      void reply.headers({ "content-security-policy": POLICY, "x-robots-tag": "noindex, nofollow" });
      room.operations.pay({ personId: null, address }, method === "POST" ? COST.POST : COST.GET);
      if (method === "POST" && isFromElsewhere(request, isOwn)) return answer(reply, 403, REFUSED[403] as string);
    });
    pages.setErrorHandler(async (error: FastifyError, _request, reply) => refused(error, reply, room));

    pages.get(`${PAGES}/:token`, async ({ params }: Asking, reply) => {
      const ctx = nobody();
      const asked = await askedBy(ctx.db.rows, params.token, today(ctx));
      if (!asked) return answer(reply, 404, NOWHERE);
      return answer(reply, 200, asked.given ? thanks(asked) : invitation(asked, EMPTY));
    });

    pages.post(`${PAGES}/:token`, async ({ params: { token }, body }: Asking, reply) => {
      const ctx = nobody();
      const asked = await askedBy(ctx.db.rows, token, today(ctx));
      if (!asked) return answer(reply, 404, NOWHERE);
      if (asked.given) return answer(reply, 409, thanks(asked));
      const filled = filledIn(body ?? new URLSearchParams(), asked);
      const { written, faults } = writtenIn(filled, asked);
      if (faults.length > 0) return answer(reply, 422, invitation(asked, filled, faults));
      const taken = await give(ctx, token, written);
      if (taken === null) return answer(reply, 404, NOWHERE);
      // To be opened anew: who looks at it again, or goes back to it, sends nothing a second time.
      return taken === "before" ? answer(reply, 409, thanks(asked)) : reply.redirect(`${PAGES}/${token}`, 303);
    });
  });
};

const answer = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply.code(status).type("text/html; charset=utf-8").send(page);

/**
 * Whether another site sent it. Browsers say so themselves; an older one names the origin, which is "null" for a page
 * that tells no other who it is, as ours does.
 */
const isFromElsewhere = ({ headers }: FastifyRequest, isOwn: (origin: string) => boolean): boolean => {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin } = headers;
  return origin !== undefined && origin !== "null" && !isOwn(origin);
};

const STATUS: Partial<Record<RequestErrorCode, number>> = { RATE_LIMITED: 429, UNAVAILABLE: 503, TIMEOUT: 503 };

const refused = (error: FastifyError, reply: FastifyReply, { operations }: Room): FastifyReply => {
  const { statusCode = 500 } = error;
  if (statusCode >= 400 && statusCode < 500) return answer(reply, statusCode, REFUSED[statusCode] ?? UNREADABLE);
  const { extensions } = operations.mask(error);
  const status = STATUS[extensions?.code as RequestErrorCode] ?? 500;
  if (extensions?.retryAfter !== undefined) void reply.header("retry-after", String(extensions.retryAfter));
  return answer(reply, status, REFUSED[status] ?? BROKEN);
};
