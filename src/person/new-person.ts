import { sortNameOf } from "../graph/sort-name";
import { newId } from "../id";
import type { Person } from "./person.entity";

/**
 * By which an address finds its person. Only A to Z have a small form here: that of the Kelvin sign is k, and somebody
 * else's mailbox would pass for one's own.
 */
export const emailKeyOf = (email: string): string => email.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

type Said = Pick<Person, "name" | "email"> & Partial<Pick<Person, "phone" | "issuer" | "subject">>;

/** A person as they are when they become known: without a part in anything. */
export const newPerson = ({ name, email, phone = null, issuer = null, subject = null }: Said) => ({
  id: newId("per"),
  name,
  sortName: sortNameOf(name),
  email,
  emailKey: email === null ? null : emailKeyOf(email),
  phone,
  disabledAt: null,
  signedOutAt: null,
  issuer,
  subject,
  version: 1,
});
