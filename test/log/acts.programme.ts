import { Pair } from "../../src/pair/pair.entity";
import { accreditedOne } from "../support/partner";
import { Story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { PLACE_ACTS } from "./acts.place";
import { Act, Acts, Input, Stage } from "./stage";

const lead =
  (input: Input): Act =>
  async ({ told }) => ({ by: told.lead.id, input });

const STANDARD = {
  ...{ courseDays: 1, groupDays: 4, sources: 3, networkMeetings: 3, everyAreaMet: true },
  ...{ reviewCountsFrom: "QUALITY_ASSURANCE", assessorMayHaveSupervised: false },
  areas: [{ code: "C1", name: "Systems thinking", description: "How it was used." }],
};
const COHORT = {
  ...{ reference: "LT-2031", name: "A later cohort", opensOn: "2031-01-01", applyBy: "2031-02-01", capacity: 4 },
  ...{ decisionsExpected: "2031-03" },
  courseDays: ["01", "02", "03", "04"].map((day) => ({ date: `2031-05-${day}`, venue: "London", topics: "Tools." })),
};

const onPerson =
  (of: (told: Story) => { id: string }, more: Input): Act =>
  async ({ told, versionOf }) => {
    const { id: personId } = of(told);
    return { by: told.lead.id, input: { personId, expectedVersion: await versionOf(personId), ...more } };
  };

const seatOf = async ({ told, versionOf }: Stage, { id: personId }: { id: string }, more: Input = {}) => ({
  boardId: told.board.id,
  personId,
  expectedVersion: await versionOf(told.board.id),
  ...more,
});

/** People, programmes, boards, and trainees until they work in a pair. */
export const PROGRAMME_ACTS: Acts = {
  invitePerson: { "somebody new": lead({ name: "Kim Newcomer", email: "kim@example.org", phone: "+44 20 7946 0000" }) },
  changePerson: {
    "a trainee's name and all that leads to them": onPerson(({ ada }) => ({ id: ada.personId }), {
      name: "Zoë Adair",
      email: "Zoe@example.org",
      phone: "020 7946 0000",
    }),
    "one's own number": async ({ told, versionOf }) => {
      const { personId } = told.ben;
      return { by: personId, input: { personId, phone: "020 7946 0000", expectedVersion: await versionOf(personId) } };
    },
  },
  grantRole: { "a first role": onPerson(({ seat }) => seat, { role: "ASSESSOR" }) },
  revokeRole: {
    "the only role": onPerson(({ supervisor }) => supervisor, { role: "SUPERVISOR", reason: "Has left." }),
  },
  disablePerson: { "a supervisor": onPerson(({ supervisor }) => supervisor, { reason: "Has left us." }) },
  enablePerson: {
    "who was disabled": async ({ told, act, versionOf }) => {
      const { id: personId } = told.supervisor;
      const { id: by } = told.lead;
      await act(by, "disablePerson", { personId, reason: "Away.", expectedVersion: await versionOf(personId) });
      return { by, input: { personId, reason: "Is back.", expectedVersion: await versionOf(personId) } };
    },
  },
  signOutEverywhere: {
    "for the first time": async ({ told }) => ({ by: told.ada.personId, input: {} }),
    "once more": async ({ told, act }) => {
      await act(told.ada.personId, "signOutEverywhere", {});
      return { by: told.ada.personId, input: {} };
    },
  },

  requestErasure: { "for the first time": async ({ told }) => ({ by: told.ada.personId, input: {} }) },
  erasePerson: {
    "who has no part any more": async ({ told, versionOf }) => {
      const { id: personId } = await told.person("Kim Newcomer");
      return {
        by: told.lead.id,
        input: { personId, reason: "REQUESTED", expectedVersion: await versionOf(personId) },
      };
    },
  },

  importPeople: {
    "with roles and without": lead({
      csv: "name,email,phone,role\nKim Newcomer,kim@example.org,+44 20 7946 0000,\nLou Newcomer,lou@example.org,,ASSESSOR",
    }),
  },
  importBoards: {
    "two of them": lead({
      csv: "reference,name,kind,sector,jurisdiction\nEASTVALE,Eastvale SAB,SAB,ADULTS,England\nWEST,West,OTHER,CHILDREN,Wales",
    }),
  },
  importCourseAttendance: {
    "a new mark and a correction": async ({ told, versionOf }) => {
      const [day] = told.courseDays;
      await told.attendCourse(told.ada);
      const courseDayId = day?.id as string;
      const csv = `trainee,attended,reason\nada@example.org,no,Left at noon.\n${told.ben.reference},yes,`;
      return { by: told.lead.id, input: { courseDayId, csv, expectedVersion: await versionOf(courseDayId) } };
    },
  },

  createProgramme: {
    "with its Standard": lead({
      ...{ reference: "NEW", name: "Another programme", summary: "For whoever considers it." },
      ...{ endorsement: { by: "ILM", number: "049878" }, contactEmail: "new@example.org", standard: STANDARD },
      fee: { appliesFrom: "2016-06-01", feeMinor: 350_000, vatPercent: 20 },
    }),
  },
  publishItems: {
    "a first list": lead({
      ...{ programmeId: "LT", section: "BENEFITS", expectedVersion: 1 },
      items: [{ text: "Membership of the network." }, { text: "Supervision of one's reviews." }],
    }),
    "one item corrected, one retired, one brought back, one new": async ({ told, db, act, versionOf }) => {
      const list = async (items: Input[]) => ({
        ...{ programmeId: told.programme.id, section: "UNPAID_TIME", items },
        expectedVersion: await versionOf(told.programme.id),
      });
      const publish = async (items: Input[]) => act(told.lead.id, "publishItems", await list(items));
      await publish(["Reading", "Writing", "Travel"].map((text) => ({ text, days: 1 })));
      const rows = await db.rows("SELECT id, text FROM programme_item WHERE section = 'UNPAID_TIME'");
      const named = (name: string) => ({ itemId: rows.find(({ text }) => text === name)?.id });
      await publish(["Writing", "Travel"].map((text) => ({ ...named(text), text, days: 1 })));
      const items = [
        { ...named("Travel"), text: "Travel to London", days: 2 },
        { ...named("Reading"), text: "Reading", days: 1 },
        { text: "Preparation", days: 1 },
      ];
      return { by: told.lead.id, input: await list(items) };
    },
  },
  changeProgramme: {
    "its address and summary": lead({
      ...{ programmeId: "LT", contactEmail: "office@example.org", summary: "Anew.", expectedVersion: 1 },
    }),
  },
  recordEndorsement: {
    "with its number": lead({ programmeId: "LT", by: "ILM", number: "049878", expectedVersion: 1 }),
  },
  endEndorsement: {
    "of two the first": async ({ told, db, act, versionOf }) => {
      const { id: programmeId } = told.programme;
      for (const by of ["ILM", "Another institute"]) {
        const said = { programmeId, by, number: "049878", expectedVersion: await versionOf(programmeId) };
        await act(told.lead.id, "recordEndorsement", said);
      }
      const [ilm] = await db.rows("SELECT id FROM endorsement WHERE `by` = 'ILM'");
      const over = { endorsementId: ilm?.id, reason: "It ran out.", expectedVersion: await versionOf(programmeId) };
      return { by: told.lead.id, input: { programmeId, ...over } };
    },
  },
  publishStandard: { "a second version": lead({ programmeId: "LT", standard: STANDARD, expectedVersion: 1 }) },
  changeCohort: {
    "all that can be": lead({
      ...{ cohortId: "LT-2017", name: "The cohort of 2017", opensOn: daysAgo(601), applyBy: daysAgo(499) },
      ...{ decisionsExpected: "2030-01", capacity: 17, reason: "More asked than we thought.", expectedVersion: 1 },
    }),
  },
  setFee: {
    "which follows another": lead({
      ...{ programmeId: "LT", appliesFrom: "2031-01-01", feeMinor: 400_000, vatPercent: 19, expectedVersion: 1 },
    }),
  },
  openCohort: { "with its days": lead({ programmeId: "LT", ...COHORT }) },
  registerBoard: {
    "a partnership": lead({
      ...{ reference: "EASTVALE", name: "Eastvale partnership", kind: "SAFEGUARDING_CHILDREN_PARTNERSHIP" },
      ...{ sector: "CHILDREN", jurisdiction: "England and Wales" },
    }),
  },
  changeBoard: {
    "all of it": async ({ told, versionOf }) => ({
      by: told.lead.id,
      input: {
        ...{ boardId: told.board.id, name: "Northmoor partnership", kind: "SAFEGUARDING_CHILDREN_PARTNERSHIP" },
        ...{ sector: "ADULTS", jurisdiction: "England and Wales", reason: "It is no LSCB any more." },
        expectedVersion: await versionOf(told.board.id),
      },
    }),
  },
  grantSeat: {
    "to somebody new": async (stage) => ({ by: stage.told.lead.id, input: await seatOf(stage, stage.told.assessor) }),
    "to somebody who had it years ago": async (stage) => {
      const { told, act } = stage;
      await act(told.lead.id, "endSeat", await seatOf(stage, told.seat, { reason: "Their term is over." }));
      return { by: told.lead.id, input: await seatOf(stage, told.seat) };
    },
  },
  endSeat: {
    "when its term is over": async (stage) => ({
      by: stage.told.lead.id,
      input: await seatOf(stage, stage.told.seat, { reason: "Their term is over." }),
    }),
  },

  ...PLACE_ACTS,
  assignStaff: {
    "a second assessor": async ({ told, act, versionOf }) => {
      const { id: personId } = await told.person("Ann Assessor");
      await act(told.lead.id, "grantRole", { personId, role: "ASSESSOR", expectedVersion: 1 });
      const { id: traineeId } = told.ada;
      const input = { traineeId, personId, role: "ASSESSOR", expectedVersion: await versionOf(traineeId) };
      return { by: told.lead.id, input };
    },
  },
  unassignStaff: {
    "the supervisor": async ({ told, versionOf }) => ({
      by: told.lead.id,
      input: {
        ...{
          traineeId: told.ada.id,
          personId: told.supervisor.id,
          role: "SUPERVISOR",
          reason: "Moves to another pair.",
        },
        expectedVersion: await versionOf(told.ada.id),
      },
    }),
  },
  recordCourseAttendance: {
    "a new mark, a correction and one said again": async ({ told, versionOf }) => {
      const [day] = told.courseDays;
      const cara = await told.trainee("Cara");
      for (const trainee of [told.ada, told.ben]) await told.attendCourse(trainee);
      const attendance = [
        { traineeId: told.ada.id, attended: false, reason: "Signed in and left at noon." },
        { traineeId: told.ben.id, attended: true },
        { traineeId: cara.id, attended: true },
      ];
      const courseDayId = day?.id as string;
      return {
        by: told.lead.id,
        input: { courseDayId, attendance, expectedVersion: await versionOf(courseDayId) },
      };
    },
  },
  formPair: {
    "two trainees": async ({ told }) => {
      const [cara, dan] = [await told.trainee("Cara"), await told.trainee("Dan")];
      return { by: told.lead.id, input: { personIds: [cara.personId, dan.personId] } };
    },
    "a trainee whose first pair came to an end": async ({ told, db }) => {
      const cara = await told.trainee("Cara");
      await db.source.manager.update(Pair, { id: told.adaAndBen.id }, { dissolvedOn: daysAgo(1) });
      return { by: told.lead.id, input: { personIds: [told.ada.personId, cara.personId] } };
    },
  },
  replacePartner: {
    "with their review": async ({ told, versionOf }) => {
      await told.commissioned(told.adaAndBen, told.board);
      const [pairId, { personId: joiningPersonId }] = [told.adaAndBen.id, await told.trainee("Cara")];
      const who = { pairId, leavingPersonId: told.ben.personId, joiningPersonId };
      const input = { ...who, reason: "Moves abroad.", expectedVersion: await versionOf(pairId) };
      return { by: told.lead.id, input };
    },
    "an accredited one": async ({ db, told, act, versionOf }) => {
      await told.commissioned(told.adaAndBen, told.board);
      const fay = await accreditedOne({ db }, told, "Fay");
      const leaving = { reason: "Moves abroad.", leavingPersonId: told.ben.personId };
      const first = { pairId: told.adaAndBen.id, joiningPersonId: fay.id, ...leaving };
      const pairId = await act(told.lead.id, "replacePartner", {
        ...first,
        expectedVersion: await versionOf(first.pairId),
      });
      const { personId: joiningPersonId } = await told.trainee("Cara");
      const who = { pairId, leavingPersonId: fay.id, joiningPersonId };
      return { by: told.lead.id, input: { ...who, reason: "Is ill.", expectedVersion: await versionOf(pairId) } };
    },
  },
  dissolvePair: {
    "of two trainees": async ({ told, versionOf }) => ({
      by: told.lead.id,
      input: {
        pairId: told.adaAndBen.id,
        reason: "One of them moves abroad.",
        expectedVersion: await versionOf(told.adaAndBen.id),
      },
    }),
  },
};
