import { ArrowDownRight, ArrowUpRight, Dot, LogIn, LogOut, type LucideIcon } from "lucide-react";
import { cn } from "#components/ui/class-names.ts";
import type { ChangeKind } from "#lib/views/changes.ts";

/** changeNames is how pages name a change. */
export const changeNames = {
  gained: "Came in",
  lost: "Went out",
  moved: "Moved",
  began: "Began to count",
  ceased: "Ceased to count",
} as const satisfies Record<ChangeKind, string>;

const marks = {
  gained: { icon: ArrowUpRight, className: "text-pass" },
  lost: { icon: ArrowDownRight, className: "text-fail" },
  moved: { icon: Dot, className: "text-muted-foreground" },
  began: { icon: LogIn, className: "text-muted-foreground" },
  ceased: { icon: LogOut, className: "text-muted-foreground" },
} as const satisfies Record<ChangeKind, { readonly icon: LucideIcon; readonly className: string }>;

/** ChangeMark says how a repository changed: a mark and its word. */
export function ChangeMark({ kind }: { readonly kind: ChangeKind }) {
  const { icon: Icon, className } = marks[kind];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon className={cn("size-4", className)} aria-hidden />
      {changeNames[kind]}
    </span>
  );
}
