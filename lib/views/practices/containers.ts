import { known } from "#lib/model/observed.ts";
import type { PracticeCard, PracticeContext } from "./practice.ts";

/** containersCard is what describes container images, and the systems that the flakes describe. */
export function containersCard({ facts, link }: PracticeContext): PracticeCard {
  const outputs = facts.flakes.flatMap((flake) => (flake.role === "main" ? (flake.outputs ?? []) : []));
  const images = outputs.flatMap(({ containerImages }) => containerImages);
  const systems = outputs.flatMap(({ kinds }) => kinds.filter(({ name }) => name.endsWith("Configurations")));
  const dockerfiles = facts.knowledge.opportunities.filter(({ kind }) => kind === "dockerfile");
  return {
    id: "containers",
    title: "Containers and systems",
    groups: [
      {
        title: "Images that Nix builds",
        none: "Nix builds no image, as far as can be seen.",
        items: known(images.map((evidence) => ({ name: "Container image", notes: [], evidence: link(evidence) }))),
      },
      {
        title: "Systems",
        none: "No system is described.",
        items: known(
          systems.map(({ name, evidence }) => ({
            name,
            notes: [],
            evidence: evidence === null ? null : link(evidence),
          })),
        ),
      },
      {
        title: "Images without Nix",
        none: "No Dockerfile.",
        items: known(dockerfiles.map(({ evidence }) => ({ name: evidence.path, notes: [], evidence: link(evidence) }))),
      },
    ],
  };
}
