import { type Config, readConfig } from "./environment.ts";

let config: Config | undefined;

/** processConfig is the checked environment of this process, read once. Throws as `readConfig` does. */
export function processConfig(): Config {
  // biome-ignore lint/style/noProcessEnv: the one place that reads the environment
  config ??= readConfig(process.env);
  return config;
}
