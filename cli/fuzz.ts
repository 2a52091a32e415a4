import { fuzz } from '@/cli/commands/fuzz';
import { runAsProcess } from '@/cli/terminal';

await runAsProcess(fuzz);
