/** An open socket as the hub needs it. */
export interface Connection {
  readonly personId: string;
  /** When its token was issued, where that tells: signing out everywhere ends those of before. */
  readonly issuedAt: Date | null;
  send(frame: string): void;
  close(code: number, reason: string): void;
  /** Bytes handed over that the client has not taken yet. */
  buffered(): number;
  /** Not once it closes, nor from the moment its token ends. */
  readonly open: boolean;
}

/** More than this unread and the reader is too slow: it can resume by cursor, and harms nobody meanwhile. */
export const MOST_UNREAD = 1024 * 1024;

export const CLOSE = {
  forbidden: [4403, "Forbidden"],
  slow: [4290, "Too slow a reader: resume after your last cursor"],
  busy: [4429, "Too many messages"],
  unable: [1013, "Try again later"],
  away: [1001, "Server is going away"],
} as const satisfies Record<string, readonly [number, string]>;
