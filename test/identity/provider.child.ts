import { generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { AddressInfo } from "node:net";

/** What the provider is told at its start. */
export interface Setting {
  /** 0 picks a free one. */
  readonly port: number;
  readonly audience: string;
  readonly redirectUri: string;
  /** What it says of whom, by what they sign in with; of anybody else it knows the subject only. */
  readonly accounts: Readonly<Record<string, object>>;
}

/** An OpenID Connect provider with a signing key of its own, on this machine. Sends its port once it listens. */
const provide = async ({ port, audience, redirectUri, accounts }: Setting): Promise<void> => {
  const server = createServer();
  await once(server.listen(port, "127.0.0.1"), "listening");
  const { port: taken } = server.address() as AddressInfo;
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "ES256" };

  const { Provider } = await import("oidc-provider");
  const provider = new Provider(`http://127.0.0.1:${taken}`, {
    jwks: { keys: [key] },
    cookies: { keys: [randomUUID()] },
    clients: [
      {
        client_id: "page",
        token_endpoint_auth_method: "none",
        redirect_uris: [redirectUri],
        id_token_signed_response_alg: "ES256",
        application_type: "native",
      },
    ],
    scopes: ["openid", "email", "profile"],
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: "openid email profile",
          audience,
          accessTokenFormat: "jwt",
          accessTokenTTL: 600,
          jwt: { sign: { alg: "ES256" } },
        }),
      },
    },
    extraTokenClaims: (_: unknown, { accountId }: { accountId: string }) => accounts[accountId],
  });
  server.on("request", provider.callback());
  process.send?.(taken);
};

process.once("message", (setting) => {
  provide(setting as Setting).catch((error) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  });
});
