import { ResourceList } from "#components/finding/resource-list.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { FailingCheck } from "#lib/views/failing-checks.ts";
import type { ResourceLink } from "#lib/views/resource-links.ts";

const readingMax = 3;

/** NextReading is "what to learn next": up to three resources, of the checks that fail, gravest first. */
export function NextReading({ checks }: { readonly checks: readonly FailingCheck[] }) {
  const resources = nextReading(checks);
  return (
    <SectionCard title="What to learn next" note="Chosen by what fails here.">
      {resources.length === 0 ? (
        <p className="text-muted-foreground">Nothing fails that a resource could help with.</p>
      ) : (
        <ResourceList resources={resources} />
      )}
    </SectionCard>
  );
}

/** nextReading takes the first resource of each check in turn, so that three checks help before one check helps thrice. */
export function nextReading(checks: readonly Pick<FailingCheck, "resources">[]): readonly ResourceLink[] {
  const depth = Math.max(0, ...checks.map((check) => check.resources.length));
  const inTurn = Array.from({ length: depth }, (_, place) => checks.flatMap((check) => check.resources[place] ?? []));
  const byUrl = new Map(inTurn.flat().map((resource) => [resource.url, resource]));
  return [...byUrl.values()].slice(0, readingMax);
}
