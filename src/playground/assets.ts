import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";

// The page is plain browser files, which the compiler leaves where they are: this is dist/src/playground.
const PAGE = join(__dirname, "../../../src/playground/page");
const installed = (name: string) => dirname(require.resolve(`${name}/package.json`));

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

interface Asset {
  type: string;
  plain: Buffer;
  gzipped: () => Buffer;
}

/**
 * Serves everything the page loads, from memory, and answers the page's HTML.
 * The address of the assets holds a digest of them all, so a browser may keep them for ever.
 */
export function serveAssets(app: FastifyInstance): string {
  const assets = new Map(Object.entries(assetFiles()).map(([name, file]) => [name, read(file)]));
  const digest = createHash("sha256");
  for (const [name, { plain }] of assets) digest.update(`${name}\0${plain.length}\0`).update(plain);
  const address = `playground/assets/${digest.digest("hex").slice(0, 16)}`;

  app.get<{ Params: { "*": string } }>(`/${address}/*`, async ({ params, headers }, reply) => {
    const asset = assets.get(params["*"]);
    if (!asset) return reply.callNotFound();

    const zip = /\bgzip\b/.test(headers["accept-encoding"] ?? "");
    if (zip) reply.header("content-encoding", "gzip");
    return reply
      .type(asset.type)
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("vary", "accept-encoding")
      .send(zip ? asset.gzipped() : asset.plain);
  });

  return readFileSync(join(PAGE, "index.html"), "utf8").replaceAll("{{assets}}", address);
}

/** Name in the page → file on disk. The libraries are served as they were published, without a bundler. */
function assetFiles(): Record<string, string> {
  const files: Record<string, string> = {
    "react.js": join(installed("react"), "umd/react.production.min.js"),
    "react-dom.js": join(installed("react-dom"), "umd/react-dom.production.min.js"),
    "graphiql.js": join(installed("graphiql"), "graphiql.min.js"),
    "graphiql.css": join(installed("graphiql"), "graphiql.min.css"),
  };
  for (const name of readdirSync(PAGE)) if (name !== "index.html") files[name] = join(PAGE, name);
  // The client is one module and a chunk it imports, whose name changes with every release.
  const client = join(installed("graphql-ws"), "dist");
  for (const name of readdirSync(client)) {
    if (/^(client|common-[\w-]+)\.js$/.test(name)) files[`graphql-ws/${name}`] = join(client, name);
  }
  return files;
}

function read(file: string): Asset {
  // Source maps are not served, and a browser's tools complain of each one they look for in vain.
  const plain = Buffer.from(readFileSync(file, "utf8").replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n"));
  // Compressed when first asked for: for the whole page it takes longer than reading it.
  let gzipped: Buffer | undefined;
  return {
    type: TYPES[extname(file)] ?? "application/octet-stream",
    plain,
    gzipped: () => {
      gzipped ??= gzipSync(plain);
      return gzipped;
    },
  };
}
