import { audit } from '@/cli/commands/audit';
import { runAsProcess } from '@/cli/terminal';

await runAsProcess(audit);
