/** Next calls register once when the server starts, before it answers anything. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces this when it builds, so that the edge bundle leaves the rest out
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("#lib/scan/start-server.ts");
  await startServer();
}
