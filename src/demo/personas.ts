import type { Database } from "../database/database";
import { mintToken } from "../identity/tokens";
import { Persona } from "../playground/playground";

/** Who can be tried in the playground, and what each of them can see. */
const PERSONAS = [
  ["admin@example.org", "Programme lead", "runs the programme and sees everything"],
  ["lead.b@example.org", "Programme lead, the second", "scores applications beside the first"],
  ["effie@example.org", "Applicant", "writes an application; nobody else sees the draft"],
  ["juno@example.org", "Trainee on the course", "sees which course days were attended"],
  ["asha@example.org", "Trainee", "sees what is still missing before assessment; never another pair's evidence"],
  ["tom@example.org", "Trainee, Asha's partner", "shares what is about both"],
  ["dilys@example.org", "Trainee, all judged", "does not see the judgements before they are released"],
  ["greg@example.org", "Accredited reviewer", "works with Ines; the yearly review is near, and a meeting is missing"],
  ["mo@example.org", "Accredited reviewer, Greg's partner", "is to answer a concern about a later review"],
  ["sunniva@example.org", "Supervisor", "logs supervision and sees whom she supervises"],
  ["anselm@example.org", "Assessor", "watches evidence arrive, judges and decides"],
  ["wren@example.org", "Board partner, Northmoor", "sees stage, dates, pair and charges; never a judgement"],
  ["una@example.org", "Board partner, Westhaven", "the board of Dilys's review"],
] as const;

const TTL_SECONDS = 60 * 60;

/** The demo's personas; their tokens are minted when the page asks. */
export const personasOf = async (db: Database, authSecret: string): Promise<Persona[]> => {
  const people = await db.rows("SELECT id, name, emailKey FROM person");
  return PERSONAS.flatMap(([email, role, can]) => {
    const person = people.find(({ emailKey }) => emailKey === email);
    if (!person) return [];
    const token = () => mintToken({ personId: person.id as string, secret: authSecret, ttl: TTL_SECONDS });
    return [{ name: person.name as string, role, can, token }];
  });
};
