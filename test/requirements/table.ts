import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ASKED, Asked } from "./asked";
import { Found, numbersIn, titlesIn } from "./titles";

const TESTS = join(__dirname, "../../../test");

/** What a test file of the repository holds, under its name. */
export interface TestFile extends Found {
  readonly name: string;
}

/** All test files but those beside this one, whose samples are no tests. */
export const testFiles = (): TestFile[] =>
  readdirSync(TESTS, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && !name.startsWith("requirements"))
    .sort()
    .map((name) => ({ name, ...titlesIn(readFileSync(join(TESTS, name), "utf8")) }));

/** A test that names a requirement. */
export interface Proof {
  readonly file: string;
  readonly title: string;
}

/** The tests of each number. */
export const proofsIn = (files: readonly TestFile[]): Map<number, Proof[]> => {
  const proofs = new Map<number, Proof[]>();
  for (const { name, titles } of files) {
    for (const { title } of titles.filter(({ call }) => call === "test")) {
      for (const number of numbersIn(title)) {
        proofs.set(number, [...(proofs.get(number) ?? []), { file: name, title }]);
      }
    }
  }
  return proofs;
};

/** Of these numbers, those that neither a test proves nor a field holds. */
export const missing = (numbers: readonly number[], proofs: ReadonlyMap<number, unknown>): string[] =>
  numbers.filter((number) => !proofs.has(number) && !ASKED[number]?.lost).map((number) => `R${number}`);

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");

const shownBy = ({ lost }: Asked, proofs: readonly Proof[]): string => {
  const said = proofs.map(({ file, title }) => `${cell(title)} (\`${file}\`)`);
  if (lost) said.unshift(`content the source has lost: the office types it in as \`${lost}\``);
  return said.join("<br>");
};

/** Every requirement and what shows that it is met, as the tests' titles have it. */
export const printedRequirements = (files: readonly TestFile[] = testFiles()): string => {
  const proofs = proofsIn(files);
  const lines = Object.entries(ASKED).map(
    ([number, asked]) =>
      `| **R${number}** | ${cell(asked.asks)} | ${shownBy(asked, proofs.get(Number(number)) ?? [])} |`,
  );
  return `# What is asked, and what shows that it is there

Printed from the titles of the tests by \`npm run requirements\`; not for editing. What each number asks stands in \`test/requirements/asked.ts\`. A number counts when a test names it and fails once the behaviour is taken away, and every number must count. Files lie below \`test/\`.

| number | asks | shown by |
| --- | --- | --- |
${lines.join("\n")}
`;
};
