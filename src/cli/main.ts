import type { Environment } from './environment.ts';
import { EXIT } from './exit-code.ts';
import { run } from './run.ts';

/** The process around the command line: its streams, and an exit code once everything is written. */
const environment: Environment = {
  variables: process.env,
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  stdoutIsTerminal: process.stdout.isTTY,
  stderrIsTerminal: process.stderr.isTTY,
  writeData: (text) => {
    process.stdout.write(text);
  },
  writeMessage: (text) => {
    process.stderr.write(text);
  },
};

// A reader that has seen enough (`chokepoint facts | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.internal);
});

process.exitCode = await run(process.argv.slice(2), environment);
