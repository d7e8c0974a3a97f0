import "reflect-metadata";
import { AddressInfo } from "node:net";
import pino from "pino";
import { createApp } from "../../src/app";
import { tokenVerifier } from "../../src/identity/tokens";
import { reportFrom } from "./child";
import { openBenchDatabase, SECRETS } from "./database";

/** Tandem as it ships, but for the rate limit, which would stop the load. */
const start = async () => {
  const app = await createApp({
    db: await openBenchDatabase(),
    secret: SECRETS.secret,
    verifier: tokenVerifier({ kind: "secret", secret: SECRETS.authSecret }),
    logger: pino({ level: "error" }, pino.destination(2)),
    config: { corsOrigins: null, trustProxy: [], rateLimit: false, introspection: true },
    demo: false,
  });
  await app.server.listen({ host: "127.0.0.1", port: 0 });
  reportFrom((app.server.server.address() as AddressInfo).port);
};
void start();
