/**
 * closeProcess stops the jobs and closes the database of this process, if they were opened. One that never opened
 * has said so already.
 */
export async function closeProcess(): Promise<void> {
  const service = await globalThis.flakeboardScanService?.catch(() => undefined);
  await service?.stop();
  const database = await globalThis.flakeboardDatabase?.catch(() => undefined);
  await database?.close();
}
