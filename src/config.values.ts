import { BlockList, isIP } from "node:net";
import { Wrong } from "./config.variables";

/** Where the data is; `memory` is a temporary file that goes with the process. */
export type DatabaseAddress =
  | { readonly kind: "sqlite"; readonly path: string }
  | { readonly kind: "memory" }
  | { readonly kind: "mysql"; readonly url: string };

export const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): T => {
    const value = values.find((known) => known === text.toLowerCase());
    if (value === undefined) throw new Wrong(`is not a known value: one of ${values.join(", ")} is expected`);
    return value;
  };

/** A misspelt "prod" would run a real programme on a demo's secrets, so NODE_ENV is a closed list. */
export const mode = oneOf(["production", "development", "test"]);

const TOGGLES: Record<string, boolean> = { on: true, true: true, 1: true, off: false, false: false, 0: false };

export const toggle = (text: string): boolean => {
  const value = TOGGLES[text.toLowerCase()];
  if (value === undefined) throw new Wrong("is neither on nor off: one of these two is expected");
  return value;
};

/** Days, from such as 400d or 7y; null for `off`. What is too short would erase what is still used. */
export const span = (text: string, least: number): number | null => {
  if (TOGGLES[text.toLowerCase()] === false) return null;
  const [, count, unit] = /^([1-9]\d{0,4})([dy])$/i.exec(text) ?? [];
  const days = Math.ceil(Number(count) * (unit?.toLowerCase() === "y" ? 365.25 : 1));
  if (days >= least) return days;
  throw new Wrong(`is no time to keep something: off, or at least ${least}d is expected, such as 400d or 7y`);
};

export const port = (text: string): number => {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= 65_535)) throw new Wrong("is not a port: a whole number from 0 to 65535 is expected");
  return number;
};

export const host = (text: string): string => {
  const bare = text.replace(/^\[(.*)\]$/, "$1");
  if (isIP(bare) || /^[a-z0-9]([\w.-]*[a-z0-9])?$/i.test(text)) return bare;
  throw new Wrong("is not a host: a name or an address without a port is expected, such as 127.0.0.1");
};

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether only this machine can reach the host. */
export const isLoopback = (name: string): boolean => {
  const bare = name.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  return bare === "localhost" || (isIP(bare) > 0 && loopback.check(bare, isIP(bare) === 6 ? "ipv6" : "ipv4"));
};

const web = (text: string): URL | null => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.hash ? url : null;
};

export const publicUrl = (text: string): string => {
  const url = web(text);
  if (!url || url.search) throw new Wrong("is not a web address: one such as https://tandem.example is expected");
  return (url.origin + url.pathname).replace(/\/+$/, "");
};

/** What a Bearer header can carry, and nobody can guess. */
export const metricsToken = (text: string): string => {
  if (text.length < 16) throw new Wrong("is too short: at least 16 signs are expected");
  if (!/^[\w.~+/-]+=*$/.test(text)) {
    throw new Wrong("holds a sign that a header cannot carry: letters, digits and - . _ ~ + / are expected");
  }
  return text;
};

export const jwksUrl = (text: string, production: boolean): string => {
  const url = web(text);
  if (!url) throw new Wrong("is not a web address: the https address of the provider's JSON Web Key Set is expected");
  // Whoever can change the answer on its way can sign tokens for anyone.
  if (production && url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new Wrong("is not encrypted: an https address is expected in production");
  }
  return url.href;
};

/** A token that Tandem signs names a person by id: no provider may speak in that name. */
export const providerIssuer = (text: string): string => {
  if (text === "tandem") throw new Wrong("is the name of Tandem's own tokens: the provider's issuer is expected");
  if (text.length > 255) throw new Wrong("is too long: an issuer of at most 255 characters is expected");
  return text;
};

export const origins = (text: string): readonly string[] =>
  text.split(",").map((part) => {
    const [, base = "", anyPort = ""] = /^(.*?)(:\*)?$/.exec(part.trim()) ?? [];
    const url = web(base);
    if (!url || url.search || url.pathname !== "/" || base.endsWith("/") || (anyPort && url.port)) {
      throw new Wrong(
        "holds something that is not an origin: a list such as https://app.example,http://localhost:* is expected",
      );
    }
    return url.origin + anyPort;
  });

/** Names that a trusted proxy's address may be given by, beside addresses and networks. */
const RANGES = ["loopback", "linklocal", "uniquelocal"];

/** `on` believes proxies in private networks only: believing everybody would let clients invent their address. */
export const proxies = (text: string): readonly string[] => {
  const on = TOGGLES[text.toLowerCase()];
  if (on !== undefined) return on ? RANGES : [];
  const parts = text.split(",").map((part) => part.trim());
  if (parts.every((part) => RANGES.includes(part) || isNetwork(part))) return parts;
  throw new Wrong("holds something that is not a proxy: off, on, or a list of addresses and networks is expected");
};

const isNetwork = (text: string): boolean => {
  const [, address = "", bits = "0"] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  return isIP(address) > 0 && Number(bits) <= (isIP(address) === 6 ? 128 : 32);
};

export const database = (text: string): DatabaseAddress => {
  if (text === "sqlite::memory:") return { kind: "memory" };
  if (text.startsWith("sqlite:")) return { kind: "sqlite", path: sqlitePath(text.slice("sqlite:".length)) };
  if (text.startsWith("mysql://")) return { kind: "mysql", url: mysqlUrl(text) };
  throw new Wrong(
    "has an unknown form: sqlite:<path>, sqlite::memory: or mysql://user:pass@host:port/db is expected " +
      "(the last one for MariaDB too)",
  );
};

const sqlitePath = (path: string): string => {
  // "sqlite://data/x.db" reads like a relative path and would be an absolute one.
  if (path.startsWith("//"))
    throw new Wrong("has slashes after sqlite: where a path is expected, as in sqlite:data/x.db");
  if (path === "" || /[/:]$/.test(path)) throw new Wrong("names no file: sqlite:<path> is expected");
  return path;
};

const mysqlUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url?.hostname) throw new Wrong("is not an address: mysql://user:pass@host:port/db is expected");
  if (url.search || url.hash) {
    throw new Wrong(
      "has a part after ? or #: only mysql://user:pass@host:port/db is expected, other signs as %3F and %23",
    );
  }
  if (!url.username) throw new Wrong("names no user: mysql://user:pass@host:port/db is expected");
  if (!/^\/[^/]+$/.test(url.pathname)) {
    throw new Wrong(
      "names no database: mysql://user:pass@host:port/db is expected, with one name after the last slash",
    );
  }
  for (const part of [url.username, url.password, url.pathname]) {
    if (/%(?![0-9a-f]{2})/i.test(part)) throw new Wrong("has a bare percent sign: %25 is expected in its place");
  }
  return text;
};
