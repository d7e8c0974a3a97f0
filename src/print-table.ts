import "reflect-metadata";
import { mkdirSync, writeFileSync } from "node:fs";
import { GraphQLObjectType, GraphQLSchema } from "graphql";
import { rowOf } from "./graph/closed";
import { allThings, Thing } from "./graph/thing";
import { KINDS } from "./log/kinds";
import { makeSchema } from "./schema";
import { Flag, RELATIONS, ROWS, RowName, TABLE } from "./scope/table";

type Line = readonly string[];

const table = (head: Line, lines: readonly Line[]): string =>
  [head, head.map(() => "---"), ...lines].map((line) => `| ${line.join(" | ")} |`).join("\n");

const cells = (row: RowName): Line => {
  const { cells: given, withheld } = TABLE[row] as {
    cells: Record<string, string>;
    withheld?: { from: Line; until: Flag };
  };
  return [
    `**${row}**`,
    ...RELATIONS.map((relation) => given[relation] ?? "–"),
    withheld ? `from ${withheld.from.join(", ")}, until ${withheld.until}` : "–",
  ];
};

const fieldsOf = (schema: GraphQLSchema, thing: Thing): Line[] => {
  const byRow = new Map<RowName, string[]>();
  for (const field of Object.values((schema.getType(thing.name) as GraphQLObjectType).getFields())) {
    const row = rowOf(thing, field) as RowName;
    byRow.set(row, [...(byRow.get(row) ?? []), field.name]);
  }
  const others = [...byRow].filter(([row]) => row !== thing.sees);
  const own = [`**${thing.name}**`, thing.sees, (byRow.get(thing.sees) ?? []).join(", ")];
  return [own, ...others.map(([row, names]) => ["", row, names.join(", ")])];
};

/** "Who may see what", as the code has it: the table, every field of every thing, every kind of entry. */
export const printedTable = (schema: GraphQLSchema = makeSchema()): string => {
  const things = [...allThings()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const kinds = Object.entries(KINDS).map(([kind, { sees, facts, ...rest }]) => [
    `**${kind}**`,
    "opened" in rest ? `${sees}, ${rest.opened}` : sees,
    facts.join(", ") || "–",
    "reason" in rest ? rest.reason : "–",
  ]);
  const recorded = things.filter(({ opens }) => opens).map(({ name }) => `**${name}**`);
  return `# Who may see what

Printed from the code by \`npm run schema\`; not for editing. The rows are \`src/scope/table.ts\`; a field names its row where it is declared, a kind of entry in \`src/log/kinds.ts\`. A field, list or kind that names none fails the build.

## The table

✓ the viewer sees it where it concerns somebody or something the viewer is related to in that way; "released", "shared": once that has happened; "of trainees": where it is a trainee's, and not what is somebody's own as a reviewer; – never by that relation. What nobody's cell gives is hidden: null, absent from lists and counts, and as if it did not exist.

${table(["row", ...RELATIONS, "withheld"], ROWS.map(cells))}

Relations: **self** the person, and the trainee they are; **partner** the other of the pair, where the viewer is its trainee; **reviewer** the same, where the viewer is its accredited member; **supervisor**, **assessor** of trainees assigned to them; **board** who speaks for the board whose matter it is; **boardOfPair** who speaks for a board the pair has asked; **colleague** people one works with, by name; **lead** the programme lead.

## Every field

Seen under the thing's own row unless another is named. Types that are not listed (pages, payloads, messages, amounts) are parts: who sees what holds them sees their fields.

${table(
  ["thing", "row", "fields"],
  things.flatMap((thing) => fieldsOf(schema, thing)),
)}

Some things are seen row by row: an **Accreditation** that is not released yet falls under "judgements"; **Evidence** is also seen by whoever gave it; a **Document** is seen with the application, evidence or commission it belongs to; a GROUP **SupervisionSession** falls under "groupDay", and one with a reviewer is also seen, with its notes, by the supervisor who held it; a **Charge** that a trainee pays falls under "fee"; an **Entry** under the row of its kind; an **Access** to what is withheld from a programme lead is withheld with it.

Whoever reads more than its id of any ${recorded.join(" or ")}, or the facts of an entry that repeat them, is recorded: that is an **Access**. An **Accreditation** and its **Credential** open the assessment that led to them until that is released, and nothing afterwards.

## Every kind of entry

${table(["kind", "row", "facts it may hold", "reason"], kinds)}
`;
};

if (require.main === module) {
  mkdirSync("docs", { recursive: true });
  writeFileSync("docs/who-may-see-what.md", printedTable());
}
