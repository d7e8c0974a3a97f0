import cors from "@fastify/cors";
import { FastifyInstance } from "fastify";
import { isLoopback } from "../config.values";
import { PATH } from "../document/addresses";
import { PUBLISHED } from "./credentials";

const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export interface Origins {
  /** As configured; `:*` at the end of one stands for any port. Null: the demo's, or none. */
  readonly configured: readonly string[] | null;
  /** Any page of this machine may call. */
  readonly demo: boolean;
  /** Where this server is reached: its own page may call. */
  readonly own: () => string;
}

/** Whether pages of an origin may call us. A sandboxed page's origin, "null", is nobody's and never among them. */
export const originCheck =
  ({ configured, demo, own }: Origins) =>
  (origin: string): boolean =>
    (configured ?? []).some((allowed) =>
      allowed.endsWith(":*") ? origin.replace(/:\d+$/, "") === allowed.slice(0, -2) : origin === allowed,
    ) ||
    (configured === null && demo && LOCAL.test(origin)) ||
    isOwn(origin, new URL(own()));

/** Our own origin, by any of its names where it is this machine's. */
const isOwn = (origin: string, { origin: own, hostname, port, protocol }: URL): boolean =>
  origin === own ||
  (isLoopback(hostname) && LOCAL.test(origin) && new URL(origin).port === port && origin.startsWith(`${protocol}//`));

/** What another page may ask where: GraphQL with a token in a header and never a cookie, documents by their address. */
const OPEN: Readonly<Record<string, { readonly methods: string[]; readonly allowedHeaders: string[] }>> = {
  "/graphql": {
    methods: ["GET", "POST"],
    allowedHeaders: ["authorization", "content-type", "apollo-require-preflight"],
  },
  [`${PATH}/:sealed`]: { methods: ["GET", "PUT"], allowedHeaders: ["content-type"] },
};

/** What is published for anybody, any page may read: nothing of it depends on who asks. */
const READ_BY_ANY_PAGE = { origin: "*", methods: ["GET", "HEAD"], allowedHeaders: ["if-none-match"], maxAge: 600 };

/** Answers browsers that ask whether another page may call. */
export const registerCors = async (app: FastifyInstance, allowed: (origin: string) => boolean): Promise<void> => {
  await app.register(cors, {
    delegator: ({ headers: { origin }, routeOptions: { url = "" } }, answer) =>
      answer(
        null,
        PUBLISHED.includes(url)
          ? READ_BY_ANY_PAGE
          : {
              origin: url in OPEN && origin !== undefined && allowed(origin),
              ...(OPEN[url] ?? { methods: [] }),
              maxAge: 600,
              strictPreflight: false,
            },
      ),
  });
};
