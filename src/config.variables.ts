/** Thrown where a value is read: what is wrong with it, to be said after the variable's name, never with the value. */
export class Wrong extends Error {}

/** Reads variables one at a time and goes on after a fault, so that all faults can be told at once. */
export class Variables {
  readonly faults: string[] = [];

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  /** An empty variable is none: shells and compose files write `NAME=` for "not set". */
  has(name: string): boolean {
    return this.env[name] !== undefined && this.env[name].trim() !== "";
  }

  /** The variable's value, or `otherwise` where it has none or a wrong one. */
  read<T, E>(name: string, parse: (text: string) => T, otherwise: E): T | E {
    if (!this.has(name)) return otherwise;
    try {
      return parse((this.env[name] ?? "").trim());
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      this.fault(`${name} ${error.message}.`);
      return otherwise;
    }
  }

  /** A secret, byte for byte: other programs that hold it do not trim it either. */
  secret(name: string, atLeast: number): string | null {
    if (!this.has(name)) return null;
    const value = this.env[name] ?? "";
    if (Buffer.byteLength(value, "utf8") >= atLeast) return value;
    this.fault(`${name} is too short: at least ${atLeast} bytes are expected.`);
    return null;
  }

  fault(sentence: string): void {
    this.faults.push(sentence);
  }
}
