import { Revision } from "#components/ui/revision.tsx";

/** RevisionCell is the revision that something is locked to, or a dash where it is to none. */
export function RevisionCell({ revision }: { readonly revision: string | null }) {
  return revision ? <Revision revision={revision} /> : <span className="text-muted-foreground">–</span>;
}
