import { badInput } from "../operation/errors";
import { MOST } from "./listing";

type Conditions = Readonly<Record<string, unknown>>;

/** Refuses a filter that holds more than one may. */
export const refuseLong = (filter: Conditions): void => {
  const comparisons = comparisonsIn(filter);
  if (comparisons > MOST.comparisons) {
    throw badInput(`A filter may make at most ${MOST.comparisons} comparisons; ${comparisons} were given.`);
  }
};

const comparisonsIn = (conditions: Conditions): number => {
  let count = 0;
  for (const [field, value] of Object.entries(conditions)) {
    if (value == null) continue;
    if (field === "and" || field === "or") count += inList(field, value as Conditions[]);
    else if (field === "not") count += comparisonsIn(value as Conditions);
    else count += comparisonsOf(field, value as Conditions);
  }
  return count;
};

const inList = (name: string, conditions: readonly Conditions[]): number => {
  if (conditions.length > MOST.conditions) {
    throw badInput(`\`${name}\` may hold at most ${MOST.conditions} conditions; ${conditions.length} were given.`);
  }
  return conditions.reduce((count, given) => count + comparisonsIn(given), 0);
};

const comparisonsOf = (field: string, comparisons: Conditions): number => {
  const given = Object.values(comparisons).filter((value) => value != null);
  for (const value of given) {
    if (Array.isArray(value) && value.length > MOST.among) {
      throw badInput(`\`${field}\` may be one of at most ${MOST.among}; ${value.length} were given.`);
    }
  }
  return given.length;
};
