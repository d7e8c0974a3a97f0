import { setTimeout as sleep } from "node:timers/promises";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { Frame } from "../support/socket";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

const FEED = `subscription ($after: Cursor, $about: ID, $kinds: [EntryKind!]) {
  feed(after: $after, about: $about, kinds: $kinds) {
    cursor
    subject { __typename id }
    entry { id kind at facts reason subjectType actor { name } }
  }
}`;

let tandem: Tandem;
let s: Story;
let start: string;
beforeEach(async () => {
  tandem = await startTandem();
  s = await story(tandem);
  start = await tandem.log.head();
});
afterEach(() => tandem.close());

const asLead = () => tandem.ws(s.lead.id);
const entriesIn = (frames: readonly Frame[]): { id: string; kind: string }[] =>
  frames.map(({ data }) => data.feed.entry as { id: string; kind: string });
const kindsIn = (frames: readonly Frame[]) => entriesIn(frames).map(({ kind }) => kind);
const since = async (cursor: string): Promise<number> =>
  (await tandem.log.headPosition()) - (await tandem.log.positionOf(cursor));
/** A subscription from here on that is surely live: it has had one message. */
const live = async () => {
  const listening = asLead().subscribe(FEED, { after: start });
  await s.append("EvidenceSubmitted", { traineeId: s.ada.id }, { title: "first" });
  await listening.take(1);
  await sleep(50);
  return listening;
};

test("each change is heard as it is committed, in the order of the Log", async () => {
  const listening = await live();
  await s.readyForAssessment(s.ada);
  await s.pair("Cleo", "Dev");
  const count = await since(start);
  const heard = entriesIn(await listening.take(count));
  const rows = await tandem.db.rows("SELECT id FROM entry ORDER BY position DESC LIMIT ?", [count]);

  expect(heard.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).reverse());
});

test("replay and live give equal messages", async () => {
  const listening = await live();
  await s.readyForAssessment(s.ada);
  await s.boardNamed("Eastvale");
  const count = await since(start);
  const heard = await listening.take(count);
  const replayed = await asLead().subscribe(FEED, { after: start }).take(count);

  expect(replayed).toEqual(heard);
});

test("a message's cursor continues right behind it", async () => {
  await s.readyForAssessment(s.ada);
  const count = await since(start);
  const all = await asLead().subscribe(FEED, { after: start }).take(count);
  for (const index of [0, 5, count - 2]) {
    const rest = await asLead()
      .subscribe(FEED, { after: all[index]?.data.feed.cursor })
      .take(count - index - 1);
    expect(rest).toEqual(all.slice(index + 1));
  }
});

test("without a cursor a subscription begins now", async () => {
  await s.readyForAssessment(s.ada);
  const socket = asLead();
  const listening = socket.subscribe(FEED);
  await socket.ask("{ __typename }"); // the subscription was admitted before this was
  await sleep(50);
  const board = await s.boardNamed("Eastvale");
  await listening.take(1);

  expect(listening.received.map(({ data }) => data.feed.subject)).toEqual([{ __typename: "Board", id: board.id }]);
});

test("a subscription hears only what it asked for", async () => {
  const aboutBen = asLead().subscribe(FEED, { after: start, about: s.ben.id });
  const boards = asLead().subscribe(FEED, { after: start, kinds: ["BoardRegistered"] });
  const course = asLead().subscribe(FEED, { after: start, kinds: ["CourseAttendanceRecorded"], about: s.ada.id });
  await s.attendCourse(s.ada, 2);
  await s.attendCourse(s.ben, 1);
  await s.boardNamed("Eastvale");
  for (const [listening, count] of [
    [course, 2],
    [aboutBen, 1],
    [boards, 1],
  ] as const)
    await listening.take(count, 20_000);
  await sleep(200); // for what must not come

  expect(kindsIn(course.received)).toEqual(["CourseAttendanceRecorded", "CourseAttendanceRecorded"]);
  expect(kindsIn(aboutBen.received)).toEqual(["CourseAttendanceRecorded"]);
  expect(kindsIn(boards.received)).toEqual(["BoardRegistered"]);
});

test("each viewer hears what they may see, live and replayed alike", async () => {
  const stranger = await s.person("Sol Stranger");
  const ids = { ada: s.ada.personId, ben: s.ben.personId, seat: s.seat.id, stranger: stranger.id };
  const from = await tandem.log.head();
  const open = () =>
    Object.entries(ids).map(([name, id]) => [name, tandem.ws(id).subscribe(FEED, { after: from })] as const);
  const everything = (of: ReturnType<typeof open>) =>
    Promise.all(of.filter(([name]) => name !== "stranger").map(([, listening]) => listening.take(3, 20_000)));
  const live = open();
  const review = await s.commissioned(s.adaAndBen, s.board);
  await s.submitEvidence(review, [s.ada], EvidenceSource.TRAINEE);
  await s.superviseAlone(review, s.ben);
  await everything(live);
  const replayed = open();
  await everything(replayed);
  await sleep(200); // for what must not come
  const heard = (of: ReturnType<typeof open>) =>
    Object.fromEntries(of.map(([name, { received }]) => [name, kindsIn(received)]));

  expect(heard(live)).toEqual({
    ada: ["CommissionProposed", "CommissionGranted", "EvidenceSubmitted"],
    ben: ["CommissionProposed", "CommissionGranted", "IndividualSupervisionLogged"],
    seat: ["CommissionProposed", "CommissionGranted", "IndividualSupervisionLogged"],
    stranger: [],
  });
  expect(heard(replayed)).toEqual(heard(live));
});

test("a wrong cursor is refused by its own code, and the socket goes on", async () => {
  const socket = asLead();
  const codeFor = async (after: string) => (await socket.ask(FEED, { after })).errors?.[0].extensions.code;

  expect(await codeFor("not a cursor")).toBe("BAD_CURSOR");
  expect(await codeFor(tandem.log.cursorOf(1_000_000))).toBe("CURSOR_EXPIRED");
  expect(await codeFor("x".repeat(65))).toBe("BAD_USER_INPUT");
  expect(await socket.ask("{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
});

test("a subscription is refused to nobody's token, to a person whose it is not, and about a thing out of sight", async () => {
  const codeOf = async (personId: string | null, query: string) =>
    (await tandem.ws(personId).ask(query)).errors?.[0].extensions.code;
  const other = await s.trainee("Cleo");
  const supervision = "subscription { supervisionLogged { cursor } }";
  const about = (id: string) => `subscription { feed(about: "${id}") { cursor } }`;
  const stranger = await s.person("Sol Stranger");

  expect(await codeOf(null, supervision)).toBe("UNAUTHENTICATED");
  expect(await codeOf(stranger.id, supervision)).toBe("FORBIDDEN");
  expect(await codeOf(s.ada.personId, about(other.id))).toBe("NOT_FOUND");
  expect(await codeOf(s.lead.id, about("trn_nothing"))).toBe("NOT_FOUND");
});
