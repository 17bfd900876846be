"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#components/ui/class-names.ts";
import { settingsHref } from "#lib/views/hrefs.ts";

/** The sections of the settings, in the order of their line. A new section adds its own here. */
const sections = [
  { section: "", label: "Policy" },
  { section: "checks", label: "Checks" },
  { section: "repositories", label: "Repositories" },
  { section: "goals", label: "Goals" },
  { section: "waivers", label: "Waivers" },
  { section: "scanning", label: "Scanning" },
  { section: "organization", label: "Organization" },
  { section: "changes", label: "Changes" },
] as const;

/** SettingsNavigation lists the sections of the settings and marks the one that is open. */
export function SettingsNavigation({ slug }: { readonly slug: string }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" className="mb-5 border-b print:hidden">
      <ul className="flex flex-wrap gap-x-5">
        {sections.map(({ section, label }) => {
          const href = settingsHref(slug, section);
          const isOpen = pathname === href;
          return (
            <li key={section}>
              <Link
                href={href}
                aria-current={isOpen ? "page" : undefined}
                className={cn(
                  "-mb-px flex h-9 items-center border-b-2 font-medium",
                  isOpen ? "border-primary" : "border-transparent text-muted-foreground hover:text-foreground",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
