import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/app/content-security-policy';
import { ORIGINS_COOKIE, readOrigins } from '@/lib/engine/allowed-origins';

/** The script with which the bundler begins every worker; a worker's policy is the one that this file is sent with. */
const WORKER_ENTRY = /^\/_next\/static\/chunks\/turbopack-worker-[^/]{1,100}\.js$/;

/** What has an ending is a file: a script, a model, an icon. */
const FILE = /\.[A-Za-z0-9]{1,8}$/;

/**
 * Sends the content security policy with everything but the answers of the API. Pages and workers may connect where the
 * browser's cookie says that the person allowed it; what differs by cookie is kept by no shared cache, and asked for again.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  const differs = !FILE.test(pathname) || WORKER_ENTRY.test(pathname);
  const origins = differs ? readOrigins(request.cookies.get(ORIGINS_COOKIE)?.value) : [];
  const response = NextResponse.next();
  response.headers.set('Content-Security-Policy', contentSecurityPolicy(origins));
  if (differs) response.headers.set('Cache-Control', 'private, no-cache');
  return response;
}

// The API answers with data; its requests pass through unread, so that their limits and cancellation are its own.
export const config = { matcher: '/((?!api/).*)' };
