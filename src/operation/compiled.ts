import { DocumentNode, ExecutionResult, GraphQLSchema } from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";

type Run = (
  root: unknown,
  context: unknown,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult> | ExecutionResult;

/** The most compiled queries kept. */
const KEPT = 500;

// Texts, numbers, booleans and enums are answered as they are read: reads answer what their types promise, and making
// sure of it again for each leaf costs more than all else in the executor.
const OPTIONS = { disablingCapturingStackErrors: true, disableLeafSerialization: true };

/** Compiles queries to JavaScript on second sight: compiling costs more than it saves a document that comes once. */
export class Compiled {
  private readonly runs = new Map<DocumentNode, Map<string, Run | null>>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The compiled form, or null: then let the ordinary executor do it. */
  of(document: DocumentNode, name: string | null): Run | null {
    const byName = this.runs.get(document);
    if (!byName) {
      this.runs.set(document, new Map());
      if (this.runs.size > KEPT) this.runs.delete(this.runs.keys().next().value as DocumentNode);
      return null;
    }
    const key = name ?? "";
    const known = byName.get(key);
    if (known !== undefined) return known;
    const run = this.compile(document, name);
    byName.set(key, run);
    return run;
  }

  private compile(document: DocumentNode, name: string | null): Run | null {
    try {
      const compiled = compileQuery(this.schema, document, name ?? undefined, OPTIONS);
      return isCompiledQuery(compiled) ? (compiled.query as Run) : null;
    } catch {
      return null; // not everything can be compiled
    }
  }
}
