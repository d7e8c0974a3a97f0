import { ASTNode, BREAK, FieldNode, FragmentDefinitionNode, GraphQLObjectType, Kind, visit } from "graphql";
import type { Asked } from "./plan";

/** Whether what is selected under a field depends on a variable, through fragments too. */
const depends = (node: ASTNode, fragments: Asked["fragments"], seen = new Set<FragmentDefinitionNode>()): boolean => {
  let found = false;
  visit(node, {
    [Kind.VARIABLE]: () => {
      found = true;
      return BREAK;
    },
    [Kind.FRAGMENT_SPREAD]: ({ name }) => {
      const fragment = fragments[name.value];
      if (!fragment || seen.has(fragment)) return undefined;
      seen.add(fragment);
      found = depends(fragment, fragments, seen);
      return found ? BREAK : undefined;
    },
  });
  return found;
};

type Planned<T> = { readonly nodes: readonly FieldNode[]; readonly plan: T | null };

/**
 * Remembers what was planned for a place in a document, as long as the document is kept. What a selection wants is the
 * same each time it is asked, unless it depends on variables: then it is planned anew.
 */
export const plans = <T>() => {
  const known = new WeakMap<FieldNode, Map<GraphQLObjectType, Planned<T>>>();
  return ({ fragments }: Asked, type: GraphQLObjectType, nodes: readonly FieldNode[], make: () => T): T => {
    const first = nodes[0] as FieldNode;
    const byType = known.get(first) ?? new Map<GraphQLObjectType, Planned<T>>();
    const found = byType.get(type);
    // The same field may be merged with other ones from time to time, where those depend on variables.
    const same = found?.nodes.length === nodes.length && found.nodes.every((node, index) => node === nodes[index]);
    if (found && same) return found.plan ?? make();
    const plan = make();
    if (!found) {
      const fixed = !nodes.some(({ selectionSet }) => selectionSet && depends(selectionSet, fragments));
      known.set(first, byType.set(type, { nodes, plan: fixed ? plan : null }));
    }
    return plan;
  };
};
