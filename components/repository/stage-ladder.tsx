import { Check } from "lucide-react";
import { cn } from "#components/ui/class-names.ts";
import { Prose } from "#components/ui/prose.tsx";
import type { StageStep } from "#lib/views/repository-parts.ts";
import { EvidencePlace } from "./evidence-place.tsx";
import { stageColors } from "./stage-colors.ts";

/** StageLadder shows the five stages with what proves each, and which one comes next. */
export function StageLadder({ steps }: { readonly steps: readonly StageStep[] }) {
  return (
    <ol className="flex flex-col">
      {steps.map((step, index) => (
        <li key={step.stage} className="relative flex gap-3 pb-4 last:pb-0">
          {index < steps.length - 1 ? (
            <span aria-hidden className="absolute top-6 bottom-0 left-[11px] w-px bg-border" />
          ) : null}
          <span
            aria-hidden
            className={cn(
              "mt-px grid size-[23px] shrink-0 place-items-center rounded-full",

              step.isNext ? "border-2 border-primary border-dashed" : !step.isReached && "border border-input",
            )}
            style={step.isReached ? { background: stageColors[step.stage] } : undefined}
          >
            {step.isReached ? <Check className="size-3.5 text-card" strokeWidth={3} /> : null}
          </span>
          <div className="min-w-0">
            <p className="font-medium">
              {step.label}
              <span className="ml-2 font-normal text-muted-foreground text-small">
                {step.isReached ? "reached" : step.isNext ? "next" : "not yet"}
              </span>
            </p>
            {step.isReached && step.evidence ? (
              <EvidencePlace evidence={step.evidence} />
            ) : (
              <p className="text-muted-foreground text-small">
                <Prose text={step.description} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
