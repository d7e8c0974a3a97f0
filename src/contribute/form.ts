import { Asked } from "../contribution/asked";
import { Written } from "../contribution/give";
import { saysSomething, strange } from "../mutation/text";

/** How much somebody may write on one area, and on how they know it. */
export const MOST_ON_AREA = 2_000;
export const MOST_ON_KNOWING = 500;

export const HOW = "how";
export const AGREED = "agreed";
/** The name of an area's field. */
export const fieldOf = ({ code }: { readonly code: string }): string => `area-${code}`;

/** What is wrong with what was sent: with which field, and what to mend. */
export interface Fault {
  readonly field: string;
  readonly text: string;
}

/** A form as it was filled in: what each field holds, by its name. */
export type Filled = Readonly<Record<string, string>>;
export const EMPTY: Filled = {};

/** A form as it was sent, its lines ended alike. Of a field that comes twice the first counts. */
export const filledIn = (body: URLSearchParams, { areas }: Asked): Filled =>
  Object.fromEntries(
    [...areas.map(fieldOf), HOW, AGREED].map((name) => [name, (body.get(name) ?? "").replace(/\r\n?/g, "\n").trim()]),
  );

/** What was written, and what stands in its way: every fault at once. */
export const writtenIn = (filled: Filled, { areas }: Asked): { written: Written; faults: readonly Fault[] } => {
  const textOf = (name: string) => filled[name] ?? "";
  const parts = areas
    .filter((area) => saysSomething(textOf(fieldOf(area))))
    .map((area) => ({ areaId: area.id, text: textOf(fieldOf(area)) }));
  const [first] = areas;
  const faults = [
    ...areas.flatMap((area) =>
      amiss(fieldOf(area), `What you write on ${area.name}`, textOf(fieldOf(area)), MOST_ON_AREA),
    ),
    ...(parts.length === 0 && first
      ? [{ field: fieldOf(first), text: "Write something on at least one of the areas." }]
      : []),
    ...(saysSomething(textOf(HOW))
      ? amiss(HOW, "How you know it", textOf(HOW), MOST_ON_KNOWING)
      : [{ field: HOW, text: "Say how you know what you write." }]),
  ];
  return { written: { parts, howKnown: textOf(HOW), agreed: textOf(AGREED) === "yes" }, faults };
};

/** Counted as the databases count: by code points. */
const amiss = (field: string, what: string, text: string, most: number): Fault[] => {
  const { length } = [...text];
  // What was no text at all is read as this sign, and is lost.
  const sign = text.includes("\uFFFD") ? "has a sign that cannot be read." : strange(text, { lines: true });
  return [
    ...(length > most
      ? [
          {
            field,
            text: `${what} may have at most ${most.toLocaleString("en-GB")} characters: it has ${length.toLocaleString("en-GB")}.`,
          },
        ]
      : []),
    ...(sign ? [{ field, text: `${what} ${sign}` }] : []),
  ];
};
