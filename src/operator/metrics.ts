import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { DatabaseFault } from "../database/fault";
import type { RequestErrorCode } from "../operation/errors";

type Outcome = RequestErrorCode | "OK";

/** What is not counted as it happens, but read when somebody looks. */
export interface Readings {
  /** Open sockets, also of those who have not said yet who they are. */
  sockets(): number;
  subscriptions(): number;
  groups(): number;
  /** How often everybody's rights were asked anew. */
  renewals(): number;
  /** How far the tail has come, and how far the Log. */
  position(): number;
  head(): Promise<number>;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

let ofProcess: Registry | undefined;

/** Memory, CPU, event loop: of the process, so there is one for all servers in it, from the first look on. */
const processMetrics = (): Registry => {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
};

/** What an operator of this server watches. Labels are from closed lists: never a name, an id or a text of a client. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly operations = this.counter(
    "tandem_operations_total",
    "Operations by type and by the code of their first error; type none: refused before they ran.",
    ["type", "code"],
  );
  private readonly databaseErrors = this.counter(
    "tandem_database_errors_total",
    "Reads and transactions that failed because the database was away, or refused what it was asked.",
    ["kind"],
  );
  private readonly seconds = new Histogram({
    name: "tandem_operation_seconds",
    help: "How long queries and mutations took that were not refused before.",
    labelNames: ["type"],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private messages = 0;

  ran(type: "query" | "mutation", code: Outcome, milliseconds: number): void {
    this.operations.inc({ type, code });
    this.seconds.observe({ type }, milliseconds / 1_000);
  }

  subscribed(): void {
    this.operations.inc({ type: "subscription", code: "OK" });
  }

  refused(code: RequestErrorCode): void {
    this.operations.inc({ type: "none", code });
  }

  databaseFailed(kind: DatabaseFault): void {
    this.databaseErrors.inc({ kind });
  }

  /** A message of a subscription went to a socket: there may be very many. */
  sent(): void {
    this.messages += 1;
  }

  /** Tells where the numbers are that the hub and the sockets keep themselves. */
  watch({ sockets, subscriptions, groups, renewals, position, head }: Readings): void {
    this.gauge("tandem_sockets", "Open sockets.", sockets);
    this.gauge("tandem_subscriptions", "Subscriptions, live or catching up.", subscriptions);
    this.gauge("tandem_subscription_groups", "Groups of equal live subscriptions.", groups);
    this.counter(
      "tandem_messages_sent_total",
      "Messages of subscriptions that went to sockets.",
      [],
      () => this.messages,
    );
    this.counter("tandem_rights_renewals_total", "How often everybody's rights were asked anew.", [], renewals);
    this.gauge("tandem_log_position", "The position of the Log up to which entries were delivered.", position);
    // Not a number while nobody can tell.
    const behind = () =>
      head().then(
        (last) => Math.max(0, last - position()),
        () => Number.NaN,
      );
    this.gauge("tandem_log_behind", "Entries that are committed and not delivered yet.", behind);
  }

  /** Everything, in the text format of Prometheus. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    const all = Registry.merge([processMetrics(), this.registry]);
    return { type: all.contentType, body: await all.metrics() };
  }

  private counter<Label extends string>(name: string, help: string, labelNames: Label[], read?: () => number) {
    const registers = [this.registry];
    if (!read) return new Counter({ name, help, labelNames, registers });
    return new Counter({
      name,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }

  private gauge(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read());
      },
    });
  }
}
