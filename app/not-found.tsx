import { BarePage } from "#components/frame/bare-page.tsx";
import { OverviewLink } from "#components/frame/overview-link.tsx";

export default function NotFound() {
  return (
    <BarePage title="There is no such page.">
      <p>The address may be mistyped, or what it named is gone.</p>
      <div>
        <OverviewLink />
      </div>
    </BarePage>
  );
}
