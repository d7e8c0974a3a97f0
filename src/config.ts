import {
  DatabaseAddress,
  database,
  host,
  jwksUrl,
  metricsToken,
  mode,
  oneOf,
  origins,
  port,
  providerIssuer,
  proxies,
  publicUrl,
  span,
  toggle,
} from "./config.values";
import { Variables } from "./config.variables";
import { StorageAddress, storage } from "./storage/address";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Shorter keys than HS256's own output weaken it. */
const SECRET_BYTES = 32;

/** How tokens are known to be genuine: by a secret of our own, or by an OIDC provider's published keys. */
export type Auth =
  | { readonly kind: "secret"; readonly secret: string }
  | { readonly kind: "jwks"; readonly url: string; readonly issuer: string; readonly audience: string };

/** How long data is kept, in days; `null`: as long as nobody erases it. */
export interface Retention {
  /** After a person's last part in the programme. */
  readonly personDays: number | null;
  /** Records of who opened what. */
  readonly accessDays: number | null;
}

/** What the environment asks of the server; `null` is what it leaves open. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Without a slash at its end; `null`: from the host, and the port that was really taken. */
  readonly publicUrl: string | null;
  readonly database: DatabaseAddress;
  /** Where documents lie; `null`: beside the database, see storage/open. */
  readonly storage: StorageAddress | null;
  /** `null`: the demo's own, see identity/secrets. */
  readonly secret: string | null;
  /** `null`: the demo's own, see identity/secrets. */
  readonly auth: Auth | null;
  /** Origins such as `https://app.example`; `:*` at the end of one stands for any port. `null`: the demo's, or none. */
  readonly corsOrigins: readonly string[] | null;
  /** Addresses, networks and range names of the proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly rateLimit: boolean;
  /** Who presents it may read `/metrics`. `null`: whoever asks on this machine. */
  readonly metricsToken: string | null;
  readonly playground: boolean;
  readonly introspection: boolean;
  /** `null`: decided at the start, by the database's mark, the host and `production`. */
  readonly demo: boolean | null;
  readonly retention: Retention;
}

/** The environment cannot be used; `faults` has one sentence for each thing that is wrong, never a value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}

/** Reads and checks the environment once, and tells all its faults together. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const variables = new Variables(env);
  const production = variables.read("NODE_ENV", mode, "development") === "production";
  const config: Config = {
    production,
    host: variables.read("HOST", host, "127.0.0.1"),
    port: variables.read("PORT", port, 4000),
    publicUrl: variables.read("PUBLIC_URL", publicUrl, null),
    database: variables.read("DATABASE_URL", database, { kind: "sqlite", path: "data/tandem.db" }),
    storage: variables.read("STORAGE_URL", storage, null),
    // A demo may run on any SECRET; one that seals a real programme's log must not be guessable.
    secret: variables.secret("SECRET", production ? SECRET_BYTES : 1),
    auth: authFrom(variables, production),
    corsOrigins: variables.read("CORS_ORIGINS", origins, null),
    trustProxy: variables.read("TRUST_PROXY", proxies, []),
    logLevel: variables.read("LOG_LEVEL", oneOf(LOG_LEVELS), "info"),
    rateLimit: variables.read("RATE_LIMIT", toggle, true),
    metricsToken: variables.read("METRICS_TOKEN", metricsToken, null),
    playground: variables.read("PLAYGROUND", toggle, !production),
    introspection: variables.read("INTROSPECTION", toggle, !production),
    demo: variables.read("DEMO", toggle, null),
    retention: {
      personDays: variables.read("RETENTION_PERSON", (text) => span(text, 30), null),
      accessDays: variables.read("RETENTION_ACCESS", (text) => span(text, 1), 400),
    },
  };
  requireSecrets(variables, config);
  if (variables.faults.length > 0) throw new ConfigError(variables.faults);
  return config;
};

const authFrom = (variables: Variables, production: boolean): Auth | null => {
  const secret = variables.secret("AUTH_SECRET", SECRET_BYTES);
  const url = variables.read("AUTH_JWKS_URL", (text) => jwksUrl(text, production), null);
  const issuer = variables.read("AUTH_ISSUER", providerIssuer, null);
  const audience = variables.read("AUTH_AUDIENCE", String, null);

  const provider = variables.has("AUTH_JWKS_URL");
  if (provider && variables.has("AUTH_SECRET")) {
    variables.fault("AUTH_SECRET and AUTH_JWKS_URL exclude each other: exactly one of them is expected.");
  }
  for (const name of ["AUTH_ISSUER", "AUTH_AUDIENCE"]) {
    if (provider && !variables.has(name)) {
      variables.fault(
        `${name} is missing: it is expected with AUTH_JWKS_URL, else any token of that provider would do.`,
      );
    }
    if (!provider && variables.has(name)) {
      variables.fault(`${name} has no meaning without AUTH_JWKS_URL: set both or neither.`);
    }
  }
  if (secret !== null) return { kind: "secret", secret };
  return url !== null && issuer !== null && audience !== null ? { kind: "jwks", url, issuer, audience } : null;
};

/** Secrets are made by the server for a demo only, and kept beside its file: elsewhere they are to be given. */
const requireSecrets = (variables: Variables, { production, database, demo }: Config): void => {
  if (!production && (database.kind !== "mysql" || demo)) return;
  const where = production ? "in production" : "with a MySQL database";
  if (!variables.has("SECRET")) {
    variables.fault(`SECRET is needed ${where}: at least ${SECRET_BYTES} random bytes are expected.`);
  }
  if (!variables.has("AUTH_SECRET") && !variables.has("AUTH_JWKS_URL")) {
    variables.fault(
      `AUTH_SECRET is needed ${where}: a secret of at least ${SECRET_BYTES} bytes is expected, ` +
        "or AUTH_JWKS_URL with AUTH_ISSUER and AUTH_AUDIENCE in its place.",
    );
  }
};
