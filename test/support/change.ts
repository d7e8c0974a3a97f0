import { counts } from "./counts";
import { Served } from "./tandem";

const ERRORS = `errors {
  __typename code message path
  ... on RuleNotMet { rule { rule met needed actual next because { text } } }
  ... on Conflict { currentVersion }
}`;

/** One mutation over HTTP, by its name and input; `selection` is what is asked of its payload beside errors and cursor. */
export const ask = (
  tandem: Served,
  personId: string | null,
  mutation: string,
  input: Record<string, unknown>,
  selection = "",
) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  return tandem
    .as(personId)
    .ask(`mutation Act($input: ${type}!) { ${mutation}(input: $input) { ${selection} ${ERRORS} cursor } }`, { input });
};

// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape it asked for.
type Payload = any;

/** A change that must be done: its payload. */
export const done = async (...asked: Parameters<typeof ask>): Promise<Payload> => {
  const { data, errors } = await ask(...asked);
  expect(errors).toBeUndefined();
  const payload = data[asked[2]];
  expect(payload).toMatchObject({ errors: [], cursor: expect.any(String) });
  return payload;
};

/** A change that must be refused: its errors. No table, the Log included, has a row more or less than before. */
export const refused = async (...asked: Parameters<typeof ask>): Promise<Payload[]> => {
  const [{ db }, , mutation] = asked;
  const before = await counts(db);
  const { data, errors } = await ask(...asked);
  expect(errors).toBeUndefined();
  expect(await counts(db)).toEqual(before);
  expect(data[mutation].cursor).toBeNull();
  expect(data[mutation].errors).not.toEqual([]);
  return data[mutation].errors;
};

/** A request that must fail as a whole: the code of its first error. Nothing is written. */
export const rejected = async (...asked: Parameters<typeof ask>): Promise<string> => {
  const [{ db }] = asked;
  const before = await counts(db);
  const { errors } = await ask(...asked);
  expect(await counts(db)).toEqual(before);
  return errors?.[0]?.extensions?.code;
};
