import {
  GraphQLField,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { STATED_FROM, STATED_TO } from "./truth/forms";
import { asOf } from "./truth/history";

/** How many things are asked for of a list below another thing, and of one below that. */
export const BELOW = 20;
export const FAR_BELOW = 3;

export type Kind = "value" | "part" | "connection" | "thing" | "anything";

/** What a field answers with, as the schema says. */
export interface Answer {
  readonly kind: Kind;
  /** The type's name; of a connection the type of what it holds. */
  readonly type: string;
  readonly list: boolean;
}

const isThing = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node");

const answers = new WeakMap<object, Answer>();
export const answerOf = (field: GraphQLField<unknown, unknown>): Answer => {
  const known = answers.get(field) ?? readAnswer(field);
  answers.set(field, known);
  return known;
};

const readAnswer = ({ type }: GraphQLField<unknown, unknown>): Answer => {
  const named = getNamedType(type);
  const list = isListType(isNonNullType(type) ? type.ofType : type);
  const of = (kind: Kind, name = named.name): Answer => ({ kind, type: name, list });
  if (isInterfaceType(named)) return of("anything");
  if (!isObjectType(named)) return of("value");
  if (isThing(named)) return of("thing");
  return named.name.endsWith("Connection") ? of("connection", named.name.slice(0, -"Connection".length)) : of("part");
};

const MONEY = "{ amountMinor currency formatted }";
const SUM = `amount ${MONEY} vat ${MONEY} withVat ${MONEY}`;
const RULE = "rule title phrase met needed actual next because { id text node { __typename id } }";
const AT = () => `(at: "${asOf()}")`;
/** What is asked for of parts that take arguments. */
const GIVEN: Readonly<Record<string, () => string>> = {
  Statement: () => `(from: "${STATED_FROM}", to: "${STATED_TO}")`,
  TraineeSnapshot: AT,
  CommissionSnapshot: AT,
  AccreditationSnapshot: AT,
};
/** How parts of things are asked for. */
const PARTS: Readonly<Record<string, string>> = {
  Money: MONEY,
  Statement: `{ from to openingBalance ${MONEY} closingBalance ${MONEY} complete ${SUM} totals { kind ${SUM} }
    lines { charge { id } raisedAt kind purpose ${SUM} balance ${MONEY} } rates { person { id } rate ${MONEY} payer } }`,
  ApplicationQuestion: "{ number text asksForReview }",
  EvidenceMatrixCell: "{ area { id } code count source }",
  LaterEvidence: "{ evidence { id } submittedAt }",
  LaterReview: "{ commission { id } concerns open }",
  Change: "{ name before after }",
  TraineeSnapshot: "{ at standing cohort enrolledOn pair ready rules { rule met } erased }",
  CommissionSnapshot: `{ at stage board pair reviewKind format sector practice commissionedOn startedOn targetOn late
    pausedOn pausedUntil qualityPassed qualityRecordedOn boardResponse publication publicationAddress erased }`,
  AccreditationSnapshot: `{ at standing accreditedOn yearFrom reviewDueOn lapsesOn lapsedOn conditionsUntil withdrawnOn
    restoredOn erased }`,
  RuleOutcome: `{ ${RULE} parts { ${RULE} parts { rule } } }`,
};
export const PAGE_INFO = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

/** The types of things, and their fields, as introspection tells them. */
export class Selections {
  constructor(readonly schema: GraphQLSchema) {
    this.things = Object.values(schema.getTypeMap())
      .filter(isThing)
      .map(({ name }) => name);
    this.mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  }

  readonly things: readonly string[];
  readonly mutations: readonly string[];

  fields(type: string): readonly GraphQLField<unknown, unknown>[] {
    const known = this.known.get(type) ?? Object.values((this.schema.getType(type) as GraphQLObjectType).getFields());
    this.known.set(type, known);
    return known;
  }
  private readonly known = new Map<string, readonly GraphQLField<unknown, unknown>[]>();

  /** Every field of a thing. `far` is what is asked of the things that its edges lead to, by their type. */
  whole(type: string, first = BELOW, far: (type: string) => string = () => "id"): string {
    return this.fields(type)
      .map((field) => this.field(field, first, far))
      .join(" ");
  }

  /** One field of a thing. */
  field(field: GraphQLField<unknown, unknown>, first = BELOW, far: (type: string) => string = () => "id"): string {
    const { kind, type } = answerOf(field);
    if (kind === "value") return field.name;
    if (kind === "part") return `${field.name}${GIVEN[type]?.() ?? ""} ${this.part(type)}`;
    if (kind === "anything") return `${field.name} { __typename id }`;
    if (kind === "thing") return `${field.name} { ${far(type)} }`;
    return `${field.name}(first: ${first}) { totalCount ${PAGE_INFO} nodes { ${far(type)} } edges { cursor node { id } } }`;
  }

  /** The type of a subscription's messages. */
  messageOf(subscription: string): string {
    const field = this.schema.getSubscriptionType()?.getFields()[subscription];
    return getNamedType(field?.type)?.name ?? "?";
  }

  /** The thing in a mutation's payload. */
  payloadOf(mutation: string): GraphQLField<unknown, unknown> {
    const payload = getNamedType(this.schema.getMutationType()?.getFields()[mutation]?.type);
    const thing = this.fields(payload?.name ?? "?").find(({ name }) => name !== "errors" && name !== "cursor");
    if (!thing) throw new Error(`The payload of ${mutation} holds no thing.`);
    return thing;
  }

  private part(type: string): string {
    const asked = PARTS[type];
    if (!asked) throw new Error(`How is ${type} asked for? Say so in selection.ts.`);
    return asked;
  }

  /** The things that a type's edges lead to. */
  neighbours(type: string): string[] {
    const far = this.fields(type)
      .map(answerOf)
      .filter(({ kind }) => kind === "thing" || kind === "connection");
    return [...new Set(far.map((answer) => answer.type))];
  }
}
