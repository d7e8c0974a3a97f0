import type { Reading } from "../attendance/marked";
import { faultsIn } from "../mutation/inputs";
import { ADDRESS_TAKEN, admit, giveRoles, takenAddresses } from "../person/invitation";
import { emailKeyOf } from "../person/new-person";
import { InvitePersonInput } from "../person/person.inputs";
import { Role } from "../person/role";
import { atRow, choiceOf, Plan, repeated, together, unknownChoices } from "./plan";
import { Columns, faultAt, SheetRow, sheetOf } from "./sheet";

const COLUMNS: Columns = {
  name: { required: true },
  email: { required: true },
  phone: { required: false, telephone: true },
  role: { required: false },
};

/** What a file of people makes: each is invited as `invitePerson` does it, and given their role as `grantRole` does. */
export const peoplePlan = async ({ rows }: Pick<Reading, "rows">, csv: string): Promise<Plan> => {
  const sheet = sheetOf(csv, COLUMNS);
  const people = sheet.rows.map((row) => ({ row, input: inputOf(row), role: choiceOf(Role, row.cells.role ?? null) }));
  const emails = people.map(({ input }) => input.email).filter((email) => email !== undefined);
  const taken = await takenAddresses(rows, emails);
  const known = people.filter(({ input: { email } }) => email !== undefined && taken.has(emailKeyOf(email)));
  const roles = people.filter(({ role }) => role !== undefined).length;
  return {
    sheet,
    faults: together(
      sheet.faults,
      people.flatMap(({ row, input }) => atRow(row, faultsIn(input))),
      unknownChoices(sheet.rows, "role", Role),
      repeated(sheet.rows, "email", emailKeyOf),
      known.map(({ row }) => faultAt(ADDRESS_TAKEN, row.number, "email")),
    ),
    makes: [
      ["PersonInvited", people.length],
      ["RoleGranted", roles],
    ],
    write: async (tx) => {
      const admitted = await admit(
        tx,
        people.map(({ input }) => input),
      );
      const given = admitted.flatMap((person, index) => {
        const role = people[index]?.role;
        return role ? [{ person, role }] : [];
      });
      await giveRoles(tx, given);
    },
  };
};

const inputOf = ({ cells: { name, email, phone } }: SheetRow): InvitePersonInput =>
  Object.assign(new InvitePersonInput(), { name: name ?? undefined, email: email ?? undefined, phone });
