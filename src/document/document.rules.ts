import { invalid, UserError } from "../mutation/refused";
import { strange } from "../mutation/text";
import { DocumentType, FORMS } from "./document-type";

/** R34, R53: a document has at most 25 MiB. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** So many documents one thing may have, those that are only announced included. */
export const MOST_DOCUMENTS = 10;

const BELONGS = ["applicationId", "evidenceDraftId", "commissionId"] as const;
type Belongs = { readonly [Id in (typeof BELONGS)[number]]?: string | null };

/** What is wrong with what a document is said to belong to: it belongs to one thing. */
export const belongingFaults = (input: Belongs): UserError[] => {
  const given = BELONGS.filter((id) => input[id] != null);
  if (given.length === 1) return [];
  const said = `exactly one of ${BELONGS.join(", ")} is expected; ${given.length === 0 ? "none was" : `${given.join(" and ")} were`} given.`;
  return given.length === 0 ? [invalid([], said)] : given.map((id) => invalid([id], `${id} is one too many: ${said}`));
};

/** Signs that part a path somewhere, or that a system takes for more than a sign. */
const NOT_IN_A_NAME = /[/\\:*?"<>|\u202a-\u202e\u2066-\u2069]/;

/** What is wrong with a file's name: it is a label, and nothing is ever opened by it. */
export const nameFaults = (fileName: string, type: DocumentType): UserError[] => {
  const fault = (sentence: string) => invalid(["fileName"], `fileName ${sentence}`);
  const { endings } = FORMS[type];
  const ending = /^.+\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const odd = strange(fileName, { lines: false });
  return [
    ...(NOT_IN_A_NAME.test(fileName) ? [fault("is no plain name: it has a sign of a path in it.")] : []),
    ...(odd ? [fault(odd)] : []),
    ...(/^[\s.]|[\s.]$/.test(fileName) ? [fault("begins or ends with a dot or a space.")] : []),
    ...(endings.includes(ending)
      ? []
      : [fault(`must end with ${endings.map((each) => `.${each}`).join(" or ")}, as its type is ${type}.`)]),
  ];
};

/** What is wrong with adding one more document to a thing that has so many. */
export const countFaults = (path: string, count: number): UserError[] =>
  count < MOST_DOCUMENTS ? [] : [invalid([path], `${path} has ${MOST_DOCUMENTS} documents already: remove one first.`)];
