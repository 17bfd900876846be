import { Badge } from "#components/ui/badge.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { Fix } from "#lib/model/fix.ts";

/** FixBlock is the text that mends a finding in this repository, ready to copy; it is shown, never applied. */
export function FixBlock({ fix }: { readonly fix: Fix }) {
  return (
    <figure className="min-w-0">
      <figcaption className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">
          <Prose text={fix.title} />
        </span>
        {fix.path === null ? null : <span className="break-all font-mono text-small">{fix.path}</span>}
        <Badge>{fix.language}</Badge>
        <span className="ml-auto">
          <CopyButton text={fix.text} what="fix" />
        </span>
      </figcaption>
      <ScrollRegion label={fix.title} className="mt-1 overflow-x-auto rounded-md border bg-card">
        <pre className="p-3 font-mono text-small leading-5">
          <code>{fix.text}</code>
        </pre>
      </ScrollRegion>
      {fix.note === null ? null : (
        <p className="mt-1 max-w-prose text-muted-foreground text-small">
          <Prose text={fix.note} />
        </p>
      )}
    </figure>
  );
}
