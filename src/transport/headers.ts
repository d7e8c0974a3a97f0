import helmet from "@fastify/helmet";
import Fastify, { FastifyInstance } from "fastify";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Of HTTP itself, not of helmet. */
const OF_HTTP = new Set(["connection", "content-length", "content-type", "date"]);

/**
 * The headers of every answer: nothing is kept, framed, guessed or told on; `https` is how the world reaches us. Helmet
 * is asked once: it would make the same headers anew at each request, which a small query feels.
 */
export const headersOf = async ({ https }: { https: boolean }): Promise<Record<string, string>> => {
  const asked = Fastify();
  await asked.register(helmet, {
    // For whatever is no page: the playground has a policy of its own.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: "deny" },
    hsts: https && { maxAge: YEAR_SECONDS },
    referrerPolicy: { policy: "no-referrer" },
  });
  const { headers } = await asked.inject("/");
  await asked.close();
  const ours = Object.entries(headers).filter(([name]) => !OF_HTTP.has(name)) as [string, string][];
  // What may be kept says so itself.
  return { ...Object.fromEntries(ours), "cache-control": "no-store" };
};

/** Puts them on every answer. */
export const registerHeaders = (app: FastifyInstance, headers: Record<string, string>): void => {
  app.addHook("onRequest", (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
};
