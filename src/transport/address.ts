import { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** What Fastify calls some networks. */
const NAMED: Record<string, readonly string[]> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};
const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");
/** An IPv4 address without the notation of IPv6 around it. */
export const bare = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** Tells from which address an upgrade to WebSocket came, as Fastify does of a request: trusted proxies are believed. */
export const addressing = (trusted: readonly string[]): ((request: IncomingMessage) => string) => {
  const proxies = new BlockList();
  for (const network of trusted.flatMap((name) => NAMED[name] ?? [name])) {
    const [address = "", bits] = network.split("/");
    if (bits === undefined) proxies.addAddress(address, family(address));
    else proxies.addSubnet(address, Number(bits), family(address));
  }
  const isProxy = (address: string) => isIP(address) > 0 && proxies.check(address, family(address));
  return ({ headers, socket }) => {
    const said = String(headers["x-forwarded-for"] ?? "").split(",");
    const hops = [...said, socket.remoteAddress ?? ""].map((hop) => bare(hop.trim())).filter(Boolean);
    // From the nearest on: the first that is no proxy of ours is who asks.
    while (hops.length > 1 && isProxy(hops.at(-1) as string)) hops.pop();
    return hops.at(-1) ?? "";
  };
};
