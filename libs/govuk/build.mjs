// Builds what the browser gets: one style sheet, three scripts and an icon, each under a name made
// from its content, and a list of the names. Installs the npm packages first if they are missing or
// older than package-lock.json. Does nothing at all when nothing changed.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const modules = join(root, "node_modules");
const out = join(here, "target/generated-resources/static/assets");
const stamp = join(here, "target/assets.stamp");

const digest = (content) => createHash("sha256").update(content).digest("hex");

function install() {
  const lock = join(root, "package-lock.json");
  const installed = join(modules, ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  // On Windows npm is a script, which only a shell starts.
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
}

function inputs() {
  const own = ["scss", "js", "icon"].flatMap((kind) => {
    const folder = join(here, "src/main", kind);
    return readdirSync(folder).sort().map((name) => join(folder, name));
  });
  return [...own, fileURLToPath(import.meta.url), join(root, "package-lock.json")];
}

// GOV.UK's colours that its style sheet prints outside its custom properties, and ours for them.
// White is text in `color` and paper in a background.
const COLOURS = {
  "#0f7a52": "action", "#0b5c3e": "action-hover",
  "#f3f3f3": "surface", "#f4f8fb": "surface", "#858686": "border", "#cecece": "hover",
  "#ca3535": "danger", "#982828": "danger-hover",
  "#0b0c0c": "ink", "#0f385c": "blue", "#d2e2f1": "blue-tint",
  "#083d29": "green", "#cfe4dc": "green-tint", "#2a1950": "purple", "#ddd6ec": "purple-tint",
  "#651b1b": "red", "#f4d7d7": "red-tint", "#7a3c1c": "orange", "#fde4d7": "orange-tint",
  "#0b4144": "teal", "#d0e6e7": "teal-tint", "#651b3e": "magenta", "#f4d7e5": "magenta-tint",
  "#ffee80": "yellow-tint",
};
const EDGES = { "#083d29": "action-edge", "#651b1b": "danger-edge", "#0f385c": "action-edge", "#858686": "border" };

function recolour(css) {
  const ours = css
    .replace(/(var\(--govuk-[a-z-]+-colour),\s*#[0-9a-f]{3,6}\)/g, "$1)")
    .replace(/0 4px var\(--govuk-focus-text-colour\)/g, "0 4px var(--diogel-focus-line)")
    .replace(/([\w-]+):([^;{}]*#[0-9a-f]{3,6}\b[^;{}]*)/g, (declaration, property, value) => {
      const replaced = value.replace(/#[0-9a-f]{3,6}\b/g, (colour) => {
        const long = colour.length === 4 ? "#" + [...colour.slice(1)].map((c) => c + c).join("") : colour;
        if (long === "#ffffff") {
          return `var(--diogel-${property.startsWith("background") ? "paper" : "on-accent"})`;
        }
        const name = (property === "box-shadow" ? EDGES : COLOURS)[long];
        if (!name) throw new Error(`No colour of ours for ${colour} in ${declaration}`);
        return `var(--diogel-${name})`;
      });
      return `${property}:${replaced}`;
    });
  const foreign = ours.match(/#[0-9a-f]{3,8}\b|GDS Transport|@font-face|url\([^)]*\)|\brgba?\((?!0,\s*0,\s*0,\s*0\))[^)]*\)/);
  if (foreign) throw new Error(`Left of GOV.UK in the style sheet: ${foreign[0]}`);
  return ours;
}

// Left and right become start and end, so that a page in Arabic is the mirror of one in English.
// Floats say both: an older browser does not know the second word and keeps the first.
const SIDES = { left: "start", right: "end" };

function mirrored(css) {
  return css.replace(/(?<=[{;])(-?[a-z-]+):([^;{}]*)/g, (declaration, property, value) => {
    const side = /^(?:(margin|padding|border)-)?(left|right)(-(?:color|style|width))?$/.exec(property);
    if (side) return `${side[1] ?? "inset"}-inline-${SIDES[side[2]]}${side[3] ?? ""}:${value}`;
    const word = /^(left|right)( !important)?$/.exec(value);
    if (word && property === "text-align") return `${property}:${SIDES[word[1]]}${word[2] ?? ""}`;
    if (word && property === "float") return `${declaration};float:inline-${SIDES[word[1]]}`;
    const four = /^(\S+) (\S+) (\S+) (\S+)$/.exec(value);
    if (four && four[2] !== four[4] && /^(margin|padding)$/.test(property)) {
      return `${property}-block:${four[1]} ${four[3]};${property}-inline:${four[4]} ${four[2]}`;
    }
    return declaration;
  });
}

async function styles() {
  const sass = await import("sass");
  const compile = (name) =>
    sass.compile(join(here, "src/main/scss", name), {
      style: "compressed", charset: false, loadPaths: [modules], quietDeps: true,
    }).css;
  return mirrored(recolour(compile("govuk.scss")) + compile("diogel.scss"));
}

install();
const fingerprint = digest(inputs().map((file) => digest(readFileSync(file))).join());
if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint && existsSync(join(out, "manifest.properties"))) {
  process.exit(0);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const names = {};
function emit(name, content) {
  const dot = name.lastIndexOf(".");
  names[name] = `${name.slice(0, dot)}-${digest(content).slice(0, 12)}${name.slice(dot)}`;
  writeFileSync(join(out, names[name]), content);
}

emit("diogel.css", await styles());
const govuk = readFileSync(join(modules, "govuk-frontend/dist/govuk/govuk-frontend.min.js"), "utf8");
emit("govuk-frontend.min.js", govuk.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));
const script = readFileSync(join(here, "src/main/js/diogel.js"), "utf8");
emit("diogel.js", script.replace("./govuk-frontend.min.js", `./${names["govuk-frontend.min.js"]}`));
emit("passkeys.js", readFileSync(join(here, "src/main/js/passkeys.js"), "utf8"));
emit("icon.svg", readFileSync(join(here, "src/main/icon/icon.svg")));
writeFileSync(
  join(out, "manifest.properties"),
  Object.entries(names).map(([name, hashed]) => `${name}=${hashed}\n`).join(""),
);
writeFileSync(stamp, fingerprint);
