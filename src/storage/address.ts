import { host, oneOf, port } from "../config.values";
import { Wrong } from "../config.variables";

/** A bucket of an S3-compatible service, addressed by path. */
export interface BucketAddress {
  readonly kind: "bucket";
  /** Without a slash at its end. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
}

/** Where documents lie. */
export type StorageAddress = { readonly kind: "folder"; readonly path: string } | BucketAddress;

const FORM = "s3://key:secret@host:port/bucket?region=eu-west-2&tls=on";

/** Reads STORAGE_URL, and tells everything that is wrong with it in one sentence. */
export const storage = (text: string): StorageAddress => {
  if (text.startsWith("file:")) return { kind: "folder", path: folderPath(text.slice("file:".length)) };
  if (text.startsWith("s3://")) return bucketAddress(text);
  throw new Wrong(`has an unknown form: file:<path> or ${FORM} is expected`);
};

const folderPath = (path: string): string => {
  // "file://data/x" reads like a relative path and would be an absolute one.
  if (path.startsWith("//"))
    throw new Wrong("has slashes after file: where a path is expected, as in file:data/documents");
  if (path === "") throw new Wrong("names no folder: file:<path> is expected");
  return path;
};

const bucketAddress = (text: string): BucketAddress => {
  if (!URL.canParse(text)) throw new Wrong(`is not an address: ${FORM} is expected`);
  const url = new URL(text);
  const faults: string[] = [];
  const read = <T>(what: string, parse: () => T): T | undefined => {
    try {
      return parse();
    } catch (error) {
      faults.push(
        error instanceof Wrong ? `${what} ${error.message}` : `${what} has a bare percent sign: %25 is expected`,
      );
      return undefined;
    }
  };
  const [key, secret] = (["username", "password"] as const).map((part) =>
    read(part === "username" ? "its key" : "its secret", () => decodeURIComponent(url[part])),
  );
  if (key === "" || secret === "") faults.push("it names no key and secret");
  const name = read("its host", () => host(url.hostname));
  if (url.port) read("its port", () => port(url.port));
  const bucket = url.pathname.slice(1);
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    faults.push("its bucket is none: 3 to 63 small letters, digits, dots and hyphens are expected");
  }
  const { region = "us-east-1", tls = "on", ...more } = Object.fromEntries(url.searchParams);
  if (!/^[a-z0-9-]{1,64}$/.test(region)) faults.push("its region is none");
  read("its tls", () => oneOf(["on", "off"])(tls));
  if (Object.keys(more).length > 0 || url.hash) faults.push("after ? only region and tls are expected");
  if (faults.length > 0) throw new Wrong(`cannot be used, as ${faults.join("; ")}; ${FORM} is expected`);
  const at = `${name?.includes(":") ? `[${name}]` : name}${url.port ? `:${url.port}` : ""}`;
  return {
    ...{ kind: "bucket", endpoint: `${tls === "on" ? "https" : "http"}://${at}` },
    ...{ bucket, region, key: key as string, secret: secret as string },
  };
};
