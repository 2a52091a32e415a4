import { verify } from '@/cli/commands/verify';
import { runAsProcess } from '@/cli/terminal';

await runAsProcess(verify);
