"use client";

import { useState, useTransition } from "react";
import { Select } from "#components/ui/select.tsx";
import type { CheckSetting } from "#lib/views/check-settings.ts";
import { chooseCheckAction } from "./change-settings.action.ts";
import { severityNames } from "./severity-words.ts";

const choices = ["default", "error", "warning", "advice", "off"] as const satisfies readonly CheckSetting["choice"][];

export interface CheckChoiceProps {
  readonly slug: string;
  readonly check: CheckSetting;
}

/** CheckChoice changes how loudly one check speaks, or whether it is asked at all. */
export function CheckChoice({ slug, check }: CheckChoiceProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const choose = (value: string) =>
    startTransition(async () => {
      const choice = choices.find((one) => one === value) ?? "default";
      const result = await chooseCheckAction(slug, check.id, choice);
      setProblem("problem" in result ? result.problem : null);
    });
  return (
    <span className="flex shrink-0 flex-col gap-1 sm:items-end">
      <span className="without-scripts text-muted-foreground">{choiceName(check.choice, check)}</span>
      <Select
        className="needs-scripts w-44"
        label={`How loudly “${check.title}” speaks`}
        value={check.choice}
        disabled={isPending}
        onChange={(event) => choose(event.target.value)}
        options={choices.map((choice) => ({ value: choice, label: choiceName(choice, check) }))}
      />
      {problem === null ? null : (
        <span role="alert" className="text-fail text-small">
          {problem}
        </span>
      )}
    </span>
  );
}

function choiceName(choice: CheckSetting["choice"], { severity }: CheckSetting): string {
  if (choice === "default") return `As it comes: ${severityNames[severity].toLowerCase()}`;
  return choice === "off" ? "Off" : severityNames[choice];
}
