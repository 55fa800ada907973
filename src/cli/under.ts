import type { OperationDocument } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { nameUnder, shocksInOrder, shocksOf, underText } from '#core/shocks-of.ts'
import { Refusal, type Terminal } from './verb.ts'

/** The option of every verb that measures or plans. */
export const UNDER_OPTION = { under: { type: 'string', multiple: true } } as const

/** Its line in the usage of a verb. */
export const UNDER_USAGE =
  '--under SHOCK      as if this had happened; may be repeated (see the verb "shocks")'

/**
 * The operation with scenarios under the shocks named, besides those that they are under. Nothing is
 * written by it: it is what a verb reads.
 *
 * @throws Refusal with the names there are.
 */
export function putUnder(
  contents: OperationContents,
  scenarioIds: readonly string[],
  names: readonly string[] = [],
): OperationContents {
  if (names.length === 0) return contents
  const { document } = contents
  const named = names.map((name) => shockNamed(document, name).id)
  const scenarios = new Map(document.tables.scenarios)
  for (const id of scenarioIds) {
    const scenario = scenarios.get(id)
    if (!scenario) continue
    scenarios.set(id, { ...scenario, shockIds: [...new Set([...scenario.shockIds, ...named])] })
  }
  return { ...contents, document: { ...document, tables: { ...document.tables, scenarios } } }
}

function shockNamed(document: OperationDocument, name: string) {
  const plain = (text: string) => text.trim().toLowerCase()
  const shocks = shocksInOrder(document)
  const found = shocks.find((row) => row.id === name || plain(row.name) === plain(name))
  if (found) return found
  const names = shocks.map((row) => `"${row.name}"`).join(', ')
  throw new Refusal(
    names
      ? `There is no shock "${name}"; there is ${names}.`
      : `There is no shock "${name}": the operation has none. Make them in the app, under Shocks.`,
  )
}

/** Says before any figure that it is no fact of now; nothing where scenarios are under no shock and of today's force. */
export function tellUnder(
  { document }: Pick<OperationContents, 'document'>,
  scenarios: readonly Scenario[],
  terminal: Terminal,
): void {
  for (const scenario of scenarios) {
    const name = nameUnder(document, scenario)
    if (underText(document, scenario.id) !== null) {
      terminal.print(`These are figures under stress, not the facts: ${name}.`)
    } else if (name !== scenario.name) {
      terminal.print(`These are figures of a force that is not that of now: ${name}.`)
    }
  }
}

/** The names of the shocks that a scenario is under, for JSON. */
export function shockNamesOf({ document }: Pick<OperationContents, 'document'>, id: string) {
  return shocksOf(document, id).map(({ name }) => name)
}
