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
import { organizationHref } from "#lib/views/hrefs.ts";
import { DestinationLink } from "./destination-link.tsx";

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

/** Navigation lists the pages of an organization and marks the one that is open. */
export function Navigation({ slug }: { readonly slug: string }) {
  const home = organizationHref(slug);
  return (
    <nav aria-label="Pages">
      <ul className="flex flex-col gap-0.5">
        {destinations.map(({ path, label, icon: Icon }) => (
          <li key={path}>
            <DestinationLink href={`${home}${path}`} isHome={path === ""}>
              <Icon className="size-4" aria-hidden />
              {label}
            </DestinationLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
