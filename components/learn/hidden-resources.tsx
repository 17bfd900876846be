"use client";

import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { formatNumber } from "#lib/format/format.ts";
import type { LearnView } from "#lib/views/learn.ts";
import { chooseResourceAction } from "./change-resources.action.ts";

export interface HiddenResourcesProps {
  readonly slug: string;
  readonly hidden: LearnView["hidden"];
}

/** HiddenResources lists what the organization hides, each with the way back. */
export function HiddenResources({ slug, hidden }: HiddenResourcesProps) {
  const [isPending, startTransition] = useTransition();
  if (hidden.length === 0) return null;
  return (
    <Popover
      label="Hidden resources"
      trigger={<Button className="needs-scripts">Hidden ({formatNumber(hidden.length)})</Button>}
    >
      <p className="font-medium">Hidden from everybody here</p>
      <ul className="mt-2 flex max-h-72 flex-col gap-1 overflow-y-auto">
        {hidden.map(({ id, title }) => (
          <li key={id} className="flex items-center justify-between gap-3">
            <span className="min-w-0 break-words">{title}</span>
            <Button
              size="small"
              disabled={isPending}
              aria-label={`Show ${title} again`}
              onClick={() => startTransition(async () => void (await chooseResourceAction(slug, id, null)))}
            >
              Show
            </Button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
