/**
 * Measures the parser and, when it is installed, `nix-instantiate --parse` on the same files.
 *
 *     node lib/nix/bench.ts [--nix COMMAND] [FOLDER…]
 *
 * Without a folder it parses generated modules. Only files that both accept are counted. Nix's time is one process for
 * many files, less the start of a process; it parses, checks variables and prints, so that ours is given for both the
 * parse alone and all three.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { parseNix } from "./language/parse.ts";
import { printNix } from "./language/print.ts";
import { findUndefinedVariables } from "./language/scope.ts";

/** The best of several passes is the one that other programs disturbed least; the first ones also warm up the compiler. */
const passes = 7;
/** So many names fit in the arguments of one process. */
const filesPerProcess = 500;
const generatedFiles = 400;
const hostileLength = 65_536;

// Each again and again: brackets that never end, strings in strings, and what has to be looked at again from its start.
const hostilePieces = [
  "{",
  "[",
  "(",
  "x:",
  "{a,",
  '"${',
  "''${",
  "''",
  "a.",
  "a = ",
  "let ",
  "if ",
  "with a; ",
  "!",
  "-",
  "a ? ",
  "a: a ",
  "rec {",
  "inherit (a) ",
  "./a/${",
  "<a",
  "a://",
  "/*",
  "# \n",
  "\\",
  '"',
  "${",
  "1.",
  "1e9",
  "@",
  "=",
  ";",
  "a a ",
] as const;

interface SourceFile {
  readonly file: string;
  readonly source: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { nix: { type: "string", default: "nix-instantiate" } },
});
const scratch = mkdtempSync(path.join(tmpdir(), "nix-bench-"));
try {
  const folders = positionals.length > 0 ? positionals : [generate(scratch)];
  process.stdout.write(`${[...measure(folders.flatMap(nixFilesBelow), values.nix), worstText()].join("\n")}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}

function measure(files: readonly string[], command: string): readonly string[] {
  const sources = files.map((file) => ({ file, source: readFileSync(file, "utf8") })).filter(isAccepted);
  const megabytes = sources.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0) / 1e6;
  const parseMs = bestMs(() => {
    for (const { source } of sources) parseNix(source);
  });
  const allMs = bestMs(() => {
    for (const { file, source } of sources) {
      const { expression } = parseNix(source);
      findUndefinedVariables(expression);
      printNix(expression, { file: path.dirname(file), home: homedir() });
    }
  });
  const rate = (ms: number) => `${ms.toFixed(0)} ms, ${((megabytes / ms) * 1000).toFixed(1)} MB/s`;
  const lines = [
    `${sources.length} files, ${megabytes.toFixed(1)} MB, Node ${process.version}`,
    `parse:                       ${rate(parseMs)}`,
    `parse, variables and print:  ${rate(allMs)}`,
  ];
  const nixMs = nixTimeMs(command, sources);
  if (nixMs === null) return [...lines, `${command}: not installed, or it refuses one of the files`];
  const times = `${(nixMs / parseMs).toFixed(1)} and ${(nixMs / allMs).toFixed(1)} times ours`;
  return [...lines, `${command} --parse: ${rate(nixMs)}; ${times}`];
}

/** The slowest of hostile texts of 64 kB, once warm. */
function worstText(): string {
  const times = hostilePieces.map((piece) => {
    const source = piece.repeat(Math.ceil(hostileLength / piece.length)).slice(0, hostileLength);
    return { piece, ms: bestMs(() => parseNix(source)) };
  });
  const worst = times.reduce((one, other) => (other.ms > one.ms ? other : one));
  return `worst of ${times.length} hostile texts of 64 kB: ${worst.ms.toFixed(1)} ms (${JSON.stringify(worst.piece)} repeated)`;
}

function isAccepted({ source }: SourceFile): boolean {
  const { expression, errors } = parseNix(source);
  return errors.length === 0 && findUndefinedVariables(expression).length === 0;
}

function bestMs(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Null when Nix is missing or refuses a file. */
function nixTimeMs(command: string, sources: readonly SourceFile[]): number | null {
  const startMs = runMs(command, ["-E", "1"]);
  if (startMs === null) return null;
  let total = 0;
  for (let at = 0; at < sources.length; at += filesPerProcess) {
    const ms = runMs(
      command,
      sources.slice(at, at + filesPerProcess).map(({ file }) => path.resolve(file)),
    );
    if (ms === null) return null;
    total += Math.max(0, ms - startMs);
  }
  return total;
}

function runMs(command: string, files: readonly string[]): number | null {
  const features = "pipe-operators flakes fetch-tree fetch-closure dynamic-derivations";
  const start = performance.now();
  const run = spawnSync(command, ["--parse", "--extra-experimental-features", features, ...files], { stdio: "ignore" });
  return run.status === 0 ? performance.now() - start : null;
}

function nixFilesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): string[] => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return nixFilesBelow(file);
    return entry.isFile() && entry.name.endsWith(".nix") ? [file] : [];
  });
}

/** Modules as they are often written: options, configuration, a script, a list of packages. */
function generate(folder: string): string {
  for (let index = 0; index < generatedFiles; index++) {
    const blocks = Array.from({ length: 20 }, (_, block) => generatedBlock(index, block));
    writeFileSync(
      path.join(folder, `module-${index}.nix`),
      `{ config, lib, pkgs, ... }@args:\n\nwith lib;\n\nlet\n  cfg = config.services.unit${index};\nin\n{\n${blocks.join("\n")}}\n`,
    );
  }
  return folder;
}

function generatedBlock(index: number, block: number): string {
  return `  # Settings of part ${block}.
  options.services.unit${index}.part${block} = {
    enable = mkEnableOption "part ${block} of the unit";
    port = mkOption {
      type = types.nullOr types.port;
      default = if cfg.secure or false then 443 + ${block} else null;
      description = ''
        The port of part ${block}, see <https://example.org/\${toString cfg.port}>.
          It may be left out.
      '';
    };
  };
  config.systemd.services."unit${index}-${block}" = mkIf (cfg.part${block}.enable && !cfg.isOff || cfg ? force) {
    path = [ pkgs.coreutils pkgs.bash ] ++ optionals (cfg.port != null) (map (name: pkgs.\${name}) cfg.extra);
    environment = { inherit (cfg) port; HOME = "/var/lib/unit${index}"; } // cfg.environment;
    script = "\${pkgs.hello}/bin/hello --port \${toString cfg.port} ./. \\"$@\\"";
    serviceConfig.ExecStart = ./start-${block}.sh;
  };
`;
}
