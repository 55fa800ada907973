import { textTable } from './text-table.ts'
import { Refusal, type Terminal } from './verb.ts'
import { VERBS } from './verbs/registry.ts'

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 done, 1 a fault of ours, 2 refused; one sentence on standard error.
 */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...args] = argv
  const verb = VERBS.find((candidate) => candidate.name === name)
  if (!verb) return unknownVerb(name, terminal)
  if (args.includes('--help') || args.includes('-h')) {
    terminal.print(verb.usage)
    return 0
  }
  try {
    return await verb.run(args, terminal)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    terminal.warn(error instanceof Refusal ? message : `A fault inside ${verb.name}: ${message}`)
    return error instanceof Refusal ? 2 : 1
  }
}

function unknownVerb(name: string | undefined, terminal: Terminal): number {
  const list = textTable([['verb', 'does'], ...VERBS.map((verb) => [verb.name, verb.summary])])
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(`${list}\n\nSay VERB --help for its options.`)
    return name === undefined ? 2 : 0
  }
  terminal.warn(`There is no "${name}"; there is ${VERBS.map((verb) => verb.name).join(', ')}.`)
  return 2
}
