import { readArguments, refusePositionals, required } from '@/cli/arguments';
import type { CommandIo, ExitCode } from '@/cli/command';
import { connectionTo, nodeSurroundings } from '@/cli/run-endpoint';
import { type EndpointCheck, testEndpoint } from '@/lib/engine/endpoint/test-endpoint';

const USAGE = `endpoint --endpoint URL --model ID [--key-from VARIABLE] [--json]

Tries out what an OpenAI-compatible server supports: reasoning, probabilities, streaming. No case is sent to it.
--endpoint  the address up to and with /v1, for example http://localhost:8000/v1
--key-from  the environment variable that holds the server's key
Exits with 1 where no answer can be had.`;

const OPTIONS = {
  endpoint: { type: 'string' },
  model: { type: 'string' },
  'key-from': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `endpoint`: tries out what an endpoint supports. */
export async function endpoint(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS, USAGE);
  if (values.help) {
    io.print(USAGE);
    return 0;
  }
  refusePositionals(positionals, USAGE);
  const connection = connectionTo({
    address: required(values.endpoint, 'endpoint', USAGE),
    model: required(values.model, 'model', USAGE),
    keyFrom: values['key-from'],
  });
  const tell = (check: EndpointCheck) => {
    if (values.json) io.progress(line(check));
    else io.print(line(check));
  };
  const report = await testEndpoint(connection, nodeSurroundings(), io.signal, tell);
  if (values.json) io.print(JSON.stringify(report, null, 2));
  const answered = report.checks.some(({ id, outcome }) => id === 'answers' && outcome === 'works');
  return answered ? 0 : 1;
}

const WORDS: Readonly<Record<EndpointCheck['outcome'], string>> = {
  works: 'yes',
  'in-part': 'in part',
  fails: 'no',
  'not-told': 'not told',
};

function line({ title, outcome, detail }: EndpointCheck): string {
  return `${title}: ${WORDS[outcome]}. ${detail}`;
}
