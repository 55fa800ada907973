import type { OperationContents } from '#core/operation-file.ts'
import { DOUBTED_KINDS, doubtedInput, factsWithout } from '#state/desk/doubted-input.ts'
import { Refusal } from './verb.ts'

/**
 * The operation without one input: all datasets of a kind, the incidents that patrols found, or one
 * restriction by name or id. Nothing is written by it.
 *
 * @returns the name as the middle of a sentence.
 * @throws Refusal with what there is.
 */
export function withoutInputNamed(
  contents: OperationContents,
  name: string,
): { readonly contents: OperationContents; readonly inputName: string } {
  const { document } = contents
  const plain = (text: string) => text.trim().toLowerCase()
  const rows = [...document.tables.restrictions.values()]
  const kind = DOUBTED_KINDS.find((id) => plain(name) === id)
  const row = rows.find(({ id, name: own }) => id === name || plain(own) === plain(name))
  const input = doubtedInput(document, kind ?? row?.id ?? '')
  if (input) return { contents: factsWithout(contents, input.id), inputName: input.inputName }
  const kinds = DOUBTED_KINDS.join(', ')
  const names = rows.map((each) => `"${each.name}"`).join(', ')
  throw new Refusal(
    `--without: "${name}" is none of ${kinds}, and no restriction${names ? `; there is ${names}` : ''}.`,
  )
}
