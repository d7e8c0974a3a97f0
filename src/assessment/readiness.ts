export const readinessOf = async (_ctx: unknown, rows: readonly { id: string }[]) => rows.map(() => null);
