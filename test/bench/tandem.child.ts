import "reflect-metadata";
import { AddressInfo } from "node:net";
import { createApp } from "../../src/app";
import { tokenVerifier } from "../../src/identity/tokens";
import { Logger } from "../../src/operator/logger";
import { openStorage } from "../../src/storage/open";
import { reportFrom } from "./child";
import { openBenchDatabase, SECRETS } from "./database";

/** Tandem as it ships, but for the rate limit, which would stop the load. */
const start = async () => {
  const db = await openBenchDatabase();
  const app = await createApp({
    db,
    storage: openStorage({ kind: "folder", path: "data/documents" }, db),
    secret: SECRETS.secret,
    verifier: tokenVerifier({ kind: "secret", secret: SECRETS.authSecret }),
    logger: new Logger("error"),
    config: {
      host: "127.0.0.1",
      publicUrl: null,
      corsOrigins: null,
      trustProxy: [],
      rateLimit: false,
      metricsToken: null,
      introspection: true,
    },
    demo: false,
  });
  await app.server.listen({ host: "127.0.0.1", port: 0 });
  reportFrom((app.server.server.address() as AddressInfo).port);
};
void start();
