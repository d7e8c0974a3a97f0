import "reflect-metadata";
import { GraphQLSchema } from "graphql";
import { AuthChecker, buildSchemaSync } from "type-graphql";
import type { Context } from "./context";
import { attachReads } from "./graph/attach";
import { forbidden, unauthenticated } from "./operation/errors";
import { resolvers } from "./resolvers";
import { isKindOfPerson, KindOfPerson } from "./scope/kinds-of-person";

/** What kind of person may do a thing at all; whether this very thing is theirs, the service asks. */
const authChecker: AuthChecker<Context, KindOfPerson> = ({ context }, kinds) => {
  if (!context.personId) throw unauthenticated();
  if (kinds.length > 0 && !kinds.some((kind) => isKindOfPerson(context.scope, kind))) throw forbidden();
  return true;
};

/** The schema, from the code: decorators first, then the resolvers of every declared field. */
export const makeSchema = (): GraphQLSchema =>
  attachReads(buildSchemaSync({ resolvers, authChecker, validate: false }));
