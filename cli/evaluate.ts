import { evaluate } from '@/cli/commands/evaluate';
import { runAsProcess } from '@/cli/terminal';

await runAsProcess(evaluate);
