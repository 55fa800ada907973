import { randomUUID } from 'node:crypto'
import { instantOf } from '#core/time/instant.ts'
import { runCli } from './run-cli.ts'

process.exitCode = await runCli(process.argv.slice(2), {
  print: (text) => void process.stdout.write(`${text}\n`),
  warn: (text) => void process.stderr.write(`${text}\n`),
  now: () => instantOf(Math.floor(Date.now() / 60_000)),
  newId: randomUUID,
})
