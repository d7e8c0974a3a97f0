import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type { JestEnvironment } from "@jest/environment";

/** What Jest loads the modules of a test file with. */
interface Modules {
  requireModule(path: string): unknown;
  requireInternalModule(path: string): unknown;
  requireModuleOrMock(from: string, name: string): unknown;
}

type Runner = (
  ofAll: unknown,
  ofProject: unknown,
  environment: JestEnvironment,
  modules: Modules,
  path: string,
  ...more: unknown[]
) => Promise<unknown>;

const { default: circus }: { default: Runner } = require("jest-circus/runner");
const CIRCUS = require.resolve("jest-circus/runner");
createRequire(CIRCUS)("expect"); // it keeps its matchers in a global, from the first file to the last
const TESTS = `${dirname(__dirname)}${sep}`;

/** Of every file its own: the tests, with what supports them, and what Jest knows of those that run. */
const isOfOneFile = (path: string) => path.startsWith(TESTS) || path === join(dirname(CIRCUS), "jestAdapterInit.js");

/**
 * Runs a test file with the modules of Node itself: Tandem and its libraries are loaded once a process, not once a file.
 * A file that runs among globals of its own has modules of its own too.
 */
const runner: Runner = (ofAll, ofProject, environment, modules, path, ...more) => {
  const shared = environment.getVmContext() === null;
  if (shared) for (const loaded of Object.keys(require.cache).filter(isOfOneFile)) delete require.cache[loaded];
  const load = shared ? createRequire(path) : modules.requireModule.bind(modules);
  load(join(__dirname, "as-in-production.js"));
  load(require.resolve("reflect-metadata"));
  if (!shared) return circus(ofAll, ofProject, environment, modules, path, ...more);

  const { jest } = modules.requireModuleOrMock(path, "@jest/globals") as { jest: unknown };
  Object.assign(globalThis, { jest });
  const native = Object.create(modules, { requireModule: { value: load }, requireInternalModule: { value: load } });
  return circus(ofAll, ofProject, environment, native, path, ...more);
};

export = runner;
