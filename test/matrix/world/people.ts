import { createFirstLead } from "../../../src/person/first-lead";
import { daysAgo } from "../../support/story.beginning";
import { Stage } from "./stage";

/** Everybody in the world of the matrix, with the roles they are given. All are invented. */
const CAST = {
  // Of the first pair, its stranger counterparts below.
  Ada: [],
  Ben: [],
  Sam: ["SUPERVISOR"],
  Alex: ["ASSESSOR"],
  Nia: [],
  Ned: [],
  Rob: ["SUPERVISOR"],
  Cara: [],
  Rex: [],
  Stu: ["SUPERVISOR"],
  Ann: ["ASSESSOR"],
  Sol: [],
  // Boards that the first pair has only asked.
  Wes: [],
  Eve: [],
  // Two leads who are in pairs, and their partners.
  Lena: ["PROGRAMME_LEAD"],
  Tess: [],
  Lorna: ["PROGRAMME_LEAD"],
  Uma: [],
  // Supervises a trainee of one pair and speaks for the board of the other.
  Toni: ["SUPERVISOR"],
  // Without a part, or with one that is over or has not begun.
  Nick: [],
  Lou: [],
  Ida: ["ASSESSOR"],
  Dora: [],
  Eli: [],
  Dan: [],
  Ina: [],
  Olga: [],
  // Decides on appeals, and is appealed against.
  Ora: ["ASSESSOR"],
} as const satisfies Record<string, readonly string[]>;

export type Name = keyof typeof CAST | "Lee";
export type People = Readonly<Record<Name, string>>;

/** Makes everybody known, and gives them their roles. Lee is the first lead. */
export const invite = async ({ db, room, act, version }: Stage): Promise<People> => {
  const founded = new Date(`${daysAgo(900)}T09:00:00.000Z`);
  const lead = await createFirstLead(db, room.log, { name: "Lee Lead", email: "lee@example.org" }, founded);
  const people: Record<string, string> = { Lee: lead };
  for (const [index, [name, roles]] of Object.entries(CAST).entries()) {
    const phone = `0${1_632_960_000 + index}`;
    const invited = { name: `${name} ${FAMILY[index]}`, email: `${name.toLowerCase()}@example.org`, phone };
    const { id: personId } = await act(lead, "invitePerson", invited);
    people[name] = personId;
    for (const role of roles) {
      await act(lead, "grantRole", { personId, role, expectedVersion: await version("person", personId) });
    }
  }
  return people as People;
};

const FAMILY =
  "Alder Birch Cedar Dogwood Elder Fir Gorse Hazel Ivy Juniper Kapok Larch Maple Nettle Oak Pine Quince Rowan Sedge Thorn Ulex Vine Willow Yarrow Yew Zelkova Ash Aspen".split(
    " ",
  );
