"use client";

import { Ellipsis, EyeOff, Pin, PinOff, Trash2 } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { DropdownItem, DropdownMenu } from "#components/ui/dropdown-menu.tsx";
import type { ResourceItem } from "#lib/views/learn.ts";
import { chooseResourceAction, removeResourceAction } from "./change-resources.action.ts";

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
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <DropdownItem onSelect={() => change(() => chooseResourceAction(slug, id, isPinned ? null : "pinned"))}>
          {isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          {isPinned ? "Unpin" : "Pin for everybody"}
        </DropdownItem>
        {isOwn ? (
          <DropdownItem onSelect={() => change(() => removeResourceAction(slug, id))}>
            <Trash2 aria-hidden />
            Remove
          </DropdownItem>
        ) : (
          <DropdownItem onSelect={() => change(() => chooseResourceAction(slug, id, "hidden"))}>
            <EyeOff aria-hidden />
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
