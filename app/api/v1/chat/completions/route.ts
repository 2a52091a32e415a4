import { apiServer } from '../../server';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return apiServer().chat(request);
}
