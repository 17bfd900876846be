import Link from "next/link";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatShare } from "#lib/format/format.ts";
import type { GoalSettingsView } from "#lib/views/goal-settings.ts";
import { GoalForm } from "./goal-form.tsx";
import { RemoveGoal } from "./remove-goal.tsx";

/** GoalSettings is what an organization wants to reach, how far it is, and a form for more. */
export function GoalSettings({ view }: { readonly view: GoalSettingsView }) {
  const { organization, goals } = view;
  return (
    <div className="flex flex-col gap-5">
      <GoalForm view={view} />
      <SectionCard title="Goals" note="Each is a dotted line on its charts, and words beside its headline." isFlush>
        {goals.length === 0 ? (
          <EmptyState title="No goal is set." className="border-t">
            A goal is a share to reach, by a day if you like, for the whole organization or one team.
          </EmptyState>
        ) : (
          <ul>
            {goals.map((item) => (
              <li
                key={`${item.goal.metricId} ${item.goal.team}`}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t px-5 py-3"
              >
                <div className="min-w-0 flex-1 basis-72">
                  <Link href={item.href} className="font-medium underline-offset-4 hover:underline">
                    {item.label}, {item.subject}
                  </Link>
                  <p className="text-muted-foreground text-small">
                    {formatShare(item.share)}: {item.words}.
                  </p>
                </div>
                <ShareBar {...item.share} mark={item.goal.share} className="h-2! w-40" />
                <RemoveGoal slug={organization.slug} item={item} />
              </li>
            ))}
          </ul>
        )}
      </SectionCard>
    </div>
  );
}
