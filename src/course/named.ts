import { Row } from "../database/database";
import { absent, invalid, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";

/** What a day has of something, by id in order, and is to have; with every fault of what was named. */
export interface Named {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly faults: readonly UserError[];
}

/** What the ids that an input names at a path come to: each must be among the rows found, fit, and be named once. */
export const named = (
  before: readonly string[],
  ids: readonly string[],
  path: string,
  found: readonly Row[],
  unfit: (row: Row) => string | null,
): Named => {
  const faults = ids.flatMap((id, index) => {
    const at = [path, String(index)];
    const row = found.find((one) => one.id === id);
    if (!row) return absent(...at).errors;
    const why = unfit(row) ?? (ids.indexOf(id) < index ? `${path} names it twice.` : null);
    return why === null ? [] : [invalid(at, why)];
  });
  return { before, after: [...ids].sort(), faults };
};

/** Ties to a day what it has not yet, and unties what it is to have no more. */
export const tie = async <T extends object>(
  { before, after }: Named,
  row: (id: string) => T,
  { manager }: Transaction,
  target: new () => T,
): Promise<void> => {
  for (const id of before) if (!after.includes(id)) await manager.delete(target, row(id) as never);
  for (const id of after) if (!before.includes(id)) await manager.insert(target, row(id) as never);
};
