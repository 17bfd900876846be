import { Button } from "#components/ui/button.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { SourceChoice } from "#lib/commands/source-choice.ts";

export interface SourceFormProps {
  readonly choice: SourceChoice | null;
  readonly restUrl: string;
  readonly problem: string | null;
}

/** SourceForm asks which organization. It is a plain form, so that the address holds what was chosen. */
export function SourceForm({ choice, restUrl, problem }: SourceFormProps) {
  return (
    <SectionCard title="2. Organization" note={`On GitHub (${restUrl}), or a folder of clones on this machine.`}>
      <form action="/setup" className="flex flex-wrap items-end gap-3">
        <Select
          label="Where"
          isLabelShown
          name="provider"
          defaultValue={choice?.provider ?? "github"}
          options={[
            { value: "github", label: "GitHub" },
            { value: "local", label: "Local folder" },
          ]}
        />
        <div className="min-w-0 grow basis-64">
          <TextField
            label="Name of the organization, or path of the folder"
            name="name"
            required
            maxLength={1000}
            defaultValue={choice?.name ?? ""}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <Button type="submit" variant={choice === null ? "primary" : "outline"} size="small">
          {choice === null ? "Check" : "Check again"}
        </Button>
        {problem === null ? null : (
          <p role="alert" className="basis-full text-fail text-small">
            {problem}
          </p>
        )}
      </form>
    </SectionCard>
  );
}
