import { SectionCard } from "#components/ui/section-card.tsx";
import { themeNames } from "#lib/model/finding.ts";
import type { CheckSettingsView } from "#lib/views/check-settings.ts";
import { CheckChoice } from "./check-choice.tsx";

/** CheckSettings is every check by theme, each with how loudly it speaks here. */
export function CheckSettings({ view: { organization, themes } }: { readonly view: CheckSettingsView }) {
  return (
    <div className="flex flex-col gap-5">
      {themes.map(({ theme, checks }) => (
        <SectionCard key={theme} title={themeNames[theme]} isFlush>
          <ul>
            {checks.map((check) => (
              <li
                key={check.id}
                className="flex flex-col justify-between gap-x-6 gap-y-2 border-t px-5 py-2.5 sm:flex-row sm:items-center"
              >
                <span className="min-w-0">
                  <span className="block font-medium">{check.title}</span>
                  <span className="font-mono text-muted-foreground text-small">{check.id}</span>
                </span>
                <CheckChoice slug={organization.slug} check={check} />
              </li>
            ))}
          </ul>
        </SectionCard>
      ))}
    </div>
  );
}
