import { benchmark } from '@/bench/command';
import { runAsProcess } from '@/cli/terminal';

await runAsProcess(benchmark);
