/** A place where work is held until the test lets it go. Open until it is closed. */
export class Gate {
  /** How often work has come here while it was closed. */
  passes = 0;
  private barrier: Promise<void> | null = null;
  private lift: () => void = () => undefined;
  private arrived: Promise<void> = Promise.resolve();
  private arrive: () => void = () => undefined;

  close(): void {
    this.passes = 0;
    this.barrier = new Promise((resolve) => {
      this.lift = resolve;
    });
    this.arrived = new Promise((resolve) => {
      this.arrive = resolve;
    });
  }

  open(): void {
    this.barrier = null;
    this.lift();
  }

  /** Where the work passes: it waits here while the gate is closed. */
  async passed(): Promise<void> {
    if (!this.barrier) return;
    this.passes += 1;
    this.arrive();
    await this.barrier;
  }

  /** The same, but only the first that comes is held. */
  async passedOnce(): Promise<void> {
    if (this.passes === 0) await this.passed();
  }

  /** Resolves when something is held. */
  reached(): Promise<void> {
    return this.arrived;
  }
}
