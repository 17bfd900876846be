"use client";

import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { DropdownItem, DropdownMenu } from "#components/ui/dropdown-menu.tsx";
import { LineMark } from "#components/ui/line-mark.tsx";
import type { ResourceItem } from "#lib/views/learn.ts";
import { chooseResourceAction, removeResourceAction } from "./change-resources.action.ts";
import { binLine, dotsLine, hideLine, pinLine, unpinLine } from "./resource-lines.ts";

export interface ResourceMenuProps {
  readonly slug: string;
  readonly resource: Pick<ResourceItem, "id" | "title" | "isOwn" | "isPinned">;
}

/** ResourceMenu is what an organization can do with a resource: pin it, hide it, or remove one of its own. */
export function ResourceMenu({ slug, resource }: ResourceMenuProps) {
  const { id, title, isOwn, isPinned } = resource;
  const [isPending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);

  function change(ask: () => ReturnType<typeof removeResourceAction>) {
    startTransition(async () => {
      const result = await ask();
      setProblem("problem" in result ? result.problem : null);
    });
  }

  return (
    <div className="-mt-1.5 flex flex-col items-end print:hidden">
      <DropdownMenu
        trigger={
          <Button
            className="needs-scripts"
            variant="quiet"
            size="icon"
            aria-label={`Manage ${title}`}
            disabled={isPending}
          >
            <LineMark line={dotsLine} />
          </Button>
        }
      >
        <DropdownItem onSelect={() => change(() => chooseResourceAction(slug, id, isPinned ? null : "pinned"))}>
          <LineMark line={isPinned ? unpinLine : pinLine} />
          {isPinned ? "Unpin" : "Pin for everybody"}
        </DropdownItem>
        {isOwn ? (
          <DropdownItem onSelect={() => change(() => removeResourceAction(slug, id))}>
            <LineMark line={binLine} />
            Remove
          </DropdownItem>
        ) : (
          <DropdownItem onSelect={() => change(() => chooseResourceAction(slug, id, "hidden"))}>
            <LineMark line={hideLine} />
            Hide from everybody
          </DropdownItem>
        )}
      </DropdownMenu>
      {problem ? (
        <p role="alert" className="max-w-40 text-right text-fail text-small">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
