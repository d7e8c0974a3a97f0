import { generateKeyPairSync, KeyObject } from "node:crypto";
import { once } from "node:events";
import { createServer, ServerResponse } from "node:http";
import { AddressInfo } from "node:net";

/** A provider as far as its keys go. */
export interface KeyServer {
  readonly url: string;
  /** The public keys it shows, by kid. */
  readonly shown: Map<string, KeyObject>;
  /** How often it was asked. */
  readonly reads: () => number;
  /** What it does instead of showing its keys; null: it shows them. */
  instead: ((response: ServerResponse) => void) | null;
  close(): Promise<void>;
}

/** Serves a key set on a free port of this machine. */
export const serveKeys = async (): Promise<KeyServer> => {
  const shown = new Map<string, KeyObject>();
  let reads = 0;
  const server = createServer((_, response) => {
    reads += 1;
    if (keyServer.instead) return keyServer.instead(response);
    const keys = [...shown].map(([kid, key]) => ({ ...key.export({ format: "jwk" }), kid }));
    response.end(JSON.stringify({ keys }));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const keyServer: KeyServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    shown,
    reads: () => reads,
    instead: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return keyServer;
};

/** A new key to sign with, which the server shows from now on. */
export const publish = ({ shown }: KeyServer, kid: string): KeyObject => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  shown.set(kid, publicKey);
  return privateKey;
};
