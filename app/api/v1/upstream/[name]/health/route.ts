import { apiServer } from '../../../server';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  return apiServer().upstreams.health((await params).name, request);
}
