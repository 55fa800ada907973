import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Refusal } from './verb.ts'

/**
 * Options and the other words of a command line; an unknown or half-given option is refused in one
 * sentence.
 */
export function argumentsOf<O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/)
    throw new Refusal(`${sentence}.`)
  }
}
