import type { EnvironmentContext, JestEnvironment, JestEnvironmentConfig } from "@jest/environment";
import { ModernFakeTimers } from "@jest/fake-timers";
import NodeEnvironment from "jest-environment-node";
import { ModuleMocker } from "jest-mock";

type Globals = Record<string | symbol, PropertyDescriptor>;

const globalsNow = (): Globals => Object.getOwnPropertyDescriptors(globalThis) as Globals;

/** The globals that Node itself has. What a test file puts in the place of one, and what Jest puts there, ends with it. */
class OneWorld implements JestEnvironment {
  readonly global = globalThis as unknown as JestEnvironment["global"];
  readonly moduleMocker = new ModuleMocker(globalThis);
  readonly fakeTimers = null;
  readonly fakeTimersModern: ModernFakeTimers;
  private readonly globals = globalsNow();
  private readonly variables = { ...process.env };
  private readonly ofProcess = { exit: process.exit, getBuiltinModule: process.getBuiltinModule };

  constructor({ projectConfig }: JestEnvironmentConfig) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  getVmContext() {
    return null;
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.restoreGlobals();
    Object.assign(process, this.ofProcess);
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
  }

  /** Names that are new are left: libraries keep there what they know. Symbols that are new are Jest's. */
  private restoreGlobals() {
    const now = globalsNow();
    for (const name of Reflect.ownKeys(now)) {
      const before = this.globals[name];
      if (before && before.value !== now[name]?.value) Reflect.defineProperty(globalThis, name, before);
      if (!before && typeof name === "symbol") Reflect.deleteProperty(globalThis, name);
    }
  }
}

/**
 * Where a test file runs; Jest calls it with `new`. Jest's own environment makes globals for each file, among which it
 * must load and compile the whole server anew, and finds each global name slowly: that took two fifths of the suite's
 * time. Only `….alone.test` runs there: a file that changes what modules know, as an entity of its own does.
 */
export default function World(config: JestEnvironmentConfig, context: EnvironmentContext): JestEnvironment {
  return context.testPath.endsWith(".alone.test.js") ? new NodeEnvironment(config, context) : new OneWorld(config);
}
