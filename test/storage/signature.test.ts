import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, IncomingMessage, Server } from "node:http";
import { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { bucketStorage } from "../../src/storage/bucket";
import { Storage } from "../../src/storage/storage";

// s3rver looks at no signature of version 4 and cannot go on with a list: this little service does both.

const SECRET = "a secret of the bucket";
const hash = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** The signature that a request ought to have, worked out by the book from what has come. */
const signatureOf = ({ method, url = "/", headers }: IncomingMessage): string => {
  const [, day = "", region = "", names = ""] =
    /Credential=key\/(\d+)\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+)/.exec(headers.authorization ?? "") ??
    [];
  const [path = "", query = ""] = url.split("?");
  const signed = names.split(";").map((name) => `${name}:${headers[name]}\n`);
  const content = headers["x-amz-content-sha256"];
  const request = [method, path, query.split("&").sort().join("&"), signed.join(""), names, content].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, hash(request)].join("\n");
  const key = [region, "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${SECRET}`, day));
  return hmac(key, text).toString("hex");
};

const files = new Map<string, Buffer>();
const PAGE = 3;

let server: Server;
let storage: Storage;
beforeEach(async () => {
  files.clear();
  server = createServer(async (request, response) => {
    const body = await buffer(request);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://bucket");
    const given = /Signature=(\w+)/.exec(request.headers.authorization ?? "")?.[1];
    if (given !== signatureOf(request)) return response.writeHead(403).end();
    const name = pathname.replace("/bucket/", "");
    if (request.method === "PUT") {
      if (hash(body) !== request.headers["x-amz-content-sha256"]) return response.writeHead(400).end();
      files.set(name, body);
      return response.end();
    }
    if (pathname !== "/bucket") return response.end(files.get(name));
    const after = searchParams.get("start-after") ?? "";
    const found = [...files.keys()]
      .sort()
      .filter((key) => key > after && key.startsWith(searchParams.get("prefix") ?? ""));
    const keys = found.slice(0, PAGE).map((key) => `<Contents><Key>${key}</Key></Contents>`);
    return response.end(`<R><IsTruncated>${found.length > PAGE}</IsTruncated>${keys.join("")}</R>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = { kind: "bucket", endpoint, bucket: "bucket", region: "eu-west-2", key: "key" } as const;
  storage = bucketStorage({ ...address, secret: SECRET }, "ent_1");
});
afterEach(() => server.close());

const put = (name: string, text: string, sha256 = hash(text)) =>
  storage.put(name, Readable.from([Buffer.from(text)], { objectMode: false }), { size: text.length, sha256 });

test("every request is signed as S3 asks, an upload with the hash of what is announced", async () => {
  await put("file-0", "words");
  expect((await buffer((await storage.get("file-0")) as Readable)).toString()).toBe("words");
  await expect(put("file-1", "words", hash("other words"))).rejects.toThrow("answered with 400");
  expect([...files.keys()]).toEqual(["ent_1/file-0"]);
});

test("a list of several pages is followed to its end, and holds nothing of another folder", async () => {
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  for (const name of names) await put(name, name);
  files.set("ent_2/other", Buffer.from("other"));
  const listed: string[] = [];
  for await (const name of storage.list()) listed.push(name);
  expect(listed).toEqual(names);
});
