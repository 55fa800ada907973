import { scenariosInOrder } from '#core/document.ts'
import { shockSentence } from '#core/shock-words.ts'
import { shocksInOrder, shocksOf } from '#core/shocks-of.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation } from '../files.ts'
import { Refusal, type Verb } from '../verb.ts'

const USAGE = `shocks OPERATION      named blows that plans are tried under, and which COA is under which

  --json            the rows as JSON

Other verbs take them with --under NAME.`

/** Lists the shocks of an operation. */
export const shocksVerb: Verb = {
  name: 'shocks',
  summary: 'wet season, bridge out, base lost: what plans are tried under',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      json: { type: 'boolean', default: false },
    } as const)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: shocks OPERATION.')
    const { document } = readOperation(path)
    const shocks = shocksInOrder(document).map((shock) => ({
      id: shock.id,
      name: shock.name,
      holds: shockSentence(document, shock),
      scenarios: scenariosInOrder(document)
        .filter(({ id }) => shocksOf(document, id).some((each) => each.id === shock.id))
        .map(({ name }) => name),
    }))
    if (values.json) terminal.print(JSON.stringify(shocks, null, 1))
    else if (shocks.length === 0) terminal.print('The operation has no shocks.')
    for (const { name, holds, scenarios } of values.json ? [] : shocks) {
      const tried = scenarios.length > 0 ? ` Tried by ${scenarios.join(', ')}.` : ''
      terminal.print(`${name}\n  ${holds}${tried}`)
    }
    return 0
  },
}
