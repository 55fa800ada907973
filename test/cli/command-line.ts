import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { runCli } from '#cli/run-cli.ts'

const NOW = '2020-01-01T00:00:00Z'

/** What a command line answered: its exit code and what it wrote, piece by piece. */
type Answer = {
  readonly code: number
  readonly printed: readonly string[]
  readonly warned: readonly string[]
}

/** Runs one command line at an instant; new ids are new-1, new-2 …, anew each time. */
export async function answerTo(argv: readonly string[], now = NOW): Promise<Answer> {
  const printed: string[] = []
  const warned: string[] = []
  let count = 0
  const code = await runCli(argv, {
    print: (text) => void printed.push(text),
    warn: (text) => void warned.push(text),
    now: () => now,
    newId: () => `new-${++count}`,
  })
  return { code, printed, warned }
}

/**
 * A command line for the tests of one file, each of which gets a folder of its own.
 *
 * @param isFresh whether `printed` and `warned` hold the last run alone; else all since `forget`.
 */
export function commandLine({ now = NOW, isFresh = false } = {}) {
  let folder = ''
  const printed: string[] = []
  const warned: string[] = []
  const forget = () => {
    printed.length = 0
    warned.length = 0
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cli-'))
    forget()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  /** Where a file of a name lies; no name: the folder. */
  const at = (name = '') => join(folder, name)
  return {
    printed,
    warned,
    forget,
    at,
    write(name: string, text: string): string {
      writeFileSync(at(name), text)
      return at(name)
    },
    async run(...argv: readonly string[]): Promise<number> {
      const answer = await answerTo(argv, now)
      if (isFresh) forget()
      printed.push(...answer.printed)
      warned.push(...answer.warned)
      return answer.code
    },
  }
}
