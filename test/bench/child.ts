import { createServer, RequestListener } from "node:http";
import { AddressInfo } from "node:net";

/** What a measured server tells its parent over their pipe. */
export type Told = { port: number } | { cpuMs: number };

/** Says where this process listens, and how much CPU it has used whenever the parent asks. Ends with the parent. */
export const reportFrom = (port: number): void => {
  const tell = (message: Told) => process.send?.(message);
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    tell({ cpuMs: (user + system) / 1_000 });
  });
  process.on("disconnect", () => process.exit());
  tell({ port });
};

export const serve = (listener: RequestListener): void => {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1", () => reportFrom((server.address() as AddressInfo).port));
};
