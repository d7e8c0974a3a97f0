import { Fault, Office, openOffice } from "./office";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.db.close());

const HEAD = "name,email,phone,role";
const KIM = "Kim,kim@example.org,,";
const readAs = (of: string) => `read with ${of} between cells it does not.`;
const formula = (column: string, sign: string): string =>
  `${column} begins as a formula does: a spreadsheet would work out what follows ${JSON.stringify(sign)}.`;
const CONTROL = "has a line break or another sign in it that is not part of a text.";
const UNREAD = "has letters that could not be read: save the file as UTF-8.";

test.each<[what: string, csv: string]>([
  ["with a byte order mark", `\uFEFF${HEAD}\n${KIM}`],
  ["whose lines end as on Windows", `${HEAD}\r\n${KIM}\r\n`],
  ["whose lines end as on an old Macintosh", `${HEAD}\r${KIM}\r`],
  ["without an end to its last line", `${HEAD}\n${KIM}`],
  ["with semicolons", `${HEAD};\n${KIM}`.replaceAll(",", ";")],
  ["with tabs", `${HEAD}\n${KIM}`.replaceAll(",", "\t")],
  ["whose columns stand otherwise, in capitals and with spaces", " EMAIL , Name\nkim@example.org , Kim"],
  ["with a byte order mark before a quotation mark", '\uFEFF"name","email"\n"Kim","kim@example.org"'],
  ["whose cells stand in quotation marks", '"name","email"\n"Kim","kim@example.org"'],
  ["with empty rows and columns at its end", "name,email,,\nKim,kim@example.org,,\n,,,\n\n"],
])("a file %s is read", async (_, csv) => {
  expect(await office.check("PEOPLE", csv)).toMatchObject({
    rowCount: 1,
    makes: [{ kind: "PersonInvited", count: 1 }],
    faults: [],
  });
});

test("the dry run tells what it took to separate cells", async () => {
  const separated = async (by: string) =>
    (await office.check("PEOPLE", `${HEAD}\n${KIM}`.replaceAll(",", by))).separator;
  expect([await separated(","), await separated(";"), await separated("\t")]).toEqual([",", ";", "\t"]);
});

const missing = (column: string): Fault => [
  1,
  column,
  `The first row must name a column ${column}; ${readAs("commas")}`,
];

