import { Check, ChevronsUpDown, Plus } from "lucide-react";
import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { DropdownLabel, DropdownLink, DropdownMenu } from "#components/ui/dropdown-menu.tsx";
import type { ProviderKind } from "#lib/model/repository.ts";
import { organizationHref } from "#lib/views/hrefs.ts";
import type { OrganizationItem } from "#lib/views/shared.ts";

const providerWords = {
  github: "GitHub",
  local: "local folder",
} as const satisfies Record<ProviderKind, string>;

export interface OrganizationSwitcherProps {
  readonly organization: OrganizationItem;
  readonly organizations: readonly OrganizationItem[];
}

/** OrganizationSwitcher names the organization that is open and leads to the others. */
export function OrganizationSwitcher({ organization, organizations }: OrganizationSwitcherProps) {
  return (
    <DropdownMenu
      align="start"
      className="w-72"
      trigger={
        <button
          type="button"
          className="flex w-full min-w-0 items-center gap-2 rounded-md border bg-card px-3 py-2 text-left hover:border-input"
        >
          <span className="sr-only">Organization:</span>
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{organization.name}</span>
            <span className="mt-0.5 flex items-center gap-1.5 text-muted-foreground text-small">
              {organization.isSample ? <Badge tone="notice">Sample</Badge> : null}
              {providerWords[organization.provider]}
            </span>
          </span>
          <ChevronsUpDown className="size-3.5 shrink-0 text-muted-foreground" aria-hidden />
        </button>
      }
    >
      <DropdownLabel>Organizations</DropdownLabel>
      {organizations.map((each) => (
        <DropdownLink key={each.slug}>
          <Link href={organizationHref(each.slug)}>
            <span className="min-w-0 flex-1 truncate">{each.name}</span>
            {each.isSample ? <Badge tone="notice">Sample</Badge> : null}
            {each.slug === organization.slug ? <Check aria-hidden /> : null}
          </Link>
        </DropdownLink>
      ))}
      <DropdownLink>
        <Link href="/setup" className="mt-1 border-t text-muted-foreground">
          <Plus aria-hidden />
          Connect an organization
        </Link>
      </DropdownLink>
    </DropdownMenu>
  );
}
