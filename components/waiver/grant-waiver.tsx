import { Plus } from "lucide-react";
import { useId } from "react";
import { FormDialog } from "#components/ui/form-dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { WaiversView } from "#lib/views/waivers.ts";
import { waiveAction } from "./waiver.action.ts";
import { WaiverFields } from "./waiver-fields.tsx";
import { waiverNote } from "./waiver-words.ts";

/** GrantWaiver asks for a waiver: where, of what, why, and until when. */
export function GrantWaiver({ view }: { readonly view: WaiversView }) {
  const names = useId();
  return (
    <FormDialog
      title="Waive a check"
      note={waiverNote}
      trigger={
        <>
          <Plus aria-hidden />
          Waive a check
        </>
      }
      triggerVariant="primary"
      submit={["Waive", "Waiving…"]}
      send={waiveAction.bind(null, view.organization.slug)}
    >
      <TextField label="Repository" name="repository" required list={names} autoComplete="off" />
      <datalist id={names}>
        {view.repositories.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Select
        label="Check"
        isLabelShown
        name="checkId"
        options={view.checks.map(({ id, title }) => ({ value: id, label: `${title} (${id})` }))}
      />
      <TextField
        label="Only for one flake or input, as ./nix/nixpkgs; empty for all"
        name="subject"
        maxLength={500}
        autoComplete="off"
      />
      <WaiverFields {...view.period} />
    </FormDialog>
  );
}
