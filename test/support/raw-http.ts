import { IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A request with just these headers: what a browser or a proxy would send, where `fetch` would not let us. */
export const send = (url: string | URL, { method = "GET", headers = {}, body }: Asked = {}): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const call = request(url, { method, headers: body ? { "content-length": `${body.length}`, ...headers } : headers });
    call.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode as number, headers: response.headers, body: text }),
      );
    });
    // An upgrade that was accepted.
    call.on("upgrade", ({ statusCode, headers: given }, socket) => {
      socket.destroy();
      resolve({ status: statusCode as number, headers: given, body: "" });
    });
    call.on("error", reject).end(body);
  });

/** Sends bytes as they are; answers what came until the server ended the connection. */
export const sendBytes = (url: string | URL, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding("utf8").on("data", (part) => {
      text += part;
    });
    socket.on("error", reject).on("close", () => resolve(text));
  });

/** The headers with which a browser asks for a WebSocket. */
export const UPGRADE = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  "sec-websocket-protocol": "graphql-transport-ws",
};
