/** Called by Next once before the server takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startApiServer } = await import('@/app/api/v1/start');
    startApiServer();
  }
}
