import type { CheckWords } from "../check.ts";

export const words: CheckWords = {
  title: "Releases are published",
  why: "Others can then ask for a version, and move to the next one when they choose, instead of taking whatever the default branch holds.",
  how: "Looks for flakehub-push, flakestry-publish and Determinate's whole workflow with a visibility. It applies to flakes that offer packages, apps, overlays, modules, a library or templates.",
  limits:
    "Releases that are published elsewhere, or by workflows that are not read, are not seen. A flake that only its own repository uses needs none.",
  remediation: "Add the flakehub-push action: rolling releases of every push, or one release a tag. Start private.",
};
