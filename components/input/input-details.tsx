import { ExternalLink } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import type { InputView } from "#lib/views/input.ts";
import { upstreamKindNames } from "#lib/views/upstream-kind-names.ts";

/** InputDetails says what an upstream is; only one on a public forge is a link, for the address comes from a repository. */
export function InputDetails({ view }: { readonly view: InputView }) {
  const { input, url } = view;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
      <span className="text-muted-foreground">{upstreamKindNames[input.kind]}</span>
      {url === null ? (
        <span className="font-mono [overflow-wrap:anywhere]">{input.upstream}</span>
      ) : (
        <a
          href={url}
          rel="noopener noreferrer"
          className="inline-flex items-center gap-1 font-mono text-primary underline-offset-4 hover:underline"
        >
          {input.upstream}
          <ExternalLink className="size-3" aria-hidden />
        </a>
      )}
      {input.isNixpkgs ? <Badge tone="accent">Nixpkgs</Badge> : null}
    </p>
  );
}
