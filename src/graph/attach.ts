import DataLoader from "dataloader";
import {
  GraphQLFieldResolver,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  isObjectType,
} from "graphql";
import type { Context } from "../context";
import { FieldRead } from "./fields";
import { typeNameOf } from "./node";
import { slotOf, stepFor } from "./plan";
import { follow } from "./read";
import { Read } from "./rows";

type Resolver = GraphQLFieldResolver<Record<string, unknown>, Context>;

/** Gives every declared field its resolver. Plain columns have none: the executor reads the property. */
export const attachReads = (schema: GraphQLSchema): GraphQLSchema => {
  // TypeGraphQL makes it asynchronous, which compiled queries cannot await.
  (schema.getType("Node") as GraphQLInterfaceType).resolveType = typeNameOf;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const connection = /Connection$|Edge$/.test(type.name);
    for (const field of Object.values(type.getFields())) {
      const read = field.extensions.read as FieldRead | undefined;
      if (read) field.resolve = resolverOf(read, type);
      // A page's selections may have other names than their fields: each lies in the slot of its name.
      else if (connection && ["nodes", "edges", "node"].includes(field.name)) field.resolve = fromSlot;
    }
  }
  return schema;
};

const fromSlot: Resolver = (parent, _args, _ctx, info) => parent[slotOf(nodeOf(info))];

const nodeOf = (info: GraphQLResolveInfo) => info.fieldNodes[0] as GraphQLResolveInfo["fieldNodes"][number];

const resolverOf = (read: FieldRead, type: GraphQLObjectType): Resolver => {
  if (read.kind === "computed") {
    return (parent, _args, ctx, info) => {
      if (parent[slotOf(nodeOf(info))] === null) return null; // hidden
      const opened = read.opens?.(parent as never);
      if (opened) ctx.opened.add(opened);
      return read.value(parent as never, ctx);
    };
  }
  if (read.kind === "loaded") {
    return (parent, args, ctx, info) => {
      if (parent[slotOf(nodeOf(info))] === null) return null; // hidden
      const loader = loaderFor(ctx, info, () => async (rows) => read.load(ctx, rows, args));
      return loader.load(parent as Read);
    };
  }
  return (parent, _args, ctx, info) => {
    const slot = slotOf(nodeOf(info));
    const ready = parent[slot];
    if (ready !== undefined) return ready;
    // A parent that no plan has read (a payload, a message, a task): read on from here, for all such parents at once.
    const loader = loaderFor(ctx, info, () => async (parents) => {
      await follow(ctx, info, stepFor(info, type, info.fieldNodes), parents);
      return parents.map((row) => row[slot]);
    });
    return loader.load(parent as Read);
  };
};

type Batch = (parents: readonly Read[]) => Promise<readonly unknown[]>;

const numbers = new WeakMap<object, number>();
let last = 0;
const numberOf = (node: object): number => {
  const number = numbers.get(node) ?? ++last;
  numbers.set(node, number);
  return number;
};

/** One loader for each place in the document, in one operation. */
const loaderFor = (ctx: Context, info: GraphQLResolveInfo, batch: () => Batch): DataLoader<Read, unknown> => {
  const place = info.fieldNodes.map(numberOf).join();
  const known = ctx.loaders.get(place);
  if (known) return known;
  const made = new DataLoader<Read, unknown>(batch());
  ctx.loaders.set(place, made);
  return made;
};
