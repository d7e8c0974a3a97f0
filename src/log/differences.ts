type Change = { from: unknown; to: unknown };

/** What values would change of a thing, by column, with what stood there before: facts of an entry. */
export const differences = <T extends object, V extends Partial<T>>(
  before: T,
  after: V,
): { [Name in keyof V]?: Change } =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, to]): [string, Change] => [name, { from: before[name as keyof T] ?? null, to }])
      .filter(([, { from, to }]) => from !== to),
  ) as { [Name in keyof V]?: Change };
