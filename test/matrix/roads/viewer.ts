import { ANY_TEXT, Shown, Unordered } from "../cells";
import { Standing } from "../oracle/relations";
import { listed } from "../truth/edges";
import { today } from "../truth/forms";
import { Truth } from "../truth/truth";
import { Matrix, Viewer } from "../viewing";
import { TASKS } from "../world/tasks";

/** What somebody is, from the tables. */
const kindsOf = (truth: Truth, { personId, roles, to }: Standing): string[] => {
  const holds = (row: Readonly<Record<string, unknown>>) =>
    [row.lapsesOn, row.withdrawnOn].every((end) => end === null || String(end) > today()) &&
    (row.assessmentId === null || truth.row(row.assessmentId).releasedAt !== null);
  const is: [string, boolean][] = [
    ["LEAD", roles.has("PROGRAMME_LEAD")],
    ["SUPERVISOR", roles.has("SUPERVISOR")],
    ["ASSESSOR", roles.has("ASSESSOR")],
    ["BOARD_PARTNER", to.board.boards.size > 0],
    ["TRAINEE", to.self.trainees.size > 0],
    ["REVIEWER", truth.where("Accreditation", "personId", personId).some(holds)],
    ["APPLICANT", to.applicant.persons.size > 0],
  ];
  return is.filter(([, holdsNow]) => holdsNow).map(([kind]) => kind);
};

interface Task {
  readonly kind: string;
  readonly since: string | null;
  readonly about: { readonly id: string } | null;
}

/** `viewer`: what is one's own, and what waits for one; nothing waits that is about something one does not see. */
export const byViewer = async ({ cells, world: { truth } }: Matrix, viewer: Viewer): Promise<void> => {
  const { sight, personId, name } = viewer;
  const { data, errors } = await viewer.ask(
    `{ cursor viewer { person { id } kinds applications { id } trainees { id } seats { id } pairs { id }
      tasks { kind text since about { __typename id } } personalData { withheld } } }`,
  );
  const at = { road: "viewer", viewer: name, thing: "viewer" };
  cells.check(at, undefined, errors);
  cells.check({ ...at, thing: "cursor" }, ANY_TEXT, data.cursor);
  if (personId === null) return cells.check(at, null, data.viewer);
  const own = (field: string) =>
    new Unordered(sight.among(listed(truth, "Viewer", field, personId)).map(({ id }) => sight.id(id)));
  const tasks: Task[] = data.viewer.tasks;
  const expected = new Shown("Viewer", {
    person: sight.id(personId),
    kinds: kindsOf(truth, sight.standing),
    applications: own("applications"),
    trainees: own("trainees"),
    seats: own("seats"),
    pairs: own("pairs"),
    personalData: { withheld: data.viewer?.personalData?.withheld ?? "something" },
    tasks: tasks.map(({ kind, since, about }) => {
      const thing = about && sight.node(about.id);
      return new Shown("Task", { kind, text: ANY_TEXT, since, about: thing ?? "something the viewer sees" });
    }),
  });
  cells.check(at, expected, data.viewer);
  // Of a reference without its year, and without what is drawn by lot: the world is as old as the day.
  const told = tasks.map(({ kind, about }) =>
    `${kind} ${about ? truth.called(about.id) : "?"}`.replace(/LT-\d+-|-A\w{5}$| LT-\w{4}-\w{4}(?= of|$)/, ""),
  );
  cells.check({ ...at, field: "tasks" }, TASKS[name] ?? [], told.sort());
};