test.each<[what: string, csv: string, faults: readonly Fault[]]>([
  ["that is empty", "", [[null, null, "The file is empty."]]],
  ["that holds but a byte order mark and spaces", "\uFEFF \r\n ", [[null, null, "The file is empty."]]],
  ["of its first row alone", `${HEAD}\n\n`, [[null, null, "The file has no rows below the first one."]]],
  ["without a column that must be there", "name,phone\nKim,1", [missing("email")]],
  [
    "separated by something else",
    "name|email\nKim|kim@example.org",
    [
      missing("name"),
      missing("email"),
      [1, "name|email", "There is no such column: they are name, email, phone, role."],
    ],
  ],
  [
    "with a column that nobody knows",
    "name,email,shoe size\nKim,kim@example.org,6",
    [[1, "shoe size", "There is no such column: they are name, email, phone, role."]],
  ],
  ["with a column twice", "name,email,Name\nKim,kim@example.org,Kit", [[1, "name", "The column name is there twice."]]],
  ["with a column without a name", "name,,email\nKim,,kim@example.org", [[1, null, "The column 2 has no name."]]],
  [
    "with rows that are too short and too long",
    `${HEAD}\nKim,kim@example.org\n${KIM},more\n,,,`,
    [
      [2, null, "The row has 2 cells, and there are 4 columns."],
      [3, null, "The row has 5 cells, and there are 4 columns."],
    ],
  ],
  [
    "with a quotation mark that is never closed",
    `${HEAD}\n${KIM}\n"Lou,lou@example.org,,\n${KIM}`,
    [[3, null, 'The file cannot be read on: a quotation mark (") opens a cell, and none closes it.']],
  ],
  [
    "with a quotation mark within a cell",
    `${HEAD}\nK"i"m,kim@example.org,,`,
    [
      [
        2,
        null,
        'The file cannot be read on: a quotation mark (") stands within a cell: there it is doubled, and the cell stands in marks.',
      ],
    ],
  ],
  [
    "with more behind a quotation mark",
    `${HEAD}\n"K"im,kim@example.org,,`,
    [
      [
        2,
        null,
        'The file cannot be read on: a quotation mark (") closes a cell, and more of it follows: within a cell it is doubled.',
      ],
    ],
  ],
  [
    "with what a spreadsheet would work out",
    `${HEAD}\n=1+1,+kim@example.org,-3,@lead\n" =2",kim@example.org,+44 (20) 7946-0000,\n"\tKim",lou@example.org,+SUM(A1),\n"\rLou",lin@example.org,,`,
    [
      [2, "name", formula("name", "=")],
      [2, "email", formula("email", "+")],
      [2, "phone", formula("phone", "-")],
      [2, "role", formula("role", "@")],
      [3, "name", formula("name", "=")],
      [4, "name", formula("name", "\t")],
      [4, "phone", formula("phone", "+")],
      [5, "name", formula("name", "\r")],
    ],
  ],
  [
    "with signs that are no letters",
    `${HEAD}\nK\0im,kim@example.org,1\u0007,\n"Lou\nLou",lou@example.org,,`,
    [
      [2, "name", `name ${CONTROL}`],
      [2, "phone", `phone ${CONTROL}`],
      [3, "name", `name ${CONTROL}`],
    ],
  ],
  [
    "in another encoding",
    `${HEAD}\nZo\uFFFD,zoe@example.org,,\nLou\uD83D,lou@example.org,,`,
    [
      [2, "name", `name ${UNREAD}`],
      [3, "name", `name ${UNREAD}`],
    ],
  ],
  [
    "with blank cells where none may be",
    `${HEAD}\n ,kim@example.org,,\nLou,,,\n\u200B,lou@example.org,,`,
    [
      [2, "name", "name is blank."],
      [3, "email", "email is blank."],
      [4, "name", "name is blank."],
    ],
  ],
  [
    "with what is too long",
    `${HEAD}\n${"x".repeat(201)},kim@example.org,${"1".repeat(41)},`,
    [
      [2, "name", "name may have at most 200 characters."],
      [2, "phone", "phone may have at most 40 characters."],
    ],
  ],
  [
    "with what is no address",
    `${HEAD}\nKim,kim@,,\nLou,lou at example.org,,`,
    [
      [2, "email", "email must be an e-mail address."],
      [3, "email", "email must be an e-mail address."],
    ],
  ],
  [
    "with an address twice, also in other letters",
    `${HEAD}\n${KIM}\nLou,lou@example.org,,\nKit,KIM@Example.ORG,,`,
    [[4, "email", "email is in row 2 already."]],
  ],
  [
    "with somebody who is known here",
    `${HEAD}\n${KIM}\nAnother Ada,ADA@example.org,,`,
    [[3, "email", "email is somebody's already."]],
  ],
  [
    "with a role that there is not",
    `${HEAD}\nKim,kim@example.org,,REVIEWER`,
    [[2, "role", "role must be one of PROGRAMME_LEAD, SUPERVISOR, ASSESSOR."]],
  ],
  [
    "of many faults",
    "role,name,email\n\nboss,,kim@\n,Lou\n,Kit,=kit@example.org\n,Lin,ada@example.org",
    [
      [3, "name", "name is blank."],
      [3, "email", "email must be an e-mail address."],
      [3, "role", "role must be one of PROGRAMME_LEAD, SUPERVISOR, ASSESSOR."],
      [4, null, "The row has 2 cells, and there are 3 columns."],
      [5, "email", formula("email", "=")],
      [6, "email", "email is somebody's already."],
    ],
  ],
])("a file %s is refused with every fault where it stands, and changes nothing", async (_, csv, faults) => {
  expect(await office.faultsOf("PEOPLE", csv)).toEqual(faults);
});

test("2,000 rows are read, one more is not, and 100,000 are told what is the most", async () => {
  const rows = (count: number) =>
    `name,email\n${Array.from({ length: count }, (__, index) => `K,${index}@a.org`).join("\n")}`;
  expect(await office.check("PEOPLE", rows(2_000))).toMatchObject({ rowCount: 2_000, faults: [] });
  const most: Fault[] = [[null, null, "The file has more than 2,000 rows: import it in parts."]];
  expect(await office.faultsOf("PEOPLE", rows(2_001))).toEqual(most);
  expect(await office.faultsOf("PEOPLE", rows(100_000))).toEqual(most);
});

test("a file of boards is refused with every fault where it stands", async () => {
  const kinds =
    "LSCB, SAFEGUARDING_CHILDREN_PARTNERSHIP, SAB, CHILD_PROTECTION_COMMITTEE, ADULT_PROTECTION_COMMITTEE, REGIONAL_SAFEGUARDING_BOARD, COMMUNITY_SAFETY_PARTNERSHIP, OTHER";
  const head = "reference,name,kind,sector,jurisdiction";
  const csv = `${head}\nNORTHMOOR,Another,LSCB,CHILDREN,England\nEAST,East,Club,Pets,\nWEST,West,sab,adults,Wales\nWEST,West again,SAB,ADULTS,${"x".repeat(61)}`;
  expect(await office.faultsOf("BOARDS", csv)).toEqual([
    [2, "reference", "reference is another board's."],
    [3, "jurisdiction", "jurisdiction is blank."],
    [3, "kind", `kind must be one of ${kinds}.`],
    [3, "sector", "sector must be one of CHILDREN, ADULTS."],
    [5, "jurisdiction", "jurisdiction may have at most 60 characters."],
    [5, "reference", "reference is in row 4 already."],
  ]);
});
