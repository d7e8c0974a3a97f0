import { createHash } from "node:crypto";
import {
  DocumentNode,
  GraphQLError,
  GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  ValidationRule,
  validate,
} from "graphql";
import { RequestErrorCode } from "./errors";
import { LIMITS, limitRules } from "./limits";

/** The most documents kept. */
const KEPT = 1_000;

/** Documents that were parsed and found valid, by the hash of their text: one cache for both transports. */
export class Documents {
  readonly rules: readonly ValidationRule[];
  private readonly valid = new Map<string, DocumentNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    introspection: boolean,
  ) {
    this.rules = introspection ? limitRules : [...limitRules, NoSchemaIntrospectionCustomRule];
  }

  /** Parses and validates a text, or answers with its faults. */
  prepare(text: string): DocumentNode | readonly GraphQLError[] {
    const hash = createHash("sha256").update(text).digest("hex");
    const known = this.valid.get(hash);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: LIMITS.tokens });
    } catch (error) {
      return [unread(error as GraphQLError)];
    }
    const faults = validate(this.schema, document, [...specifiedRules, ...this.rules]);
    if (faults.length > 0) return faults.map(invalid);
    this.keep(hash, document);
    return document;
  }

  /** The same cache as Apollo Server wants it: its keys end with the same hash. */
  readonly store = {
    get: async (key: string) => this.valid.get(key.slice(-64)),
    set: async (key: string, document: DocumentNode) => this.keep(key.slice(-64), document),
    delete: async (key: string) => this.valid.delete(key.slice(-64)),
  };

  private keep(hash: string, document: DocumentNode): void {
    this.valid.set(hash, document);
    if (this.valid.size > KEPT) this.valid.delete(this.valid.keys().next().value as string);
  }
}

const unread = (fault: GraphQLError): GraphQLError => coded(fault, "GRAPHQL_PARSE_FAILED");

const invalid = (fault: GraphQLError): GraphQLError =>
  fault.extensions.code ? fault : coded(fault, "GRAPHQL_VALIDATION_FAILED");

const coded = ({ message, nodes, source, positions }: GraphQLError, code: RequestErrorCode): GraphQLError =>
  new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code },
  });
