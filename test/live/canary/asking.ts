import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../../support/change";
import { send, sendBytes } from "../../support/raw-http";
import { openRaw } from "../../support/raw-socket";
import { BEN, EVIDENCE, JUDGEMENT } from "./words";
import { World } from "./world";

const READ = `query ZqsOperationQz($id: ID!) { zqsaliasqz: viewer { person { name email } }
  people { nodes { name email phone roles } } trainees { nodes { person { name email phone }
    evidence { nodes { title text } } supervision { nodes { notes } }
    assessments { nodes { summary judgements { strengths areasToWorkOn } } } } }
  commissions { nodes { qualityNotes boardResponse } } node(id: $id) { __typename ... on Assessment { summary } } }`;
export const FEED =
  "subscription ($after: Cursor) { feed(after: $after) { entry { kind facts reason actor { name } } } }";

/** Good, refused and broken operations of one person, on both transports. */
export const live = async (
  { tandem, s, assessmentId, say }: World,
  to: string,
  personId: string | null,
): Promise<void> => {
  const visitor = tandem.as(personId);
  const socket = tandem.ws(personId);
  const asked: [string, Record<string, unknown>?][] = [
    [READ, { id: assessmentId }],
    [READ, { id: assessmentId }],
    [READ, { id: "ZqsIdQz" }],
    ["{ ZqsSyntaxQz("],
    ["{ ZqsFieldQz }"],
    ["query ($n: Int!) { trainees(first: $n) { totalCount } }", { n: "ZqsVariableQz" }],
    ['{ person(id: "ZqsLiteralQz") { name } trainees(after: "ZqsCursorQz") { totalCount } }'],
    [`{ trainees(filter: { name: { contains: "${BEN.name}" } }) { totalCount } }`],
    [`{ programmes(first: 7) { nodes { name } } }`],
    [`{ programmes(first: 7) { nodes { name } } }`],
    [`{ programmes(first: 7) { nodes { name } } }`],
  ];
  for (const [query, variables] of asked) {
    say(to, await visitor.ask(query, variables));
    say(to, await socket.ask(query, variables));
  }
  const input = { name: "ZqsNameQz", email: "ZqsNoMailQz", phone: "ZqsTelQz" };
  const judgement = { ...JUDGEMENT, assessmentId, expectedVersion: 1, areaId: "ZqsAreaQz", rating: "MET" };
  for (const [mutation, given] of [
    ["invitePerson", input],
    ["invitePerson", { name: BEN.name, email: "zqsnewqz@example.org" }],
    ["recordJudgement", judgement],
    ["recordJudgement", { ...judgement, strengths: "" }],
    ["disablePerson", { personId: "ZqsIdQz", reason: "ZqsReasonQz", expectedVersion: 1 }],
    ["disablePerson", { personId: s.ben.personId, reason: "ZqsReasonQz", expectedVersion: 9 }],
    ["decideAssessment", { assessmentId, expectedVersion: 2, outcome: "ACCREDIT", summary: "ZqsSummaryQz" }],
  ] as const) {
    say(to, await ask(tandem, personId, mutation, given));
  }
  if (personId) {
    const listening = socket.subscribe(FEED, { after: await tandem.log.head() });
    await s.append("EvidenceSubmitted", { traineeId: s.ada.id }, { title: EVIDENCE.title });
    await sleep(150);
    say(to, listening.received);
    listening.stop();
  }
  await socket.close();
};

/** Requests and messages that are none. */
export const nonsense = async ({ tandem, say }: World): Promise<void> => {
  const headers = { "content-type": "application/json", cookie: "ZqsCookieQz", "x-zqsheaderqz": "ZqsHeaderQz" };
  const at = (path: string) => new URL(path, tandem.url);
  const answers = [
    await send(tandem.url, { method: "POST", headers, body: '{"query":"ZqsBodyQz' }),
    await send(tandem.url, { method: "POST", headers: { "content-type": "zqstypeqz/x" }, body: "ZqsBodyQz" }),
    await send(tandem.url, { method: "POST", headers: { ...headers, authorization: "Bearer ZqsTokenQz" }, body: "{}" }),
    await send(at("/graphql?query=%7BZqsQueryQz%7D"), { headers }),
    await send(at("/ZqsPathQz?x=ZqsQueryQz"), { headers }),
    await send(at("/%zzZqsPathQz"), { headers }),
    await send(at("/metrics?token=ZqsTokenQz"), { headers: { authorization: "Bearer ZqsTokenQz" } }),
    await send(at("/graphql"), { headers: { ...headers, origin: "https://zqsoriginqz.example", host: "zqshostqz" } }),
  ];
  for (const { body } of answers) say("the public", body);
  const long = `GET / HTTP/1.1\r\nZqsBigQz: ${"ZqsBigQz".repeat(4_000)}\r\n\r\n`;
  say("the public", await sendBytes(tandem.url, long));
  say("the public", await sendBytes(tandem.url, "ZqsNoiseQz\r\n\r\n"));
  for (const message of [
    "ZqsNoiseQz",
    '{"type":"ZqsTypeQz"}',
    { type: "subscribe", id: "1", payload: { query: 1, ZqsKeyQz: 1 } },
  ]) {
    const socket = await openRaw(tandem.url);
    socket.send({ type: "connection_init", payload: { ZqsKeyQz: "ZqsValueQz" } });
    socket.send(message);
    say("the public", await socket.closed);
  }
  const refusedAtInit = await openRaw(tandem.url);
  refusedAtInit.send({ type: "connection_init", payload: { authorization: "Bearer ZqsTokenQz" } });
  say("the public", await refusedAtInit.closed);
};
