import { writeFileSync } from "node:fs";
import { printedRequirements } from "./table";

writeFileSync("docs/requirements.md", printedRequirements());
