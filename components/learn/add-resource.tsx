import { Plus } from "lucide-react";
import { Choices } from "#components/ui/choices.tsx";
import { FormDialog } from "#components/ui/form-dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { themeNames, themes } from "#lib/model/finding.ts";
import { resourceKinds, resourceLevels } from "#lib/model/resource.ts";
import { stages } from "#lib/model/stage.ts";
import type { LearnView } from "#lib/views/learn.ts";
import { stageWords } from "#lib/views/stage-words.ts";
import { addResourceAction } from "./change-resources.action.ts";
import { resourceKindNames, resourceLevelNames } from "./resource-words.ts";

export interface AddResourceProps {
  readonly slug: string;
  readonly checks: LearnView["checks"];
}

/** AddResource adds a resource of the organization's own: its guide, its template, its recorded talk. */
export function AddResource({ slug, checks }: AddResourceProps) {
  return (
    <FormDialog
      title="Add a resource"
      note="Everybody here sees it, on the pages of the checks that it helps with."
      trigger={
        <>
          <Plus aria-hidden />
          Add resource
        </>
      }
      triggerVariant="primary"
      submit={["Add", "Adding…"]}
      send={addResourceAction.bind(null, slug)}
    >
      <TextField label="Title" name="title" required maxLength={120} />
      <TextField label="Address" name="url" type="url" required placeholder="https://" pattern="https://.*" />
      <TextField label="What one can do afterwards, in one sentence" name="summary" required maxLength={240} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select label="Kind" isLabelShown name="kind" options={named(resourceKinds, resourceKindNames)} />
        <Select label="Level" isLabelShown name="level" options={named(resourceLevels, resourceLevelNames)} />
        <Select label="Theme" isLabelShown name="theme" options={named(themes, themeNames)} />
        <TextField label="Minutes to read, if known" name="minutes" type="number" min={1} max={480} />
      </div>
      <Choices legend="Checks that it helps with" name="checks" options={checks} />
      <Choices
        legend="Stages that it helps to reach"
        name="stages"
        options={stages.map((stage) => ({ id: stage, title: stageWords[stage].label }))}
      />
    </FormDialog>
  );
}

function named<Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: names[value] }));
}
