import { startGithubEmulator } from "#e2e/github/emulator.ts";
import { describeSourceProvider } from "../source-provider.contract.ts";
import { createGithubProvider } from "./github-provider.ts";

describeSourceProvider("github", async (folder) => {
  const emulator = await startGithubEmulator({ folder, tokens: ["token-of-the-test"] });
  const provider = createGithubProvider({
    organization: "contract",
    token: "token-of-the-test",
    restUrl: emulator.url,
    isThrottled: false,
    patience: { retryPauseMs: 1 },
  });
  return { provider, tearDown: emulator.close };
});
