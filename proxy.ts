import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/app/content-security-policy';
import { ORIGINS_COOKIE, readOrigins } from '@/lib/engine/allowed-origins';

/**
 * Sends the content security policy with everything but the answers of the API. A page may connect where its browser's
 * cookie says that the person allowed it; scripts of workers, which are cached for good, never beyond this origin.
 */
export function proxy(request: NextRequest): NextResponse {
  const isPage = !request.nextUrl.pathname.startsWith('/_next/');
  const origins = isPage ? readOrigins(request.cookies.get(ORIGINS_COOKIE)?.value) : [];
  const response = NextResponse.next();
  response.headers.set('Content-Security-Policy', contentSecurityPolicy(origins));
  if (isPage) response.headers.append('Vary', 'Cookie');
  return response;
}

// The API answers with data; its requests pass through unread, so that their limits and cancellation are its own.
export const config = { matcher: '/((?!api/).*)' };
