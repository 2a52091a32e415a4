import { apiServer } from '../server';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return apiServer().upstreams.list();
}
