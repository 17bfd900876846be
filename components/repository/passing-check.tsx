import { EvidencePlace } from "./evidence-place.tsx";
import { type CheckGroup, outcomeSummary } from "./group-findings.ts";

// The first place tells; a check of forty inputs passes in forty of them.
const placesMax = 3;

/** PassingCheck is a check that passes: what was seen, and where. */
export function PassingCheck({ check: { checkId, words, items } }: { readonly check: CheckGroup }) {
  const places = new Map(items.flatMap((item) => item.evidence).map((place) => [`${place.path}:${place.line}`, place]));
  return (
    <li id={checkId} className="flex flex-wrap gap-x-3">
      <a href={words.href} className="font-medium underline-offset-4 hover:underline">
        {words.title}
      </a>
      <span className="text-muted-foreground [overflow-wrap:anywhere]">{outcomeSummary(items)}</span>
      {[...places.values()].slice(0, placesMax).map((place) => (
        <EvidencePlace key={`${place.path}:${place.line}`} evidence={place} />
      ))}
    </li>
  );
}
