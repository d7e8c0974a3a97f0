import { IncomingMessage } from "node:http";
import type { Config } from "../config";
import { isLoopback } from "../config.values";
import { bare } from "./address";

/** What proxies add: whoever asks through one may be anywhere. */
const FORWARDED = /^(forwarded|via|x-real-ip|x-forwarded-.*)$/;
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i;

/**
 * Whether somebody on this machine asks, and by its own name. The name counts because any page can make a browser on
 * this machine ask here, under a name of its own that it lets point to 127.0.0.1: what it then reads is the page's.
 */
export const asksFromHere = ({ socket, headers }: IncomingMessage): boolean =>
  isLoopback(bare(socket.remoteAddress ?? "")) &&
  isLoopback(HOST.exec(headers.host ?? "")?.[1] ?? "") &&
  !Object.keys(headers).some((name) => FORWARDED.test(name));

/** Whether no page asks, or one that this server itself has answered with under the name it is asked by now. */
export const asksFromOwnPage = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined || headers.origin === `http://${headers.host}`;

/** Whether others than this machine's own people can come, or are told to. */
export const reachedFromBeyond = ({ host, publicUrl }: Pick<Config, "host" | "publicUrl">): boolean =>
  !isLoopback(host) || (publicUrl !== null && !isLoopback(new URL(publicUrl).hostname));
