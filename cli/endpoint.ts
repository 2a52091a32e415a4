import { endpoint } from '@/cli/commands/endpoint';
import { runAsProcess } from '@/cli/terminal';

await runAsProcess(endpoint);
