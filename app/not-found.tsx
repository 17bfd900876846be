import Link from "next/link";
import { BarePage } from "#components/frame/bare-page.tsx";
import { Button } from "#components/ui/button.tsx";

export default function NotFound() {
  return (
    <BarePage title="There is no such page.">
      <p>The address may be mistyped, or what it named is gone.</p>
      <div>
        <Button asChild>
          <Link href="/">Open the overview</Link>
        </Button>
      </div>
    </BarePage>
  );
}
