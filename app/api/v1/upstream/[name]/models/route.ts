import { apiServer } from '../../../server';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  return apiServer().upstreams.models((await params).name, request);
}
