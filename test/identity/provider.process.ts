import { ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import type { Setting } from "./provider.child";

/** An OpenID Connect provider in a process of its own. */
export interface RunningProvider {
  readonly port: number;
  readonly issuer: string;
  /** Where it publishes its keys, as it tells whoever asks. */
  readonly jwksUrl: string;
  stop(): Promise<void>;
}

type Discovered = Record<"authorization_endpoint" | "token_endpoint" | "jwks_uri" | "issuer", string>;

const discover = async (issuer: string): Promise<Discovered> =>
  (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Discovered;

/** Starts a provider, with a new signing key; on a free port where none is given. */
export const startProvider = async (setting: Omit<Setting, "port">, port = 0): Promise<RunningProvider> => {
  const child = fork(join(__dirname, "provider.child.js"), { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let said = "";
  child.stderr?.on("data", (text) => {
    said += text;
  });
  child.send({ ...setting, port });
  const taken = await Promise.race([
    once(child, "message").then(([number]) => number as number),
    once(child, "exit").then(() => Promise.reject(new Error(`The provider did not start: ${said}`))),
  ]);
  const { issuer, jwks_uri: jwksUrl } = await discover(`http://127.0.0.1:${taken}`);
  return { port: taken, issuer, jwksUrl, stop: () => ended(child) };
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
};

/** A browser as far as signing in needs one: it keeps cookies and follows redirects until `until` is reached. */
class Browser {
  private readonly cookies = new Map<string, string>();

  /** The last address, and the page that is there; a page at `until` is not opened. */
  async open(address: string, until: string, form?: URLSearchParams): Promise<{ at: URL; page: string }> {
    let at = new URL(address);
    let body = form;
    while (!at.href.startsWith(until)) {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(at, {
        method: body ? "POST" : "GET",
        redirect: "manual",
        headers: { cookie },
        ...(body ? { body } : {}),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value) this.cookies.set(name, value);
        else this.cookies.delete(name);
      }
      const page = await response.text();
      const next = response.headers.get("location");
      if (!next) return { at, page };
      at = new URL(next, at);
      body = undefined;
    }
    return { at, page: "" };
  }
}

/** The form of a page, with its hidden fields. */
const formOf = (page: string): { action: string; fields: URLSearchParams } => {
  const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
  if (!action) throw new Error(`A page without a form: ${page.slice(0, 2_000)}`);
  const fields = new URLSearchParams();
  for (const [, name = "", value = ""] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    fields.append(name, value);
  }
  return { action: action.replaceAll("&amp;", "&"), fields };
};

export interface Signed {
  readonly access_token: string;
  readonly id_token: string;
}

/** The whole way of a person who signs in: discovery, the provider's forms, a code with PKCE, and tokens for it. */
export const signIn = async (
  { issuer }: RunningProvider,
  login: string,
  { audience, redirectUri }: Pick<Setting, "audience" | "redirectUri">,
): Promise<Signed> => {
  const { authorization_endpoint, token_endpoint } = await discover(issuer);
  const verifier = randomBytes(32).toString("base64url");
  const state = randomBytes(8).toString("hex");
  const asked = new URLSearchParams({
    client_id: "page",
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "openid email profile",
    resource: audience,
    state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  const browser = new Browser();
  let { at, page } = await browser.open(`${authorization_endpoint}?${asked}`, redirectUri);
  for (const filled of [{ login, password: "any" }, {}]) {
    const { action, fields } = formOf(page);
    for (const [name, value] of Object.entries(filled)) fields.set(name, value as string);
    ({ at, page } = await browser.open(new URL(action, at).href, redirectUri, fields));
  }
  if (at.searchParams.get("state") !== state) throw new Error(`Not the answer to what was asked: ${at}`);
  const response = await fetch(token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: "page",
      code: at.searchParams.get("code") ?? "",
      redirect_uri: redirectUri,
      code_verifier: verifier,
      resource: audience,
    }),
  });
  const answer = (await response.json()) as Signed;
  if (!answer.access_token) throw new Error(`No token: ${JSON.stringify(answer)}`);
  return answer;
};
