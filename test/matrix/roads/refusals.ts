import {
  GraphQLInputField,
  GraphQLInputObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { ANY_TEXT, Shown } from "../cells";
import { IDS } from "../oracle/parts";
import { Sight } from "../sight";
import { today } from "../truth/forms";
import { absentId } from "../truth/truth";
import { Matrix, Viewer } from "../viewing";
import { inputTypeOf } from "../world/stage";

type Input = Record<string, unknown>;

const RULE = "rule title phrase met needed actual next because { id text node { __typename id } }";
export const ERRORS = `errors { __typename code message path
  ... on RuleNotMet { rule { ${RULE} parts { ${RULE} parts { rule } } } } ... on Conflict { currentVersion } }`;

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();
/** Values that would do, for what is no id. */
const WORDS: Readonly<Record<string, string>> = { email: "somebody@example.org", decisionsExpected: "2026-10" };

/** The paths to the ids in an input; of a list the first. */
const idPaths = (type: GraphQLInputObjectType): string[][] =>
  Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (isInputObjectType(named)) return idPaths(named).map((path) => [field.name, ...path]);
    return named.name === "ID" ? [[field.name]] : [];
  });

/** What an id names, by the name of its field. */
const typeAt = (path: readonly string[]): string => {
  const type = IDS[path.at(-1) ?? ""];
  if (!type) throw new Error(`What is ${path.join(".")} the id of? Say so in oracle/parts.ts.`);
  return type;
};

/** An input that is as good as can be for a viewer: its ids are of things that they see. `put` stands at a path. */
const inputFor = (sight: Sight, type: GraphQLInputObjectType, path: readonly string[], put: string): Input => {
  const [next, ...rest] = path;
  const valueFor = (field: GraphQLInputField): unknown => {
    const named = getNamedType(field.type);
    const meant = field.name === next;
    if (isInputObjectType(named)) return inputFor(sight, named, meant ? rest : [], put);
    if (named.name === "ID") return meant ? put : (sight.all(typeAt([field.name]))[0]?.id ?? absentId("Person"));
    if (isEnumType(named)) return named.getValues()[0]?.name;
    const plain: Record<string, unknown> = { Int: 1, Boolean: true, Date: today(), DateTime: TOMORROW };
    return plain[named.name] ?? WORDS[field.name] ?? "Words";
  };
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => isNonNullType(field.type) || field.name === next)
      .map((field) => {
        const list = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
        return [field.name, list ? [valueFor(field)] : valueFor(field)];
      }),
  );
};

interface Errors {
  readonly errors: readonly { readonly rule?: unknown }[];
}

/**
 * Every mutation by everybody, with each id in its input put to something hidden: the answer is to the letter the one
 * for what never was, whatever else the input says. A rule that refuses names only things that the viewer sees.
 */
export const byRefusals = async (matrix: Matrix, viewer: Viewer): Promise<void> => {
  const { cells, room, world } = matrix;
  const { sight } = viewer;
  const { schema } = world.selections;
  const before = await room.log.headPosition();
  for (const mutation of Object.keys(schema.getMutationType()?.getFields() ?? {})) {
    const type = schema.getType(inputTypeOf(mutation)) as GraphQLInputObjectType;
    for (const path of idPaths(type)) {
      const named = typeAt(path);
      const at = { road: "refusals", viewer: viewer.name, thing: `${mutation}(${path.join(".")})` };
      const answer = async (id: string, expectedVersion: number): Promise<string> => {
        const input = { ...inputFor(sight, type, path, id) };
        if ("expectedVersion" in input) input.expectedVersion = expectedVersion;
        const query = `mutation ($input: ${type.name}!) { done: ${mutation}(input: $input) { ${ERRORS} cursor } }`;
        const { data, errors } = await viewer.ask(query, { input });
        for (const { rule } of (data?.done as Errors | undefined)?.errors ?? []) {
          if (rule) cells.check({ ...at, field: "rule" }, sight.rule(rule), rule);
        }
        return JSON.stringify({ data, errors });
      };
      const hidden = world.truth.all(named).filter(({ id }) => !sight.sees(id));
      const never = await answer(absentId(named), 1);
      for (const id of ["not an id", absentId(named === "Charge" ? "Person" : "Charge")]) {
        cells.check({ ...at, field: id }, never, await answer(id, 1));
      }
      for (const { id, version, reference } of [...hidden.slice(0, 1), ...hidden.slice(-1)]) {
        for (const name of reference ? [id, reference] : [id]) {
          const got = await answer(name as string, Number(version ?? 1));
          cells.check({ ...at, field: world.truth.called(id as string) }, never, got);
        }
      }
    }
  }
  const at = { road: "refusals", viewer: viewer.name, thing: "the Log" };
  cells.check(at, before, await room.log.headPosition());
};

/** Each kind of error once, as somebody who may act gets it: its fields are true, and of what they see. */
export const byErrors = async ({ cells, world, made }: Matrix, lead: Viewer): Promise<void> => {
  const { people } = made;
  const { truth } = world;
  const refused = async (mutation: string, input: Input, expected: Shown): Promise<void> => {
    const query = `mutation ($input: ${inputTypeOf(mutation)}!) { done: ${mutation}(input: $input) { ${ERRORS} cursor } }`;
    const { data, errors } = await lead.ask(query, { input });
    const at = { road: "errors", viewer: lead.name, thing: mutation };
    cells.check(at, undefined, errors);
    const [error] = data.done.errors;
    cells.check(at, expected, error);
  };
  const said = (type: string, code: string, error: Input) =>
    new Shown(type, { __typename: type, code, message: ANY_TEXT, ...error });

  const version = Number(truth.row(people.Nick).version);
  const role = { personId: people.Nick, role: "SUPERVISOR" };
  const stale = said("Conflict", "CONFLICT", { path: ["expectedVersion"], currentVersion: version });
  await refused("grantRole", { ...role, expectedVersion: version + 7 }, stale);
  const none = said("NotFound", "NOT_FOUND", { path: ["personId"] });
  await refused("grantRole", { ...role, personId: absentId("Person"), expectedVersion: 1 }, none);
  const taken = said("InvalidInput", "INVALID_INPUT", { path: ["role"] });
  await refused("revokeRole", { ...role, reason: "Why", expectedVersion: version }, taken);

  const because = [new Shown("Reason", { id: people.Lou, text: ANY_TEXT, node: lead.sight.node(people.Lou) })];
  const half = { rule: "E6", title: ANY_TEXT, phrase: ANY_TEXT, met: false, needed: 2, actual: 1, next: ANY_TEXT };
  const rule = new Shown("RuleOutcome", { ...half, because, parts: [] });
  const unfit = said("RuleNotMet", "RULE_NOT_MET", { path: [], rule });
  await refused("formPair", { personIds: [people.Lou, people.Nick] }, unfit);

  const once = { name: "Kim", email: "kim@example.org", idempotencyKey: "a key of Lee's" };
  const { data } = await lead.ask(INVITE, { input: once });
  cells.check({ road: "errors", viewer: lead.name, thing: "invitePerson" }, [], data.done.errors);
  const used = said("IdempotencyConflict", "IDEMPOTENCY_CONFLICT", { path: ["idempotencyKey"] });
  await refused("invitePerson", { ...once, name: "Kit" }, used);
};

const INVITE = "mutation ($input: InvitePersonInput!) { done: invitePerson(input: $input) { errors { message } } }";
