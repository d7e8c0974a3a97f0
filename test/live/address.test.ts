import { IncomingMessage } from "node:http";
import Fastify from "fastify";
import { addressing } from "../../src/transport/address";

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: forwarded ? { "x-forwarded-for": forwarded } : {},
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

test.each([
  ["nobody is trusted", [], "10.0.0.1", "1.2.3.4", "10.0.0.1"],
  ["a proxy is trusted", ["10.0.0.1"], "10.0.0.1", "1.2.3.4", "1.2.3.4"],
  ["a proxy's network is trusted", ["10.0.0.0/8"], "10.9.9.9", "1.2.3.4", "1.2.3.4"],
  ["a named network is trusted", ["uniquelocal"], "192.168.7.7", "1.2.3.4", "1.2.3.4"],
  ["loopback is trusted in either notation", ["loopback"], "::ffff:127.0.0.1", "1.2.3.4", "1.2.3.4"],
  ["a chain of proxies", ["10.0.0.0/8"], "10.0.0.1", "9.9.9.9, 1.2.3.4, 10.0.0.2", "1.2.3.4"],
  ["a client invents an address", ["10.0.0.0/8"], "10.0.0.1", "8.8.8.8, 1.2.3.4", "1.2.3.4"],
  ["a stranger claims to be a proxy", ["10.0.0.0/8"], "5.6.7.8", "1.2.3.4", "5.6.7.8"],
  ["nothing was forwarded", ["10.0.0.0/8"], "10.0.0.1", undefined, "10.0.0.1"],
  ["IPv6", ["fc00::/7"], "fd00::1", "2001:db8::7", "2001:db8::7"],
])("who asks, when %s", async (_, trusted, remote, forwarded, expected) => {
  expect(addressing(trusted)(request(remote, forwarded))).toBe(expected);

  // As Fastify tells it of a request over HTTP.
  const app = Fastify({ trustProxy: [...trusted] });
  app.get("/", async ({ ip }) => ip);
  const headers = forwarded ? { "x-forwarded-for": forwarded } : {};
  const { body } = await app.inject({ url: "/", headers, remoteAddress: remote });
  expect(body.replace("::ffff:", "")).toBe(expected);
  await app.close();
});
