/**
 * Who may see what: section 5 of the design, word for word. The oracle of the matrix is typed from it by hand and
 * imports nothing from `src`, so that no fault of the one is a fault of the other.
 */
export const SECTION_5 = `
| | public | applicant | trainee (self) | pair partner | reviewer | assigned supervisor | assigned assessor | board partner (own board) | contributor | programme lead |
| programme, standard, open cohorts | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ |
| application, enquiry | – | own | own | – | – | – | – | – | – | ✓ |
| name, cohort, standing | – | own | ✓ | ✓ | of partner | ✓ | ✓ | of its pairs | of the pair that asked | ✓ |
| contact details | – | own | own | ✓ | own | ✓ | ✓ | of its pairs | – | ✓ |
| course and group attendance | – | – | ✓ | – | – | ✓ | ✓ | – | – | ✓ |
| individual supervision: date, length, charge | – | – | ✓ | – | own | ✓ | ✓ | ✓ | – | ✓ |
| supervision notes | – | – | if shared | – | if shared | ✓ | ✓ | – | – | ✓ |
| evidence, matrix | – | – | ✓ | items shared by both | – | ✓ | ✓ | – | own words | ✓ |
| readiness | – | – | ✓ | – | – | ✓ | ✓ | – | – | ✓ |
| contributor's identity and words | – | – | if the contributor agreed | – | – | ✓ | ✓ | – | own | ✓ |
| judgements, decision | – | – | once released | – | – | – | ✓ | – | – | ✓ |
| commission, rate, stage, dates, QA outcome | – | – | ✓ | ✓ | own | ✓ | ✓ | ✓ (QA: passed or not) | – | ✓ |
| charges to the board | – | – | – | – | – | – | – | ✓ | – | ✓ |
| programme fee | – | – | own | – | – | – | – | – | – | ✓ |
| status review, fidelity concern | – | – | own | – | own | – | – | – | – | ✓ |
| accreditation standing by number | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ |
| entries | – | about what they may see | ← | ← | ← | ← | ← | ← | – | all |
| access log | – | own | own | own | own | own | own | own | – | ✓ |
`;

/**
 * What the schema holds and section 5 has no row for, in the same form. "signed in" is whoever has a token, "colleague"
 * is whom one works with: the staff of the trainees one is, supervises or assesses, the programme's leads, who speaks
 * for a board that one's pair has to do with or for one's own, and a reviewer in a pair one works with.
 */
export const BESIDE_IT = `
| | signed in | trainee (self) | pair partner | reviewer | assigned supervisor | assigned assessor | board partner (own board) | colleague | programme lead | why |
| person | – | ✓ | ✓ | of partner | ✓ | ✓ | of its pairs | ✓ | ✓ | Somebody's name, as in "name, cohort, standing"; and one knows by name whom one works with. |
| group day | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | A day of group supervision is in everybody's calendar; who was there is not. |
| network meeting | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | A meeting of the network is in everybody's calendar, as a group day is; who was there is not. |
| quality notes | – | ✓ | ✓ | own | ✓ | ✓ | – | – | ✓ | As the commission, but a board learns of quality assurance whether it was passed. |
| whom a pair asked | – | ✓ | ✓ | own | ✓ | ✓ | – | – | ✓ | The pair knows whom it named, and its staff has to send the links; a board has no part in it. |
| application draft | – | own | – | – | – | – | – | – | – | What is not submitted yet is its writer's alone: not even that there is one may be known. |
| evidence draft | – | own | – | – | – | – | – | – | – | As an application's draft, whoever it is about; and that an item came back to a writer whom it is not about. |
| selection | – | – | – | – | – | – | – | – | ✓ | How an application was scored and where it waits: the programme's leads know, but not one whose own it is. |
| office | – | – | – | – | – | – | – | – | ✓ | How many places are left is the programme's own to know. |
| credential | – | own | – | – | – | – | – | – | ✓ | A signed statement that names somebody is theirs to show; a lead issues it. |
| roles | – | own | – | – | – | – | – | – | ✓ | What somebody is to the programme, and whether they may still sign in. |
| board | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | Boards are public bodies; a pair has to find one. |
| office | – | – | – | – | – | – | – | – | ✓ | Which files the office imported is the programme's own affair. |
`;

/** The public directory, and what is kept of it: in the same form. */
export const THE_DIRECTORY = `
| | public | signed in | trainee (self) | programme lead | why |
| directory | ✓ | ✓ | ✓ | ✓ | Who is accredited and agreed to be found by anybody, while the accreditation holds. |
| directory record | – | – | own | ✓ | An entry that is not shown, as the accreditation does not hold; and who came into the directory and left it. |
| left the directory | – | – | – | – | Words that were taken back are gone. |
`;

/** Rows of section 5 that the schema has nothing of yet, or has it elsewhere; a test asks that the others are used. */
export const NOT_YET: Readonly<Record<string, string>> = {
  "accreditation standing by number":
    "`verifyAccreditation` answers everybody alike, with no thing of the graph: `test/api/verify-accreditation.test.ts`.",
  "left the directory": "Nobody sees anything of it, so no field falls under it: see `rowOf`.",
  entries: "Each kind of entry falls under the row of what it tells of: see `kinds.ts`.",
};

/** Cells that open nothing here: a contributor has a page and does not sign in. */
export const IDLE: readonly string[] = [
  "name, cohort, standing, contributor",
  "contributor's identity and words, contributor",
];

export type Cells = Readonly<Record<string, string>>;

const parsed = (table: string): [row: string, Cells][] => {
  const [head = [], ...rows] = table
    .trim()
    .split("\n")
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return rows.map(([row = "", ...cells]) => [
    row,
    Object.fromEntries(cells.map((cell, index) => [head[index + 1] as string, cell])),
  ]);
};

/** Every row's cells by column. */
export const TABLE: ReadonlyMap<string, Cells> = new Map([
  ...parsed(SECTION_5),
  ...parsed(BESIDE_IT),
  ...parsed(THE_DIRECTORY),
]);
