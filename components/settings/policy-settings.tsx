import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatDay } from "#lib/format/format.ts";
import type { PolicySettingsView } from "#lib/views/policy-settings.ts";
import { PolicyFieldForm } from "./policy-field-form.tsx";

/** PolicySettings is some fields of the policy as forms, with who changed the policy last. */
export function PolicySettings({ view }: { readonly view: PolicySettingsView }) {
  const { organization, fields, changed, defaultsAsOf, teamSlugs, exclusions } = view;
  return (
    <>
      <p className="mb-4 text-muted-foreground">
        The defaults were last looked over on {formatDay(defaultsAsOf)}.{" "}
        {changed === null ? (
          "Nothing was changed here."
        ) : (
          <>
            The policy was last changed <RelativeTime instant={changed.at} /> by {changed.by}.
          </>
        )}
      </p>
      <div className="gap-5 *:mb-5 *:break-inside-avoid lg:columns-2">
        {fields.map((item) => (
          <PolicyFieldForm key={item.field} slug={organization.slug} item={item} />
        ))}
      </div>
      {exclusions.length > 0 ? (
        <SectionCard title="Why they are excluded">
          <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
            {exclusions.map(({ pattern, reason }) => (
              <div key={pattern} className="contents">
                <dt className="break-words font-mono text-small leading-5">{pattern}</dt>
                <dd className={reason === null ? "text-muted-foreground" : "break-words"}>
                  {reason ?? "no reason was given"}
                </dd>
              </div>
            ))}
          </dl>
        </SectionCard>
      ) : null}
      {teamSlugs.length > 0 ? (
        <p className="text-muted-foreground text-small">
          Teams: <span className="font-mono">{teamSlugs.join(", ")}</span>
        </p>
      ) : null}
    </>
  );
}
