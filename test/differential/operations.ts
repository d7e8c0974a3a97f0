import {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { thingNamed } from "../../src/graph/thing";
import { oneOf, Roll, Vocabulary } from "./vocabulary";

export interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

type AnyField = GraphQLField<unknown, unknown>;
type Holder = GraphQLObjectType | GraphQLInterfaceType;

const DEEPEST = 6;
/** About so many fields in one operation. */
const FIELDS = 30;

/** Makes operations of all that the schema allows, from its own description. */
export class Operations {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly roll: Roll,
    private readonly words: Vocabulary,
  ) {}

  query(): Operation {
    return new Writing(this.schema, this.roll, this.words).write("query", 1 + Math.floor(this.roll() * 2));
  }

  subscription(): Operation {
    return new Writing(this.schema, this.roll, this.words).write("subscription", 1);
  }

  /** A value for an input, as a variable has it. */
  value(type: GraphQLInputType, name: string): unknown {
    return new Writing(this.schema, this.roll, this.words).value(type, name, "");
  }
}

class Writing {
  private readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  private left = FIELDS;
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly roll: Roll,
    private readonly words: Vocabulary,
  ) {}

  write(operation: "query" | "subscription", roots: number): Operation {
    const type = operation === "query" ? this.schema.getQueryType() : this.schema.getSubscriptionType();
    const fields = Object.values((type as GraphQLObjectType).getFields());
    const asked = Array.from({ length: roots }, (_, at) => {
      const field = oneOf(this.roll, fields);
      return `${isLeafType(getNamedType(field.type)) ? "" : `r${at}: `}${this.field(field, 1)}`;
    });
    const variables = this.declared.length > 0 ? `(${this.declared.join(", ")})` : "";
    const query = [`${operation} Asked${variables} { ${asked.join(" ")} }`, ...this.fragments].join("\n");
    return { query, variables: this.variables };
  }

  private chance(of: number): boolean {
    return this.roll() < of;
  }

  private field(field: AnyField, depth: number): string {
    this.left -= 1;
    const named = getNamedType(field.type);
    // A page has one end: two are refused, which is tried elsewhere.
    const [end, place] = this.chance(0.7) ? ["last", "before"] : ["first", "after"];
    const args = field.args.filter(({ name }) => name !== end && name !== place);
    const given = args.flatMap((arg) => this.argument(arg, field));
    const asked = `${field.name}${given.length > 0 ? `(${given.join(", ")})` : ""}`;
    if (isLeafType(named)) return asked;
    return `${asked} { ${this.selection(named as Holder, depth)} }`;
  }

  private selection(type: Holder, depth: number): string {
    const fields = Object.values(type.getFields());
    const edges = fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)) && this.chance(0.5));
    // A page has nothing but what it leads to: there at least one edge is followed.
    const page = type.name.endsWith("Connection") || type.name.endsWith("Edge");
    const followed = edges.filter(() => this.chance(page ? 0.7 : 0.35));
    const further = depth < DEEPEST && this.left > 0 ? followed : [];
    const parts = [
      ...leaves.map((leaf) => this.named(leaf, this.field(leaf, depth))),
      ...further.map((edge) => this.named(edge, this.field(edge, depth + (page ? 0 : 1)))),
      ...(isInterfaceType(type) ? this.onSome(type, depth) : []),
    ];
    if (isObjectType(type) && parts.length > 2 && this.chance(0.15)) return this.inFragment(type, parts);
    return `__typename ${parts.join(" ")}`;
  }

  /** Under another name, now and then; not a cursor's, by whose name it is known in the answer. */
  private named({ name }: AnyField, asked: string): string {
    if (/cursor/i.test(name) || this.aliases > 30 || !this.chance(0.1)) return asked;
    this.aliases += 1;
    return `a${this.aliases}: ${asked}`;
  }

  private inFragment(type: GraphQLObjectType, parts: readonly string[]): string {
    const name = `Part${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${parts.join(" ")} }`);
    return `__typename ...${name}`;
  }

  /** What one type of several has of its own: under names of its own, as others may have such a field of another type. */
  private onSome(type: GraphQLInterfaceType, depth: number): string[] {
    const of = oneOf(this.roll, this.schema.getPossibleTypes(type));
    const fields = Object.values(of.getFields()).filter(({ name }) => !/cursor/i.test(name) && this.chance(0.4));
    const some = fields.filter(({ type: to }) => isLeafType(getNamedType(to)) || depth < DEEPEST).slice(0, 5);
    const asked = some.map((field) => {
      this.aliases += 1;
      return `a${this.aliases}: ${this.field(field, depth + 1)}`;
    });
    return [`... on ${of.name} { __typename ${asked.join(" ")} }`];
  }

  private argument(arg: GraphQLArgument, field: AnyField): string[] {
    const must = isNonNullType(arg.type);
    if (!must && !this.chance(OFTEN[arg.name] ?? 0.3)) return [];
    const about = getNamedType(field.type).name.replace(/Connection$/, "");
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${arg.type}`);
    this.variables[name] = this.value(arg.type, arg.name, about);
    return [`${arg.name}: $${name}`];
  }

  /** A value of an input type, from the words there are. `about` is the type of thing its field answers with. */
  value(type: GraphQLInputType, name: string, about: string): unknown {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      return Array.from({ length: 1 + Math.floor(this.roll() * 2) }, () => this.value(nullable.ofType, name, about));
    }
    if (isEnumType(nullable)) return oneOf(this.roll, nullable.getValues()).name;
    if (isInputObjectType(nullable)) {
      const all = Object.values(nullable.getFields());
      const some = all.filter((field) => isNonNullType(field.type) || this.chance(1.5 / all.length));
      // A comparison knows by the name of its field what is compared.
      const inner = (field: string) => (/Comparison$/.test(nullable.name) ? name : field);
      return Object.fromEntries(some.map((field) => [field.name, this.value(field.type, inner(field.name), about)]));
    }
    switch (getNamedType(type).name) {
      case "ID":
        return this.words.id(thingNamed(nameMeant(name))?.prefix ?? thingNamed(about)?.prefix ?? this.anyPrefix());
      case "Int":
        return this.chance(0.03) ? oneOf(this.roll, [0, -1, 101]) : 1 + Math.floor(this.roll() * 4);
      case "Boolean":
        return this.chance(0.5);
      case "Date":
        return this.words.day();
      case "DateTime":
        return this.words.moment();
      case "Cursor":
        return this.words.cursor("log");
      default:
        if (name !== "after" && name !== "before") return this.part(this.words.word());
        return this.words.cursor(thingNamed(about)?.prefix);
    }
  }

  private part(word: string): string {
    const from = Math.floor(this.roll() * word.length * 0.5);
    return this.chance(0.3) ? word : word.slice(from, from + 4);
  }

  private anyPrefix(): string {
    const types = this.schema.getPossibleTypes(this.schema.getType("Node") as GraphQLInterfaceType);
    return thingNamed(oneOf(this.roll, types).name)?.prefix as string;
  }
}

/** How often what may be left out is given. */
const OFTEN: Record<string, number> = { after: 0.2, before: 0.2, first: 0.6, last: 0.6 };

const MEANT: Record<string, string> = {
  replaces: "Evidence",
  ...{
    area: "CompetencyArea",
    session: "SupervisionSession",
    supervisor: "Person",
    reviewer: "Person",
    assessor: "Person",
  },
  ...{ item: "ProgrammeItem", facilitator: "Person" },
  meeting: "NetworkMeeting",
  with: "Person",
  criterion: "ProgrammeItem",
};

/** `traineeId` and `traineeIds` mean a Trainee. */
export const nameMeant = (name: string): string => {
  const [, of = ""] = /^(\w+?)Ids?$/.exec(name) ?? [];
  return MEANT[of] ?? of.charAt(0).toUpperCase() + of.slice(1);
};
