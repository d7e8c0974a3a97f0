import { tour } from "./tour";
import { ownServer } from "./tour.server";
import { yearsAfter } from "./tour.years";

const print = (line: string) => void process.stdout.write(`${line}\n`);

/** A practice review up to the accreditation. Answers the accreditation's number. */
const accredits = async (base: string): Promise<string> => {
  const { accreditation, feed, log, boardSaw } = await tour(base, print);
  const whole = feed.length === log.length && feed.every((id, index) => id === log[index]);
  print(
    `\nAsha is accredited: ${accreditation}. The assessor's feed showed ${feed.length} entries, each once and in order: ${whole}. The board saw ${boardSaw.join(", ")}.`,
  );
  if (!whole) process.exitCode = 1;
  return accreditation;
};

const run = async ([url]: string[]): Promise<void> => {
  if (url) {
    await accredits(url.replace(/\/(graphql)?$/, ""));
    print("The years after take a server whose clock can be put forward: npm run tour, without an address, has one.");
    return;
  }
  const { stop, ...server } = await ownServer();
  try {
    const number = await accredits(server.base);
    print("\nThe years after, on the same server, with its clock put forward.");
    const { outcomes, verified, credentials } = await yearsAfter(server, number, print);
    print(
      `\nAsha's reviews: ${outcomes.join(", ")}. Whoever asked was told ${verified.join(", ")}; the credential was ${credentials.join(", ")}.`,
    );
  } finally {
    await stop();
  }
};

run(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
});
