import { Operation } from "./operations";
import { Vocabulary } from "./vocabulary";

interface Faulty {
  readonly what: string;
  operation(words: Vocabulary): Operation;
}

const nested = (times: number): string =>
  times === 0 ? "id" : `pair { members { trainee { ${nested(times - 1)} } } }`;
const many = (count: number, field: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => field(at)).join(" ");

const faulty = (
  what: string,
  query: string,
  variables: (words: Vocabulary) => Operation["variables"] = () => ({}),
) => ({
  what,
  operation: (words: Vocabulary) => ({ query, variables: variables(words) }),
});

/** Operations that nobody may ask, with hidden values among their own. */
export const FAULTY: readonly Faulty[] = [
  faulty("what is no GraphQL", "query { trainees { nodes { id }"),
  faulty("a field that there is not", "{ trainees { nodes { emails } } }"),
  faulty("an enum value that there is not", "{ trainees(orderBy: BY_MARKS) { nodes { id } } }"),
  faulty("a subscription over HTTP", "subscription { feed { cursor } }"),
  faulty("an operation that is too deep", `query ($id: ID!) { trainee(id: $id) { ${nested(5)} } }`, (words) => ({
    id: words.id("trn"),
  })),
  faulty(
    "an operation that costs too much",
    `{ trainees(first: 100) { nodes { evidence(first: 100) { nodes { id areas { id } } } } } }`,
  ),
  faulty(
    "too many aliases",
    `query ($id: ID!) { trainee(id: $id) { ${many(51, (at) => `a${at}: id`)} } }`,
    (words) => ({
      id: words.id("trn"),
    }),
  ),
  faulty(
    "too many root fields",
    `query ($id: ID!) { ${many(21, (at) => `a${at}: node(id: $id) { id }`)} }`,
    (words) => ({
      id: words.id("asm"),
    }),
  ),
  faulty("more ids than it may name", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", (words) => ({
    ids: Array.from({ length: 101 }, () => words.id("evd")),
  })),
  faulty("a variable that is missing", "query ($id: ID!) { assessment(id: $id) { id } }"),
  faulty("a variable of another type", "query ($id: ID!) { assessment(id: $id) { id } }", (words) => ({
    id: { is: words.id("asm") },
  })),
  faulty(
    "a filter that there is not",
    "query ($f: TraineeFilter) { trainees(filter: $f) { totalCount } }",
    (words) => ({
      f: { email: { contains: words.word() } },
    }),
  ),
  faulty("a page of no size", "{ entries(first: 0) { totalCount } }"),
  faulty("a page with two ends", "{ entries(first: 2, last: 2) { totalCount } }"),
  faulty("a place that is none", "query ($at: String) { entries(after: $at) { totalCount } }", (words) => ({
    at: words.id("ent"),
  })),
];
