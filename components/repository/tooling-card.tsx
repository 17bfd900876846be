import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { UpdateAutomationKind } from "#lib/model/automation-facts.ts";
import type { CacheClass } from "#lib/model/cache-facts.ts";
import type { NonFlakeKind } from "#lib/model/facts.ts";
import { type Observed, unknownReasonWords } from "#lib/model/observed.ts";
import type { RepositoryView } from "#lib/views/repository.ts";
import type { EvidenceLink } from "#lib/views/repository-parts.ts";
import { EvidencePlace } from "./evidence-place.tsx";

const automationWords = {
  "update-flake-lock": "update-flake-lock",
  "update-flake-inputs": "update-flake-inputs",
  dependabot: "Dependabot",
  renovate: "Renovate",
  "renovate-lock-maintenance": "Renovate's lock file maintenance",
  "scheduled-update": "Scheduled nix flake update",
} as const satisfies Record<UpdateAutomationKind, string>;

const cacheClassWords = {
  private: "private",
  ambiguous: "private or public",
  "ci-only": "CI only",
  public: "public",
} as const satisfies Record<CacheClass, string>;

const nonFlakeWords = {
  "shell.nix": "shell.nix",
  "default.nix": "default.nix",
  niv: "niv",
  npins: "npins",
  devenv: "devenv",
  devbox: "Devbox",
  lorri: "lorri",
  "use-nix": "use nix in .envrc",
} as const satisfies Record<NonFlakeKind, string>;

/** ToolingCard is what stands around the flakes: update automation, caches, and Nix without a flake. */
export function ToolingCard({ view }: { readonly view: Pick<RepositoryView, "automation" | "caches" | "nonFlake"> }) {
  return (
    <SectionCard title="Around the flakes">
      <div className="flex flex-col gap-4">
        <Group title="Updates inputs" none="Nothing updates flake.lock by itself." observed={view.automation}>
          {(item) => (
            <Line
              key={`${item.kind} ${item.evidence.path}`}
              name={automationWords[item.kind]}
              evidence={item.evidence}
            />
          )}
        </Group>
        <Group title="Caches" none="No cache is configured." observed={view.caches}>
          {(item) => (
            <Line
              key={`${item.name} ${item.evidence.path}:${item.evidence.line}`}
              name={item.name}
              evidence={item.evidence}
              badge={<Badge>{cacheClassWords[item.class]}</Badge>}
            />
          )}
        </Group>
        <Group title="Nix without a flake" none="None seen." observed={{ known: true, value: view.nonFlake }}>
          {(item) => (
            <Line key={`${item.kind} ${item.evidence.path}`} name={nonFlakeWords[item.kind]} evidence={item.evidence} />
          )}
        </Group>
      </div>
    </SectionCard>
  );
}

interface GroupProps<Item> {
  readonly title: string;
  readonly none: string;
  readonly observed: Observed<readonly Item[]>;
  readonly children: (item: Item) => ReactNode;
}

function Group<Item>({ title, none, observed, children }: GroupProps<Item>) {
  return (
    <div>
      <h3 className="mb-1 font-medium text-muted-foreground text-small">{title}</h3>
      {!observed.known ? (
        <p className="hatched rounded-md px-2 py-1">Unknown: {unknownReasonWords[observed.reason]}.</p>
      ) : observed.value.length === 0 ? (
        <p className="text-muted-foreground">{none}</p>
      ) : (
        <ul className="flex flex-col gap-1">{observed.value.map(children)}</ul>
      )}
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly evidence: EvidenceLink;
  readonly badge?: ReactNode;
}

function Line({ name, evidence, badge }: LineProps) {
  return (
    <li>
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="break-all font-medium">{name}</span>
        {badge}
      </span>
      {evidence.path === name ? null : <EvidencePlace evidence={evidence} />}
    </li>
  );
}
