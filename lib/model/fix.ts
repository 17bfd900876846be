/** FixLanguage is what a fix is written in; each fix parses in its language. */
export type FixLanguage = "nix" | "nix.conf" | "yaml" | "shell" | "markdown";

/** Fix is a text made for one repository that mends one finding, ready to paste. Never applied by the tool itself. */
export interface Fix {
  /** What it does, as an order: "Let home-manager use your nixpkgs". */
  readonly title: string;
  readonly language: FixLanguage;
  /** The file that it belongs into; null for a command to run. */
  readonly path: string | null;
  readonly text: string;
  /** Where in the file it goes, or what to look at before; null when nothing needs saying. */
  readonly note: string | null;
}
