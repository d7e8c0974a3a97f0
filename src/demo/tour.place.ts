import { daysAfter, londonDay } from "../time";
import type { Data, Traveller } from "./tour.client";

type Say = (who: Traveller, line: string) => void;

const CHANGES = `subscription ($after: Cursor, $about: ID!) { feed(after: $after, about: $about) { entry { kind } } }`;

/** What of the beginning whoever checks the tour looks at. */
export interface Begun {
  /** The kinds of entry that the applicant's feed showed. */
  readonly heard: readonly string[];
  /** All that the applicant was answered, as text. */
  readonly text: string;
  readonly standing: string;
}

/** From the first look at the programme to a place on the next cohort. */
export const takesPlace = async (
  { effie, lead, second }: Record<"effie" | "lead" | "second", Traveller>,
  say: Say,
): Promise<Begun> => {
  const { programmes } = await effie.ask(
    "{ programmes { nodes { unpaidDays items(section: SELECTION_CRITERIA) { id text } questions { number } } } }",
  );
  const [programme] = programmes.nodes;
  say(
    effie,
    `reads ${programme.items.length} selection criteria and ${programme.questions.length} questions; ${programme.unpaidDays} days of unpaid time`,
  );
  const {
    viewer: {
      applications: [draft],
    },
  } = await effie.ask("{ viewer { applications { id reference version completeness { next } } } }");
  say(effie, `${draft.reference} is a draft. Next: ${draft.completeness.next}`);
  const version = async () => (await effie.ask(APPLICATION, { id: draft.id })).application.version;
  const input = async (more: Data = {}) => ({ applicationId: draft.id, expectedVersion: await version(), ...more });
  const early = await effie.refused("submitApplication", await input());
  say(effie, `submitting it is refused by ${early[0]?.rule.rule}`);

  const heard: string[] = [];
  const { cursor } = await effie.ask("{ cursor }");
  const close = effie.watch(CHANGES, { after: cursor, about: draft.id }, ({ feed }) => heard.push(feed.entry.kind));
  await effie.act("changeApplication", "application { state }", await input({ cvReference: "CV of Effie.pdf" }));
  const { application: sent } = await effie.act("submitApplication", "application { state }", await input());
  say(effie, `adds the CV and submits: ${sent.state}`);

  const offer = { decision: "OFFER", confirmBy: daysAfter(londonDay(new Date()), 7) };
  const scores = (points: number) => programme.items.map(({ id }: Data) => ({ criterionId: id, score: points }));
  await lead.act("scoreApplication", "application { id }", await input({ scores: scores(3) }));
  const alone = await lead.refused("decideApplication", await input(offer));
  say(lead, `scores it; deciding alone is refused by ${alone[0]?.rule.rule}: ${alone[0]?.message}`);
  await second.act("scoreApplication", "application { id }", await input({ scores: scores(4) }));
  const { application: decided } = await lead.act(
    "decideApplication",
    "application { state totalScore }",
    await input(offer),
  );
  say(lead, `both have scored it, ${decided.totalScore} points: ${decided.state}`);

  await effie.act("confirmPlace", "application { state }", await input());
  const { viewer } = await effie.ask("{ viewer { person { id } } }");
  const { trainee } = await lead.act("enrolTrainee", "trainee { reference standing }", {
    personId: viewer.person.id,
    cohortId: (await effie.ask(APPLICATION, { id: draft.id })).application.cohort.id,
  });
  const seen = await effie.ask(APPLICATION, { id: draft.id });
  say(effie, `confirms the place and is a trainee: ${trainee.reference}, ${trainee.standing}`);
  await close();
  return { heard, text: JSON.stringify([programmes, seen]), standing: trainee.standing };
};

const APPLICATION = `query ($id: ID!) {
  application(id: $id) { version state cohort { id } confirmBy decisionReason totalScore scores { score } answers { question } }
}`;

/** The office's day: today's attendance comes from a file, looked through before it is taken. */
export const officesDay = async (lead: Traveller, say: Say): Promise<void> => {
  const today = londonDay(new Date());
  const { cohorts } = await lead.ask(
    "{ cohorts(first: 20) { nodes { reference placesLeft courseDays { id date version items { text } facilitators { name } } trainees(filter: { standing: { eq: ENROLLED } }) { nodes { reference person { name } } } } } }",
  );
  const [cohort] = cohorts.nodes.filter(({ courseDays }: Data) => courseDays.some(({ date }: Data) => date === today));
  const courseDay = cohort.courseDays.find(({ date }: Data) => date === today);
  say(
    lead,
    `${cohort.reference} has a course day today, run by ${courseDay.facilitators.map(({ name }: Data) => name).join(" and ")}; places left: ${cohort.placesLeft}`,
  );
  const csv = ["trainee,attended", ...cohort.trainees.nodes.map(({ reference }: Data) => `${reference},yes`)].join(
    "\r\n",
  );
  const check = async (text: string) =>
    (
      await lead.ask(
        "query ($csv: String!, $id: ID) { checkImport(of: COURSE_ATTENDANCE, csv: $csv, courseDayId: $id) { rowCount faults { row column message } makes { kind count } } }",
        { csv: text, id: courseDay.id },
      )
    ).checkImport;
  const amiss = await check(csv.replace(",yes", ",perhaps"));
  const [fault] = amiss.faults;
  say(lead, `the file is looked through: row ${fault.row}, ${fault.column}: ${fault.message}`);
  const fine = await check(csv);
  await lead.act("importCourseAttendance", "import { rowCount }", {
    ...{ csv, courseDayId: courseDay.id, expectedVersion: courseDay.version },
  });
  say(lead, `mended, it is taken: ${fine.makes[0].count} marks in one go`);
};
