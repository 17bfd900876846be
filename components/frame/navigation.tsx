"use client";

import {
  FolderGit2,
  GraduationCap,
  History,
  LayoutGrid,
  ListChecks,
  type LucideIcon,
  PackageOpen,
  Settings,
  TrendingUp,
  Users,
} from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#components/ui/class-names.ts";
import { organizationHref } from "#lib/views/hrefs.ts";

interface Destination {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
}

/** Where one can go in an organization, in the order of the rail. A new page adds its line here. */
const destinations: readonly Destination[] = [
  { path: "", label: "Overview", icon: LayoutGrid },
  { path: "/trends", label: "Trends", icon: TrendingUp },
  { path: "/teams", label: "Teams", icon: Users },
  { path: "/repositories", label: "Repositories", icon: FolderGit2 },
  { path: "/inputs", label: "Inputs", icon: PackageOpen },
  { path: "/checks", label: "Checks", icon: ListChecks },
  { path: "/learn", label: "Learn", icon: GraduationCap },
  { path: "/scans", label: "Scans", icon: History },
  { path: "/settings", label: "Settings", icon: Settings },
];

export interface NavigationProps {
  readonly slug: string;
  /** Called when a destination is chosen, so that a menu can close. */
  readonly onChoose?: () => void;
}

/** Navigation lists the pages of an organization and marks the one that is open. */
export function Navigation({ slug, onChoose }: NavigationProps) {
  const pathname = usePathname();
  const home = organizationHref(slug);
  return (
    <nav aria-label="Pages">
      <ul className="flex flex-col gap-0.5">
        {destinations.map(({ path, label, icon: Icon }) => {
          const href = `${home}${path}`;
          const isOpen = path === "" ? pathname === home : pathname.startsWith(href);
          return (
            <li key={path}>
              <Link
                href={href}
                aria-current={isOpen ? "page" : undefined}
                {...(onChoose ? { onClick: onChoose } : {})}
                className={cn(
                  "relative flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium transition-colors duration-100",
                  isOpen
                    ? "bg-card text-foreground shadow-[0_0_0_1px_var(--border)]"
                    : "text-muted-foreground hover:bg-muted hover:text-foreground",
                )}
              >
                <Icon className={cn("size-4", isOpen && "text-primary")} aria-hidden />
                {label}
                <Pending />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Where the page takes a moment, the destination that was chosen says that it is on its way. */
function Pending() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span role="status" className="appear-late ml-auto size-1.5 rounded-full bg-primary">
      <span className="sr-only">Loading</span>
    </span>
  );
}
