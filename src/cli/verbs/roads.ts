import { networkReport, networkSentences } from '#analysis/reach/network-report.ts'
import { postFaults } from '#analysis/reach/posts-off-roads.ts'
import { operationOf } from '#core/document.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation } from '../files.ts'
import { groundOfOperation } from '../pictures.ts'
import { Refusal, type Verb } from '../verb.ts'

const USAGE = `roads OPERATION       how whole the roads are, and which bases they do not reach

  --json            the parts of the network and the faults of bases as JSON

Ends within 50 m of another road are joined to it; nothing else is bridged.`

/** Reports on the network of roads, and on the bases that stand off it. */
export const roadsVerb: Verb = {
  name: 'roads',
  summary: 'parts of the road network, and bases off it',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      json: { type: 'boolean', default: false },
    } as const)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: roads OPERATION.')
    const contents = readOperation(path)
    const { tables } = contents.document
    const operation = operationOf(contents.document)
    const ground = await groundOfOperation(contents)
    const report = networkReport(ground)
    const vehicle = vehicleNamed([...tables.vehicles.values()], operation.vehicleId)
    const faultOf = postFaults(ground, { operation, vehicle })
    const at = epochMinutesOf(operation.planningAt)
    const bases = [...tables.bases.values()].filter(({ validFrom, validTo }) =>
      isWithin(at, validFrom, validTo),
    )
    const faults = bases.flatMap((base) => faultOf(base) ?? [])
    if (values.json) {
      terminal.print(JSON.stringify({ ...report, baseCount: bases.length, bases: faults }, null, 1))
      return 0
    }
    for (const sentence of networkSentences(report)) terminal.print(sentence)
    for (const { message } of faults) terminal.print(message)
    if (faults.length === 0 && bases.length > 0) terminal.print('Every base stands by the roads.')
    return 0
  },
}
