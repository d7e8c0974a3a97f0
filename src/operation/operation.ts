import {
  DocumentNode,
  execute,
  FormattedExecutionResult,
  GraphQLError,
  GraphQLSchema,
  getOperationAST,
  Kind,
  OperationDefinitionNode,
} from "graphql";
import { getVariableValues } from "graphql/execution/values";
import type { AccessLog } from "../access/access-log";
import type { Context } from "../context";
import { Logger } from "../operator/logger";
import { Metrics } from "../operator/metrics";
import { ADDRESS, Buckets, PERSON } from "./bucket";
import { Compiled } from "./compiled";
import { costOf } from "./cost";
import { Documents } from "./documents";
import { badInput, RequestErrorCode, requestError } from "./errors";
import { inTime } from "./in-time";
import { LIMITS } from "./limits";
import { codeOf, masked } from "./mask";

/** An operation that may run: known to be within its limits and paid for. */
export interface Operation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly name: string | null;
  /** As given: the executor coerces them itself. */
  readonly variables: Record<string, unknown>;
  readonly cost: number;
}

export interface OperationOptions {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly access: Pick<AccessLog, "opened">;
  readonly introspection: boolean;
  readonly rateLimit: boolean;
}

/** The one way in for both transports: what may run, for how much, how it runs and what leaves the server. */
export class Operations {
  readonly documents: Documents;
  private readonly buckets = new Buckets();
  private readonly compiled: Compiled;

  constructor(private readonly options: OperationOptions) {
    this.documents = new Documents(options.schema, options.introspection);
    this.compiled = new Compiled(options.schema);
  }

  /** Admits an operation: its variables fit, its cost is allowed and its caller can pay. Throws GraphQLErrors. */
  admit(
    document: DocumentNode,
    name: string | null | undefined,
    given: Record<string, unknown> | null | undefined,
    caller: { personId: string | null; address: string },
  ): Operation {
    const { schema } = this.options;
    const definition = getOperationAST(document, name);
    if (!definition)
      throw badInput(name ? `There is no operation named "${name}" in the document.` : "Say which operation is meant.");
    const { errors, coerced } = getVariableValues(schema, definition.variableDefinitions ?? [], given ?? {}, {
      maxErrors: LIMITS.variableErrors,
    });
    // Told as the fault of the request that it is, whatever a scalar threw.
    if (errors) {
      const told = errors.slice(0, LIMITS.variableErrors); // graphql-js adds one to say that it stopped
      throw new Refusals(told.map(({ message, nodes }) => badInput(message, nodes)));
    }

    const cost = costOf(schema, document, definition, coerced);
    if (cost > LIMITS.cost) {
      throw requestError("LIMIT_EXCEEDED", `It could answer with more than ${LIMITS.cost} objects: ask for fewer.`, {
        cost: { requested: cost, limit: LIMITS.cost },
      });
    }
    this.pay(caller, cost);
    return { document, definition, name: name ?? null, variables: given ?? {}, cost };
  }

  /** Takes what something costs from its caller's bucket. Refuses with RATE_LIMITED when there is not so much in it. */
  pay(caller: { personId: string | null; address: string }, cost: number): void {
    if (!this.options.rateLimit) return;
    const [key, allowance] = caller.personId ? [caller.personId, PERSON] : [`@${caller.address}`, ADDRESS];
    const retryAfter = this.buckets.spend(key, cost, allowance);
    if (retryAfter > 0) {
      throw requestError("RATE_LIMITED", `That is more than you may ask for now: wait ${retryAfter} s.`, {
        retryAfter,
      });
    }
  }

  /** Runs an admitted query or mutation to its end. */
  async run(operation: Operation, ctx: Context): Promise<FormattedExecutionResult> {
    const began = performance.now();
    const result = await this.answer(operation, ctx);
    const code = (result.errors?.[0]?.extensions?.code as RequestErrorCode | undefined) ?? "OK";
    const type = operation.definition.operation === "mutation" ? "mutation" : "query";
    this.options.metrics.ran(type, code, performance.now() - began);
    return result;
  }

  private async answer(operation: Operation, ctx: Context): Promise<FormattedExecutionResult> {
    const { document, definition, name, variables, cost } = operation;
    try {
      // Read before anything else: the answer then holds at least everything up to it.
      const contextValue = selectsCursor(definition) ? Object.assign(ctx, { head: await ctx.log.head() }) : ctx;
      const compiled = definition.operation === "query" ? this.compiled.of(document, name) : null;
      const { schema } = this.options;
      const result = await inTime(
        compiled
          ? compiled(undefined, contextValue, variables)
          : execute({ schema, document, operationName: name, variableValues: variables, contextValue }),
      );
      const { data, errors } = result;
      if (data && ctx.personId) this.options.access.opened(ctx.personId, ctx.opened, ctx.now);
      return {
        ...(errors ? { errors: errors.map((error) => masked(error, this.options.log)) } : {}),
        data: data ?? null,
        extensions: { cost: { requested: cost, limit: LIMITS.cost } },
      } as FormattedExecutionResult;
    } catch (error) {
      return { errors: [masked(error, this.options.log)], data: null };
    }
  }

  mask = (error: unknown) => masked(error, this.options.log);

  /** Counts an operation that was refused before it ran, by what was wrong with it first. */
  countRefused = (error: unknown): void => this.options.metrics.refused(codeOf(error));
}

/** Several faults of one request, all told. */
export class Refusals extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join(" "));
  }
}

const selectsCursor = ({ operation, selectionSet }: OperationDefinitionNode): boolean =>
  operation === "query" &&
  // A fragment at the root may select it too: then the head is read for nothing at worst.
  selectionSet.selections.some((selection) => selection.kind !== Kind.FIELD || selection.name.value === "cursor");
