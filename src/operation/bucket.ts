/** What a caller may spend in cost points, and how fast it comes back. */
export interface Allowance {
  readonly size: number;
  readonly perSecond: number;
}

export const PERSON: Allowance = { size: 100_000, perSecond: 5_000 };
export const ADDRESS: Allowance = { size: 20_000, perSecond: 1_000 };

/** The most callers remembered; a full bucket is as good as none. */
const MOST = 100_000;

/** Leaky buckets, one a caller, in this process's memory. */
export class Buckets {
  private readonly levels = new Map<string, { spent: number; at: number }>();

  /** Spends points; answers 0, or after how many seconds there will be enough. */
  spend(caller: string, cost: number, { size, perSecond }: Allowance, now = Date.now()): number {
    const known = this.levels.get(caller);
    const spent = known ? Math.max(0, known.spent - ((now - known.at) / 1000) * perSecond) : 0;
    if (spent + cost > size) return Math.max(1, Math.ceil((spent + cost - size) / perSecond));
    this.levels.delete(caller);
    this.levels.set(caller, { spent: spent + cost, at: now });
    if (this.levels.size > MOST) this.levels.delete(this.levels.keys().next().value as string);
    return 0;
  }
}
