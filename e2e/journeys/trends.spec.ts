import { expect } from "@playwright/test";
import { strictTest } from "../strict-test.ts";

// The past is rebuilt behind the first scan; it takes some seconds more.
const rebuiltWithinMs = 90_000;

strictTest("a platform lead sees which repositories came in within a month, by which commit", async ({ page }) => {
  strictTest.setTimeout(2 * rebuiltWithinMs);
  await expect(async () => {
    await page.goto("/orgs/sample/changes");
    // Those without Nix are rebuilt last; until then they are unknown on the earlier day.
    const sentence = page.getByText(
      /^Adoption went from 64\s% \(28 of 44\) .* to 66\s% \(29 of 44\) on .*: 1\scame in\.$/,
    );
    await expect(sentence).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: rebuiltWithinMs });

  const row = page.getByRole("row").filter({ hasText: "log-shipper" });
  await expect(row).toContainText("Came in");
  await expect(row).toContainText("0 of 1");
  await expect(row.getByRole("button", { name: "Copy revision" })).toBeVisible();

  await page.getByRole("link", { name: /28 of 44/ }).click();
  await expect(page.getByText(/^64\s% \(28 of 44\) on /)).toBeVisible();
  await expect(page.getByText(/lies before the first scan: it was rebuilt from git/)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "log-shipper" })).toContainText("Not in");
});

strictTest("a person asks why a number is what it is, and gets every repository with its reason", async ({ page }) => {
  await page.goto("/orgs/sample");
  await page
    .getByRole("link", { name: /29 of 44/ })
    .first()
    .click();

  await expect(page).toHaveURL(/\/why\/adoption$/);
  await expect(page.getByText(/^66\s% \(29 of 44\) now\.$/)).toBeVisible();
  await expect(page.getByText("48 repositories", { exact: true })).toBeVisible();
  await page.getByLabel("Any standing").selectOption("not-eligible");
  await expect(page.getByText(/^4 of 48\srepositories$/)).toBeVisible();
  // A phone has the reason below the name; here it stands in a column of its own.
  await expect(page.getByText("It is archived.").filter({ visible: true })).toHaveCount(2);
  await expect(page.getByText("It is a fork.").filter({ visible: true })).toHaveCount(1);
});

strictTest("every share that pages compare leads to the repositories in and out of it", async ({ page }) => {
  await page.goto("/orgs/sample");
  const payments = page
    .getByRole("table", { name: "Teams and themes" })
    .getByRole("row")
    .filter({ hasText: "Payments" });
  await payments.getByRole("link", { name: /30 of 40/ }).click();
  await expect(page).toHaveURL(/\/why\/theme-freshness\?team=payments$/);
  await expect(page.getByText(/^75\s% \(30 of 40\) now\.$/)).toBeVisible();

  await page.goto("/orgs/sample/checks?theme=lean-inputs");
  const single = page.getByRole("row").filter({ hasText: "One Nixpkgs in the lock" });
  const share = single.getByRole("link", { name: /\d+ of \d+/ });
  const counts = (await share.textContent())?.match(/\d+ of \d+/)?.[0] ?? "none";
  await share.click();
  await expect(page).toHaveURL(/\/why\/check-nixpkgs-single$/);
  await expect(page.getByText(new RegExp(`\\(${counts}\\) now\\.$`))).toBeVisible();

  await page.goto("/orgs/sample");
  await page.getByRole("link", { name: "Packaging: 4" }).click();
  await expect(page.getByText(/^4 of 48\srepositories$/)).toBeVisible();
});

strictTest("a chart is read out by arrow keys, compares teams, and hands out its points", async ({ page }) => {
  await page.goto("/orgs/sample/trends?metric=adoption&team=web&team=platform&range=18m");
  const chart = page.getByRole("slider", { name: "Adoption, day by day" });
  await chart.focus();
  await expect(chart).toHaveAttribute("aria-valuetext", /Sample organization 66\s% \(29 of 44\)/);
  await page.keyboard.press("Home");
  await expect(chart).toHaveAttribute("aria-valuenow", "0");

  await page.getByRole("navigation", { name: "Range" }).getByRole("link", { name: "90 days" }).click();
  await expect(page).toHaveURL(/team=web&team=platform&range=90d/);
  const points = await page.request.get("/orgs/sample/trends/points?metric=adoption&range=90d&format=csv");
  const [head, ...lines] = (await points.text()).trim().split("\r\n");
  expect(head).toBe("Day,Metric,Subject,Numerator,Denominator,Unknown,Origin,Partial scan,Rule changed");
  expect(lines.at(-1)).toMatch(/,adoption,Sample organization,29,44,0,observed,no,no$/);
});

