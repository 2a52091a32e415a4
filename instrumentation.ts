/** Called by Next once before the server takes requests; an unusable configuration keeps it from starting. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { readConfiguration } = await import('@/lib/engine/served/configuration');
  const { takeClientAddresses } = await import('@/lib/engine/served/client-address');
  const configuration = readConfiguration(process.env);
  if (!configuration.ok) {
    throw new Error(`${configuration.fault.message} ${configuration.fault.remedy}`);
  }
  takeClientAddresses(configuration.value.proxies);
}
