import { IncomingMessage, request as plain } from "node:http";
import { request as encrypted } from "node:https";
import { pipeline, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { AwsV4Signer } from "aws4fetch";
import type { BucketAddress } from "./address";
import { Storage } from "./storage";

/** How long a bucket may say nothing. */
const SILENCE_MS = 30_000;

interface Asked {
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: Readable;
}

/**
 * Files in a bucket of an S3-compatible service. aws4fetch signs, in 5 KB and without dependencies; Node's own client
 * sends: minio reads an upload of known size into memory, and the AWS client brings some forty packages for five requests.
 */
export const bucketStorage = ({ endpoint, bucket, region, key, secret }: BucketAddress, folder: string): Storage => {
  const ask = async (method: string, path: string, { query = {}, headers = {}, body }: Asked = {}) => {
    const url = new URL(`${endpoint}/${bucket}${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const signed = await new AwsV4Signer({
      ...{ method, url: url.href, headers, region, service: "s3" },
      ...{ accessKeyId: key, secretAccessKey: secret },
    }).sign();
    return send(signed.url, method, Object.fromEntries(signed.headers), body);
  };
  const at = (name: string) => `/${folder}/${name}`;
  return {
    put: async (name, body, { size, sha256 }) => {
      // The service, too, takes all of it or nothing: by the length, and by the hash that is signed.
      const headers = { "content-length": String(size), "x-amz-content-sha256": sha256 };
      await expecting(await ask("PUT", at(name), { headers, body }), 200);
    },
    get: async (name) => {
      const answer = await ask("GET", at(name));
      if (answer.statusCode !== 404) return expecting(answer, 200);
      answer.resume();
      return null;
    },
    remove: async (name) => {
      (await expecting(await ask("DELETE", at(name)), 204, 404)).resume();
    },
    list: async function* () {
      for (let after: string | null = ""; after !== null; ) {
        const query = { "list-type": "2", prefix: `${folder}/`, ...(after ? { "start-after": after } : {}) };
        const page: string = (await buffer(await expecting(await ask("GET", "", { query }), 200))).toString();
        const keys: string[] = [...page.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = ""]) => key);
        for (const key of keys) yield key.slice(folder.length + 1);
        after = /<IsTruncated>true</.test(page) ? (keys.at(-1) ?? null) : null;
      }
    },
  };
};

const expecting = async (answer: IncomingMessage, ...statuses: number[]): Promise<IncomingMessage> => {
  if (statuses.includes(answer.statusCode ?? 0)) return answer;
  answer.resume();
  throw new Error(`The bucket answered with ${answer.statusCode}.`);
};

const send = (url: URL, method: string, headers: Record<string, string>, body?: Readable): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    // A connection of its own for each: one that was kept may end just as a stream that cannot be repeated begins.
    const asked = (url.protocol === "https:" ? encrypted : plain)(url, {
      ...{ method, headers, agent: false, timeout: SILENCE_MS },
    });
    asked.on("response", resolve).on("error", reject);
    asked.on("timeout", () => asked.destroy(new Error("The bucket says nothing.")));
    if (body) pipeline(body, asked, (error) => error && reject(error));
    else asked.end();
  });
