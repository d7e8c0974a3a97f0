import { QueryFailedError } from "typeorm";

const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "PROTOCOL_CONNECTION_LOST",
  "ER_SERVER_SHUTDOWN",
  "ER_CON_COUNT_ERROR",
]);

/** What drivers say whose connections were closed: they give no code. */
const CLOSED = /Pool is closed|connection is not open|in closed state|Connection is not established/;

/** How a database fails: it is away, or it refuses what it is asked. */
export type DatabaseFault = "away" | "refused";

/** Tells a fault of the database from any other error. */
export const databaseFault = (error: unknown): DatabaseFault | null => {
  const { code, driverError, message, sqlState } = Object(error) as {
    code?: string;
    driverError?: { code?: string };
    message?: string;
    sqlState?: string;
  };
  if (AWAY.has(code ?? driverError?.code ?? "") || CLOSED.test(message ?? "")) return "away";
  const refused = error instanceof QueryFailedError || sqlState !== undefined || /^SQLITE_/.test(code ?? "");
  return refused ? "refused" : null;
};
