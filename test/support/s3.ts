import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BucketAddress } from "../../src/storage/address";

const SCRIPT = join(__dirname, "../../../node_modules/s3rver/bin/s3rver.js");
export const BUCKET = "documents";

/** An S3-compatible service: a process of its own, with a bucket and the keys that s3rver knows. */
export interface S3 {
  readonly address: BucketAddress;
  /** The same as STORAGE_URL says it. */
  readonly url: string;
  /** Where the service keeps its files. */
  readonly folder: string;
  stop(): Promise<void>;
}

export const startS3 = async (): Promise<S3> => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-s3-"));
  const child = spawn(
    process.execPath,
    [SCRIPT, ...["-d", folder, "-a", "127.0.0.1", "-p", "0", "--silent", "--configure-bucket", BUCKET]],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const gone = once(child, "exit");
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  let text = "";
  while (!/127\.0\.0\.1:\d+/.test(text)) text += String((await once(child.stdout, "data"))[0]);
  const host = /127\.0\.0\.1:\d+/.exec(text)?.[0] as string;
  return {
    address: {
      ...{ kind: "bucket", endpoint: `http://${host}`, bucket: BUCKET },
      ...{ region: "eu-west-2", key: "S3RVER", secret: "S3RVER" },
    },
    url: `s3://S3RVER:S3RVER@${host}/${BUCKET}?region=eu-west-2&tls=off`,
    folder,
    stop: async () => {
      process.off("exit", kill);
      kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
