import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { Kind, parse } from "graphql";
import { decodeJwt } from "jose";
import { refuse } from "../transport/errors";
import { asksFromHere, asksFromOwnPage } from "../transport/local";
import { serveAssets } from "./assets";

/** Someone the demo lets a visitor act as. The token is minted when the page asks, never before. */
export interface Persona {
  name: string;
  role: string;
  can: string;
  token: () => Promise<string>;
}

/** A tab that is open at the first visit. Its document names its operation; `persona` is the name of who asks. */
export interface PlaygroundTab {
  title: string;
  query: string;
  variables?: string;
  persona?: string;
}

export interface PlaygroundOptions {
  endpoint: string;
  /** Empty outside the demo: the page then takes a pasted token instead. */
  personas: readonly Persona[];
  tabs: readonly PlaygroundTab[];
}

// Nothing runs or is styled but from files of here. GraphiQL's dialogs write one style element, and give it the nonce
// that the page has; its fonts are data: addresses. `connect-src 'self'` is the socket's address too.
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join(";");

/**
 * The page at `/`, its assets, what it is set up with, and the personas' tokens. The personas are shown to whoever asks
 * on this machine by its own name, through no proxy; others get the page without them.
 */
export function registerPlayground(app: FastifyInstance, options: PlaygroundOptions): void {
  const html = serveAssets(app);
  const here = settingsOf(options);
  const elsewhere = settingsOf({ ...options, personas: [] });

  app.get("/", async (_request, reply) => {
    const nonce = randomBytes(16).toString("base64url");
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-security-policy", policyWith(nonce))
      .send(html.replace("{{nonce}}", nonce));
  });

  app.get("/playground/settings", async ({ raw }, reply) =>
    reply.header("cache-control", "no-store").send(asksFromHere(raw) ? here : elsewhere),
  );

  app.post<{ Params: { index: string } }>("/playground/personas/:index/token", async ({ raw, params }, reply) => {
    reply.header("cache-control", "no-store");
    if (!asksFromHere(raw) || !asksFromOwnPage(raw)) return refuse(reply, 421);
    const persona = options.personas[Number(params.index)];
    if (!persona) return refuse(reply, 404);

    const token = await persona.token();
    return { token, expiresAt: expiryOf(token) };
  });
}

/** What the page may know. A mistake in a tab is found here, when the server starts, and not by a visitor. */
function settingsOf({ endpoint, personas, tabs }: PlaygroundOptions) {
  refuseTwins(tabs);
  return {
    endpoint,
    personas: personas.map(({ name, role, can }) => ({ name, role, can })),
    tabs: tabs.map((tab) => ({
      title: tab.title,
      operation: operationOf(tab),
      query: tab.query,
      variables: tab.variables,
      persona: personaOf(tab, personas),
    })),
  };
}

// The page recognises a tab by what it is called, its operation or its title: GraphiQL keeps no other mark on it.
function refuseTwins(tabs: readonly PlaygroundTab[]): void {
  const names = tabs.flatMap((tab) => [...new Set([tab.title, operationOf(tab)])]);
  const twin = names.find((name, index) => names.indexOf(name) < index);
  if (twin !== undefined) throw new Error(`Two of the playground's tabs are called "${twin}".`);
}

function operationOf({ title, query }: PlaygroundTab): string {
  const operation = parse(query).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation?.name) throw new Error(`The playground's tab "${title}" needs an operation with a name.`);
  return operation.name.value;
}

function personaOf({ title, persona }: PlaygroundTab, personas: readonly Persona[]): number | undefined {
  if (!persona || personas.length === 0) return undefined;
  const index = personas.findIndex(({ name }) => name === persona);
  if (index < 0) throw new Error(`The playground's tab "${title}" is for ${persona}, who is not among the personas.`);
  return index;
}

/** When the page should ask again. A token that is no JWT does not say. */
function expiryOf(token: string): string | undefined {
  try {
    const { exp } = decodeJwt(token);
    return exp === undefined ? undefined : new Date(exp * 1000).toISOString();
  } catch {
    return undefined;
  }
}