strictTest("a goal that is set stands on the overview and its chart, until it is taken away", async ({ page }) => {
  await page.goto("/orgs/sample/settings/goals");
  const form = page.getByRole("form", { name: "Set a goal" });
  await form.getByLabel("Metric").selectOption("adoption");
  await form.getByLabel("Percent").fill("80");
  await form.getByLabel("By (may be empty)").fill("2027-03-31");
  await form.getByRole("button", { name: "Save goal" }).click();
  await expect(form.getByRole("status")).toContainText("Saved.");
  await expect(page.getByText(/14\spoints below the goal of 80\s%, due 31 Mar 2027/)).toBeVisible();

  await page.goto("/orgs/sample");
  await expect(page.getByText(/14\spoints below the goal of 80\s%, due 31 Mar 2027/)).toBeVisible();
  await expect(page.getByText(/^goal 80\s% by 31 Mar 2027$/)).toBeVisible();

  await page.goto("/orgs/sample/settings/goals");
  await page.getByRole("button", { name: "Remove the goal of Adoption for Sample organization" }).click();
  await expect(page.getByText("No goal is set.")).toBeVisible();
  await page.getByRole("link", { name: "Changes" }).click();
  await expect(page.getByText("Changed the policy: goals.")).toHaveCount(2);
});

strictTest("the median age of inputs is told in days, and leads to the ages behind it", async ({ page }) => {
  await page.goto("/orgs/sample/trends");
  const card = page.getByRole("region", { name: "Median age of inputs" });
  await expect(card.getByText(/^\d+\sdays, of 69 of 75\sinputs, 6 of unknown age$/)).toBeVisible();
  await expect(card.getByText(/\d\s%/)).toHaveCount(0);
  await card.getByRole("link", { name: /^See the ages/ }).click();

  await expect(page).toHaveURL(/\/why\/median-input-age$/);
  await expect(page.getByText(/^\d+\sdays now\.$/)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "fraud-rules" })).toContainText("150 days old");
});

strictTest("a person compares teams by the median age of their inputs, in days", async ({ page }) => {
  await page.goto("/orgs/sample/trends");
  await page
    .getByRole("region", { name: "Median age of inputs" })
    .getByRole("link", { name: "Compare teams by Median age of inputs" })
    .click();
  await expect(page).toHaveURL(/metric=median-input-age$/);

  const question = page.getByRole("form", { name: "Which courses" });
  await question.getByText("Compare teams").click();
  await question.getByLabel("Payments").check();
  await question.getByLabel("Web", { exact: true }).check();
  await question.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/metric=median-input-age&team=payments&team=web&range=/);

  const chart = page.getByRole("slider", { name: "Median age of inputs, day by day" });
  await chart.focus();
  await expect(chart).toHaveAttribute(
    "aria-valuetext",
    /Sample organization \d+\sdays \(69 of 75\sinputs, 6 of unknown age\); Payments \d+\sdays \(.*inputs.*\); Web \d+\sdays/,
  );
  const figure = page.getByRole("figure").filter({ has: chart });
  await expect(
    figure.getByText(/^From .* to .*: Sample organization .*; Payments \d+\sdays to \d+\sdays/),
  ).toBeVisible();
  await figure.getByText("View as table").click();
  await expect(figure.getByRole("columnheader")).toHaveText([
    "Since",
    "Sample organization",
    "Payments",
    "Web",
    "How it is known",
  ]);
  await expect(figure.getByText(/%/)).toHaveCount(0);

  const payments = page.getByRole("row").filter({ hasText: "Payments" });
  await payments.getByRole("link", { name: /days, of 14 of 15\sinputs, 1 of unknown age$/ }).click();
  await expect(page).toHaveURL(/\/why\/median-input-age\?team=payments$/);
});
