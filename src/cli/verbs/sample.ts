import { argumentsOf } from '../arguments.ts'
import { writeOperation } from '../files.ts'
import { Refusal, type Verb } from '../verb.ts'

/** Writes the built-in exercise operation, the one that the app opens first. */
export const sampleVerb: Verb = {
  name: 'sample',
  summary: 'write the built-in exercise operation',
  usage: 'sample --out OPERATION        write the built-in exercise operation to a file',
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, { out: { type: 'string' } } as const)
    if (!values.out || positionals.length > 0) {
      throw new Refusal('Say where the operation goes: sample --out OPERATION.')
    }
    const { sampleOperation } = await import('#data/liberia-exercise/index.ts')
    writeOperation(values.out, sampleOperation())
    terminal.print(`Written to ${values.out}.`)
    return 0
  },
}
