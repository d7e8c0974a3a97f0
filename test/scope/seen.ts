import { Ask } from "../graph/asking";
import { About } from "./world";

const QUESTION = `query ($trainee: ID!, $session: ID!, $silentSession: ID!, $evidence: ID!, $sharedEvidence: ID!,
    $partnersEvidence: ID!, $released: ID!, $unreleased: ID!, $partnersUnreleased: ID!, $commission: ID!, $charge: ID!,
    $board: ID!) {
  trainee(id: $trainee) { id person { name email } courseAttendance { id } readiness { met } evidenceMatrix { code }
    supervision(first: 100) { nodes { id } } evidence(first: 100) { totalCount nodes { id } }
    assessments(first: 100) { totalCount nodes { id judgements { rating } } }
    pair { commissions { nodes { id } } } }
  name: node(id: $trainee) { id }
  session: node(id: $session) { ...Session } silentSession: node(id: $silentSession) { ...Session }
  evidence: node(id: $evidence) { id } sharedEvidence: node(id: $sharedEvidence) { id }
  partnersEvidence: node(id: $partnersEvidence) { id }
  released: node(id: $released) { ...Assessment } unreleased: node(id: $unreleased) { ...Assessment }
  partnersUnreleased: node(id: $partnersUnreleased) { ...Assessment }
  commission: node(id: $commission) { ... on Commission { id stage qualityNotes charges { nodes { id } } supervision { nodes { id } } } }
  charge: node(id: $charge) { id }
  board(id: $board) { charges(first: 100) { nodes { id } } }
  trainees(first: 100) { totalCount nodes { id } } commissions(first: 100) { totalCount nodes { id } }
  supervisionSessions(first: 100) { totalCount nodes { id } }
  items: evidence(first: 100) { totalCount nodes { id } } assessments(first: 100) { totalCount nodes { id } }
}
fragment Session on SupervisionSession { id date charge { amountMinor } notes notesSharedAt }
fragment Assessment on Assessment { id outcome judgements { rating } }`;

type List = { totalCount?: number; nodes: { id: string }[] } | null;

/**
 * What somebody sees of a trainee, as words. Whatever can be seen by id must be in the root list and its count too, and
 * on the edges that the viewer has; whatever cannot must be nowhere.
 */
export const seenOf = async (ask: Ask, about: About): Promise<string> => {
  const { data, errors } = await ask(QUESTION, about);
  expect(errors).toBeUndefined();
  const { trainee, board } = data;
  const listed = (list: List, id: string): boolean => list?.nodes.some((node) => node.id === id) ?? false;
  for (const list of ["trainees", "commissions", "supervisionSessions", "items", "assessments"]) {
    expect(data[list].totalCount).toBe(data[list].nodes.length);
  }

  const words: [string, boolean][] = [];
  const sees = (word: string, byId: boolean, ...otherwise: boolean[]) => {
    expect([word, ...otherwise]).toEqual([word, ...otherwise.map(() => byId)]);
    words.push([word, byId]);
  };
  sees("name", data.name !== null, Boolean(trainee?.person?.name), listed(data.trainees, about.trainee));
  sees("contact", Boolean(trainee?.person?.email));
  sees("attendance", Boolean(trainee?.courseAttendance), Boolean(trainee?.supervision));
  for (const session of ["session", "silentSession"] as const) {
    const found = data[session];
    expect(Boolean(found?.date)).toBe(Boolean(found?.charge));
    expect(listed(data.supervisionSessions, about[session])).toBe(found !== null);
    if (trainee?.supervision) expect(listed(trainee.supervision, about[session])).toBe(found !== null);
    expect(listed(data.commission?.supervision ?? null, about[session])).toBe(found !== null);
  }
  sees("session", data.session !== null, data.silentSession !== null);
  sees("sharedNotes", Boolean(data.session?.notes), Boolean(data.session?.notesSharedAt));
  sees("silentNotes", Boolean(data.silentSession?.notes));
  for (const item of ["evidence", "sharedEvidence", "partnersEvidence"] as const) {
    sees(item, data[item] !== null, listed(data.items, about[item]));
    if (trainee?.evidence && item !== "partnersEvidence")
      expect(listed(trainee.evidence, about[item])).toBe(data[item] !== null);
  }
  sees("readiness", Boolean(trainee?.readiness), Boolean(trainee?.evidenceMatrix));
  for (const round of ["released", "unreleased", "partnersUnreleased"] as const) {
    sees(round, data[round] !== null, listed(data.assessments, about[round]), data[round]?.judgements?.length === 1);
    if (round !== "partnersUnreleased") expect(listed(trainee?.assessments, about[round])).toBe(data[round] !== null);
  }
  sees("commission", Boolean(data.commission?.stage), listed(data.commissions, about.commission));
  sees("qualityNotes", Boolean(data.commission?.qualityNotes));
  sees(
    "charge",
    data.charge !== null,
    listed(board?.charges, about.charge),
    listed(data.commission?.charges ?? null, about.charge),
  );
  return words
    .filter(([, seen]) => seen)
    .map(([word]) => word)
    .join(" ");
};
