// A command longer than this is data; it also bounds what the look at its words costs.
const commandLengthMax = 4_000;

/**
 * nixCommands are the words after `nix` of every command of a shell script that runs Nix: `["build", ".#app"]` for
 * `sudo nix build .#app`. Lines that a backslash continues are one; comments and what `echo` prints are left out.
 * The old commands stand for themselves: `nix-build .` is `["nix-build", "."]`.
 */
export function nixCommands(script: string): readonly (readonly string[])[] {
  return shellCommands(script).flatMap((words) => {
    const at = words.findIndex((word) => /^(?:.*\/)?nix(?:-build|-shell)?$/.test(word));
    const program = words[at]?.split("/").at(-1);
    if (program === undefined) return [];
    return [program === "nix" ? words.slice(at + 1) : [program, ...words.slice(at + 1)]];
  });
}

/** shellCommands are the words of each command of a shell script, without the quotes around them. */
export function shellCommands(script: string): readonly (readonly string[])[] {
  return script
    .replace(/\\\r?\n/g, " ")
    .split(/\r?\n|&&|[|;&]/)
    .filter((command) => command.length <= commandLengthMax)
    .map((command) =>
      command
        .replace(/(?:^|\s)#.*$/, "")
        .split(/\s+/)
        .map((word) => word.replace(/^(?:.*\$\()?[`"'(]*|[`"')]+$/g, ""))
        .filter((word) => word !== ""),
    )
    .filter(([program]) => program !== undefined && program !== "echo");
}

const building: ReadonlySet<string> = new Set(["build", "develop", "run", "fmt"]);

/** buildsWithNix says whether a script builds, checks or enters something with Nix. */
export function buildsWithNix(script: string): boolean {
  return nixCommands(script).some(
    (words) =>
      words[0] === "nix-build" ||
      words[0] === "nix-shell" ||
      words.some((word, index) => building.has(word) || (word === "flake" && words[index + 1] === "check")),
  );
}
