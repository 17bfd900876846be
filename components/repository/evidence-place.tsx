import { PathText } from "#components/ui/path-text.tsx";
import type { EvidenceLink } from "#lib/views/repository-parts.ts";

/** EvidencePlace is a place in a repository: path and line, leading to the line at the commit where there are pages. */
export function EvidencePlace({ evidence }: { readonly evidence: EvidenceLink }) {
  const words = evidence.line === null ? evidence.path : `${evidence.path}:${evidence.line}`;
  if (evidence.href === null)
    return (
      <span className="[overflow-wrap:anywhere] font-mono text-small">
        <PathText text={words} />
      </span>
    );
  return (
    <a
      href={evidence.href}
      rel="noopener noreferrer"
      className="[overflow-wrap:anywhere] font-mono text-primary text-small underline decoration-transparent underline-offset-4 hover:decoration-current"
    >
      <PathText text={words} />
    </a>
  );
}
