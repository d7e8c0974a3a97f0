import { invalid, UserError } from "../mutation/refused";
import { ProgrammeSection } from "./programme-section";

/** An item as it is to be published. */
export interface Given {
  readonly itemId?: string | null;
  readonly text: string;
  readonly days?: number | null;
}

/** An item as it is kept; `retiredOn` is null while it is published. */
export interface Kept {
  readonly id: string;
  readonly programmeId: string;
  readonly section: ProgrammeSection;
  readonly ordinal: number;
  readonly text: string;
  readonly days: number | null;
  readonly retiredOn: string | null;
}

/** What is wrong with a list as it is to be published: `known` are the items it names. */
export const faultsOfList = (
  list: Pick<Kept, "programmeId" | "section">,
  items: readonly Given[],
  known: ReadonlyMap<string, Kept>,
): UserError[] =>
  items.flatMap(({ itemId, days }, index) => {
    const fault = (name: string, what: string) =>
      invalid(["items", String(index), name], `items.${index}.${name} ${what}`);
    const item = itemId ? known.get(itemId) : undefined;
    const elsewhere = item && (item.programmeId !== list.programmeId || item.section !== list.section);
    const twice = itemId && items.findIndex((other) => other.itemId === itemId) < index;
    const inDays = list.section === ProgrammeSection.UNPAID_TIME;
    return [
      ...(elsewhere ? [fault("itemId", "is an item of another list.")] : []),
      ...(twice ? [fault("itemId", "is in the list twice.")] : []),
      ...(inDays && days == null ? [fault("days", "must say how many days of unpaid time it is.")] : []),
      ...(!inDays && days != null ? [fault("days", "is for unpaid time only.")] : []),
    ];
  });

/** R52: an item that is left out is retired and not removed: what was scored by it still says by what. */
export const retired = (published: readonly Kept[], items: readonly Given[]): Kept[] =>
  published.filter(({ id, retiredOn }) => retiredOn === null && !items.some(({ itemId }) => itemId === id));

/**
 * R52: while so many applications wait for a decision, criteria are corrected and put in order, and are otherwise the same
 * for everybody: none comes, none goes. Where there are none yet nobody is scored, and the first are published.
 */
export const faultsOfCriteria = (
  section: ProgrammeSection,
  before: readonly Kept[],
  items: readonly Given[],
  undecided: number,
): UserError[] => {
  const published = before.filter(({ retiredOn }) => retiredOn === null);
  if (section !== ProgrammeSection.SELECTION_CRITERIA || undecided === 0 || published.length === 0) return [];
  const comes = items.some(({ itemId }) => !published.some(({ id }) => id === itemId));
  if (!comes && retired(published, items).length === 0) return [];
  const wait = undecided === 1 ? "1 application waits" : `${undecided} applications wait`;
  return [invalid(["items"], `items may neither add nor retire a criterion: ${wait} for a decision.`)];
};
