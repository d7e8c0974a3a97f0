import { GraphQLInputObjectType, GraphQLString, getNamedType } from "graphql";
import { getMetadataArgsStorage } from "typeorm";
import { Entry } from "../../src/log/entry.entity";
import { makeSchema } from "../../src/schema";

test("no input takes a reason that is longer than an entry of the history has room for", () => {
  const column = getMetadataArgsStorage().columns.find(
    ({ target, propertyName }) => target === Entry && propertyName === "reason",
  );
  const room = Number(column?.options.length);
  const reasons = Object.values(makeSchema().getTypeMap()).flatMap((type) => {
    const field = type instanceof GraphQLInputObjectType ? type.getFields().reason : undefined;
    return field && getNamedType(field.type) === GraphQLString ? [{ of: type.name, ...field }] : [];
  });
  expect(room).toBe(1_000);
  expect(reasons.map(({ of }) => of)).toEqual(expect.arrayContaining(["AttendanceMark", "DecideApplicationInput"]));
  const most = (description = "") => Number(/At most ([\d,]+) characters\.$/.exec(description)?.[1]?.replace(",", ""));
  expect(
    reasons
      .filter(({ description }) => !(most(description ?? "") <= room))
      .map(({ of, description }) => [of, description]),
  ).toEqual([]);
});
