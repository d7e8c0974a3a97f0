import { writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { makeSchema } from "./schema";

/** The schema as it is kept in git: what clients may rely on. */
export const printed = (): string => `${printSchema(lexicographicSortSchema(makeSchema()))}\n`;

if (require.main === module) writeFileSync("schema/schema.graphql", printed());
