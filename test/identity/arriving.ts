import { GraphQLError } from "graphql";
import type { Database } from "../../src/database/database";
import { authenticate, Caller } from "../../src/identity/authenticate";
import { TokenClaims } from "../../src/identity/claims";
import { Log } from "../../src/log/log";
import { newPerson } from "../../src/person/new-person";
import { Person } from "../../src/person/person.entity";
import { tell } from "../support/story";

export const ISSUER = "https://id.example";

const claims = (subject: string, more: Partial<TokenClaims> = {}): TokenClaims => ({
  issuer: ISSUER,
  subject,
  expiresAt: new Date(Date.now() + 60_000),
  issuedAt: new Date(),
  name: null,
  email: null,
  ...more,
});

/** People who come by an identity provider, and what becomes of them in this database. */
export const arriving = (db: Database, log: Log) => {
  /** Whoever presents a token of this subject, whose signature has been found to be right. */
  const comes = (subject: string, more?: Partial<TokenClaims>): Promise<Caller> =>
    authenticate({ db, log, verifier: { verify: async () => claims(subject, more) } }, "Bearer a.b.c");
  return {
    comes,
    refusal: (subject: string, more?: Partial<TokenClaims>) =>
      comes(subject, more).then(
        () => null,
        (error: GraphQLError) => error.extensions.code,
      ),
    invited: async (email: string, more: Partial<Person> = {}): Promise<string> => {
      const values = { ...newPerson({ name: "Ada", email }), ...more };
      await tell({ db, log }, null, async (tx) => {
        const person = await tx.add(Person, values);
        tx.append("PersonInvited", person, { personId: person.id }, { name: person.name });
      });
      return values.id;
    },
    personOf: (id: string | null) => db.source.manager.findOneByOrFail(Person, { id: id as string }),
    /** What the Log says of a person, after they were invited. */
    told: async (id: string | null) => {
      const entries = await db.rows(
        "SELECT kind, actorId, subjectId, subjectVersion, sees, personId, facts FROM entry WHERE subjectId = ? AND kind <> 'PersonInvited' ORDER BY position",
        [id],
      );
      return entries.map((entry) => ({ ...entry, facts: JSON.parse(entry.facts as string) as object }));
    },
  };
};
