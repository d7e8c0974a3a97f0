/** A row as its table holds it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Reads plain rows: the databases differ in nothing that is asked here. */
export type Sql = (sql: string) => Promise<readonly Row[]>;

/** The table of each type of thing and the prefix of its ids, typed by hand. */
export const TABLES: Readonly<Record<string, readonly [table: string, prefix: string]>> = {
  Access: ["access", "acs"],
  Accreditation: ["accreditation", "acc"],
  Appeal: ["appeal", "apl"],
  Application: ["application", "app"],
  ApplicationAnswer: ["application_answer", "ans"],
  Assessment: ["assessment", "asm"],
  Board: ["board", "brd"],
  Booking: ["booking", "bkg"],
  Charge: ["charge", "chg"],
  Cohort: ["cohort", "coh"],
  Commission: ["commission", "com"],
  CompetencyArea: ["competency_area", "are"],
  Contribution: ["contribution", "ctn"],
  ContributionPart: ["contribution_part", "ctp"],
  Contributor: ["contributor", "cbr"],
  CourseAttendance: ["course_attendance", "cat"],
  CourseDay: ["course_day", "day"],
  Credential: ["credential", "crd"],
  CriterionScore: ["criterion_score", "csc"],
  DirectoryEntry: ["directory_entry", "dir"],
  Document: ["document", "doc"],
  Endorsement: ["endorsement", "end"],
  Enquiry: ["enquiry", "enq"],
  Entry: ["entry", "ent"],
  Evidence: ["evidence", "evd"],
  EvidenceDraft: ["evidence_draft", "evr"],
  Fee: ["fee", "fee"],
  FidelityConcern: ["fidelity_concern", "fid"],
  Import: ["import", "imp"],
  InformationRequest: ["information_request", "inq"],
  Judgement: ["judgement", "jdg"],
  NetworkAttendance: ["network_attendance", "nwa"],
  NetworkMeeting: ["network_meeting", "nwm"],
  Pair: ["pair", "pai"],
  PairMember: ["pair_member", "mem"],
  Person: ["person", "per"],
  Programme: ["programme", "prg"],
  ProgrammeItem: ["programme_item", "itm"],
  RateOffer: ["rate_offer", "rat"],
  Seat: ["seat", "sea"],
  StaffAssignment: ["staff_assignment", "asg"],
  Standard: ["standard", "std"],
  StatusReview: ["status_review", "srv"],
  SupervisionAttendance: ["supervision_attendance", "sat"],
  SupervisionSession: ["supervision_session", "sup"],
  Trainee: ["trainee", "trn"],
};

/** What ties things together and is no thing itself. */
const TIES = [
  "course_day_facilitator",
  "course_day_item",
  "person_role",
  "evidence_about",
  "evidence_area",
  "evidence_draft_about",
  "evidence_draft_area",
  "assessment_evidence",
  "judgement_evidence",
  "contributor_about",
  "contributor_area",
  "former_pair",
  "supervision_facilitator",
] as const;

/** An id as it would be, of a thing that never was. */
export const absentId = (type: string): string => `${TABLES[type]?.[1]}_01${"7".repeat(24)}`;

export const grouped = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

/** What really is, read from the tables by statements of its own. */
export class Truth {
  private readonly indexes = new Map<string, ReadonlyMap<unknown, readonly Row[]>>();
  private readonly things = new Map<string, { type: string; row: Row }>();

  private constructor(private readonly rows: ReadonlyMap<string, readonly Row[]>) {
    for (const type of Object.keys(TABLES)) {
      for (const row of this.all(type)) this.things.set(row.id as string, { type, row });
    }
  }

  static async read(sql: Sql): Promise<Truth> {
    const names = [...Object.entries(TABLES).map(([type, [table]]) => [type, table]), ...TIES.map((tie) => [tie, tie])];
    const rows = await Promise.all(
      names.map(async ([name, table]) => [name as string, await sql(`SELECT * FROM \`${table}\``)] as const),
    );
    return new Truth(new Map(rows));
  }

  /** Every row of a type or a tie. */
  all(name: string): readonly Row[] {
    return this.rows.get(name) ?? [];
  }

  /** The rows whose column holds a value. */
  where(name: string, column: string, value: unknown): readonly Row[] {
    const key = `${name}.${column}`;
    let index = this.indexes.get(key);
    if (!index) {
      index = grouped(this.all(name), (row) => row[column]);
      this.indexes.set(key, index);
    }
    return index.get(value) ?? [];
  }

  thing(id: unknown): { readonly type: string; readonly row: Row } | undefined {
    return this.things.get(id as string);
  }

  row(id: unknown): Row {
    const found = this.thing(id);
    if (!found) throw new Error(`There is nothing with the id ${id}.`);
    return found.row;
  }

  ids(type: string): string[] {
    return this.all(type).map(({ id }) => id as string);
  }

  /** What people call a thing. */
  called(id: string): string {
    const { type, row } = this.thing(id) ?? { type: "Nothing", row: { id } as Row };
    const name = row.reference ?? row.name ?? row.title ?? row.kind ?? row.askedBy ?? row.topic;
    const trainee = type === "Trainee" ? row : row.traineeId ? this.row(row.traineeId) : null;
    const personId = trainee?.personId ?? (name ? null : row.personId);
    const person = personId ? ` of ${this.row(personId).name}` : "";
    return `${type}${name ? ` ${name}` : ""}${person}${name || person ? "" : ` ${id}`}`;
  }
}
