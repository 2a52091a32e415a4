import { reason } from '@/cli/commands/reason';
import { runAsProcess } from '@/cli/terminal';

await runAsProcess(reason);
