import { metricsResponse } from '@/lib/engine/served/status-handlers';
import { apiServer } from '../server';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return metricsResponse(apiServer());
}
