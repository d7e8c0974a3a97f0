import { Role } from "../person/role";

/** Everybody in the demo. All are invented, as are the boards and cases. */
export interface Player {
  readonly name: string;
  readonly email: string;
  readonly role?: Role;
  /** The board they speak for. */
  readonly seat?: string;
}

const at = (name: string): string => `${name.toLowerCase().split(" ")[0]}@example.org`;
const player = (name: string, more: Partial<Player> = {}): Player => ({ name, email: at(name), ...more });

export const LEAD = player("Programme Lead A", { email: "admin@example.org", role: Role.PROGRAMME_LEAD });

export const CAST: readonly Player[] = [
  player("Programme Lead B", { email: "lead.b@example.org", role: Role.PROGRAMME_LEAD }),
  player("Sunniva Hale", { role: Role.SUPERVISOR }),
  player("Anselm Roe", { role: Role.ASSESSOR }),
  player("Petra Lomax", { role: Role.ASSESSOR }),
  player("Wren Castell", { seat: "NORTHMOOR" }),
  player("Piers Holloway", { seat: "EASTVALE" }),
  player("Una Braid", { seat: "WESTHAVEN" }),
  player("Corin Ashdown", { seat: "HARROWMERE" }),
  player("Elspeth Muirhall", { seat: "CARRICK-FIRTH" }),
  player("Kerensa Blythe", { seat: "AFON-LAS" }),
  player("Greg Oakhanger"),
  player("Mo Tregarth"),
  player("Fay Lindqvist"),
  player("Asha Bellweather"),
  player("Tom Quillfeather"),
  player("Ines Marlowe"),
  player("Dilys Penhallow"),
  player("Nia Calloway"),
  player("Kit Rowanberry"),
  player("Joss Aldermoor"),
  player("Lior Pennant"),
  player("Oren Thistlewood"),
  player("Bram Kestrel"),
  player("Juno Farrant"),
  player("Silas Wetherby"),
  player("Hollis Vane"),
  player("Perrin Stowe"),
  player("Edda Lockhart"),
  player("Rhoda Finch"),
  player("Ivo Tamblyn"),
  player("Thea Marchbank"),
  player("Marlo Beckwith"),
  player("Effie Langstone"),
  player("Cosmo Trevanion"),
  player("Dora Winslade"),
];

export const BOARDS = [
  ["NORTHMOOR", "Northmoor Local Safeguarding Children Board", "LSCB", "CHILDREN", "England"],
  ["EASTVALE", "Eastvale Safeguarding Adults Board", "SAB", "ADULTS", "England"],
  [
    "WESTHAVEN",
    "Westhaven Safeguarding Children Partnership",
    "SAFEGUARDING_CHILDREN_PARTNERSHIP",
    "CHILDREN",
    "England",
  ],
  ["HARROWMERE", "Harrowmere Safeguarding Adults Board", "SAB", "ADULTS", "England"],
  ["CARRICK-FIRTH", "Carrick Firth Child Protection Committee", "CHILD_PROTECTION_COMMITTEE", "CHILDREN", "Scotland"],
  ["AFON-LAS", "Afon Las Regional Safeguarding Board", "REGIONAL_SAFEGUARDING_BOARD", "ADULTS", "Wales"],
  ["MOORLAND-CSP", "Moorland Community Safety Partnership", "COMMUNITY_SAFETY_PARTNERSHIP", "ADULTS", "England"],
] as const;

/** The areas of competency. Illustrative: the programme's own list is not published. */
export const AREAS = [
  ["C1", "Systems thinking and principles of the model", "How the review used systems thinking, and the choices made."],
  ["C2", "Scoping and planning a proportionate review", "A scope, plan and format in proportion to the case."],
  ["C3", "Engaging practitioners, families and the review team", "How people were prepared, heard and kept safe."],
  ["C4", "Gathering and analysing data", "Key practice episodes, contributory factors, guarding against hindsight."],
  ["C5", "Framing findings and writing the report", "Findings that hold, written to be used."],
  [
    "C6",
    "Leading, working as a pair, using supervision",
    "Leading the process together, and learning from supervision.",
  ],
] as const;
