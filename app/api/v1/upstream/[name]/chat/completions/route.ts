import { apiServer } from '../../../../server';

export const dynamic = 'force-dynamic';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  return apiServer().upstreams.chat((await params).name, request);
}
