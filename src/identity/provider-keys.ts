import { once } from "node:events";
import http, { IncomingMessage } from "node:http";
import https from "node:https";
import { json } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { createLocalJWKSet, errors, JSONWebKeySet, JWTVerifyGetKey } from "jose";

/** Keys older than this are read again first: so soon a key that the provider withdraws is not accepted any more. */
const FRESH_MS = 60_000;

/** So long the provider's last keys serve on while it does not answer. */
const KEPT_MS = 24 * 3_600_000;

/** After a read that failed, keys that are merely old serve on for so long before the next one. */
const RETRY_MS = 10_000;

/** The provider is not asked more often than this, however many tokens name keys that it does not have. */
const LEAST_MS = 1_000;

/** How long a read may take. */
const PATIENCE_MS = 3_000;

/** The provider's keys cannot be read just now, which says nothing about the token. */
export class KeysUnavailable extends Error {
  override readonly name = "KeysUnavailable";
}

type Asked = Parameters<JWTVerifyGetKey>;
type Key = Awaited<ReturnType<JWTVerifyGetKey>>;

interface Options {
  /** Milliseconds that never go back. */
  readonly clock?: () => number;
  /** Hears why a read failed. */
  readonly onFault?: (error: unknown) => void;
}

/**
 * The keys that a provider publishes. Jose's own set asks for an unknown key once in thirty seconds, which refuses the
 * tokens of a new key for as long; and it forgets what it knows when the provider is away.
 */
export class ProviderKeys {
  private known: { readonly find: JWTVerifyGetKey; readonly readAt: number } | null = null;
  private failedAt = Number.NEGATIVE_INFINITY;
  private begunAt = Number.NEGATIVE_INFINITY;
  /** The read that is under way, or was last. */
  private reading: Promise<void> = Promise.resolve();
  private underWay = false;
  /** The read that has not begun yet: whoever asks now waits for this one. */
  private next: Promise<void> | null = null;
  private readonly clock: () => number;

  constructor(
    private readonly url: string,
    private readonly options: Options = {},
  ) {
    this.clock = options.clock ?? (() => performance.now());
  }

  /** The key a token names. Throws jose's error for one that the provider does not have, KeysUnavailable where it cannot tell. */
  async find(...asked: Asked): Promise<Key> {
    await this.renew();
    try {
      return await this.choose(asked);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    await this.read(); // the key may have been published a moment ago
    return this.choose(asked);
  }

  private async choose(asked: Asked): Promise<Key> {
    if (!this.known) throw new KeysUnavailable(AWAY);
    try {
      return await this.known.find(...asked);
    } catch (error) {
      if (OF_THE_TOKEN.some((kind) => error instanceof kind)) throw error;
      throw new KeysUnavailable(AWAY, { cause: error }); // a published key that is none
    }
  }

  /** Reads keys that are old. When that fails, what is known serves on, up to its end. */
  private async renew(): Promise<void> {
    const now = this.clock();
    const age = now - (this.known?.readAt ?? Number.NEGATIVE_INFINITY);
    if (age < FRESH_MS || (age < KEPT_MS && now - this.failedAt < RETRY_MS)) return;
    try {
      await (this.underWay ? this.reading : this.read());
    } catch (error) {
      if (age >= KEPT_MS) throw error;
    }
  }

  /** Reads once more, from now on: a read that has begun already may have missed what was published since. */
  private read(): Promise<void> {
    this.next ??= this.readNext();
    return this.next;
  }

  private async readNext(): Promise<void> {
    await this.reading.catch(() => undefined);
    await sleep(Math.max(0, this.begunAt + LEAST_MS - this.clock()));
    this.begunAt = this.clock();
    this.next = null;
    this.underWay = true;
    this.reading = this.fetched().finally(() => {
      this.underWay = false;
    });
    return this.reading;
  }

  private async fetched(): Promise<void> {
    try {
      this.known = { find: createLocalJWKSet(await download(this.url)), readAt: this.begunAt };
    } catch (error) {
      this.failedAt = this.clock();
      this.options.onFault?.(error);
      throw new KeysUnavailable(AWAY, { cause: error });
    }
  }
}

/**
 * Reads the key set from where it is published; a redirect is not followed: it could lead from an encrypted address to
 * an open one. Not by `fetch`: on Node 20 its time limit is lost when memory is tidied while the body is read, and a
 * provider that falls silent then would hold every caller for ever.
 */
const download = async (url: string): Promise<JSONWebKeySet> => {
  const request = (url.startsWith("https:") ? https : http).get(url, { agent: false });
  request.on("error", () => undefined); // told by what waits for it
  const timer = setTimeout(() => request.destroy(new Error("The provider is silent.")), PATIENCE_MS);
  try {
    const [response] = (await once(request, "response")) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`The provider answered with status ${response.statusCode}.`);
    return (await json(response)) as JSONWebKeySet;
  } finally {
    clearTimeout(timer);
    request.destroy();
  }
};

const AWAY = "The identity provider's keys cannot be read: try again in a moment.";

/** What tells of the token, not of the provider. */
const OF_THE_TOKEN = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];
