import { issue, ok, type Result, refuse } from '#core/issue.ts'

const MAX_DEPTH = 64

/**
 * Parses JSON from a stranger: the depth of the text is measured first, because a value with a
 * million levels parses but cannot be copied; a fault is named by line and column.
 */
export function parseJson(text: string, file: string): Result<unknown> {
  const fail = (code: string, message: string, line: number | null = null) =>
    refuse<never>(issue('error', code, message, { file, line }))
  if (depthOf(text) > MAX_DEPTH) {
    return fail(
      'too-deep',
      `${file} has lists inside lists more than ${MAX_DEPTH} levels deep; it is no map data.`,
    )
  }
  try {
    return ok(JSON.parse(text))
  } catch {
    const at = faultAt(text)
    const line = text.slice(0, at).split('\n').length
    const column = at - text.lastIndexOf('\n', at - 1)
    const place = `line ${line}, column ${column}`
    if (at >= text.trimEnd().length) {
      return fail(
        'json-syntax',
        `${file} ends too early, at ${place}: it is not whole. Ask for it again.`,
        line,
      )
    }
    const token = /^[-+\w.]+/.exec(text.slice(at, at + 40))?.[0] ?? text.slice(at, at + 1)
    return fail(
      'json-syntax',
      `${file} is not sound JSON: "${token}" at ${place} does not belong there.`,
      line,
    )
  }
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isInText = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isInText) {
      if (code === 92) i++
      else if (code === 34) isInText = false
    } else if (code === 34) isInText = true
    else if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth)
    else if (code === 93 || code === 125) depth--
  }
  return deepest
}

const TOKEN =
  /\s*(?:([{}[\]:,])|("(?:[^"\\\n]|\\.)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.]))/y

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing'

/** Where the first token stands that JSON does not allow there; the end of the text if none does. */
function faultAt(text: string): number {
  const open: string[] = []
  let expected: Expected = 'value'
  TOKEN.lastIndex = 0
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (!found) break
    const [whole, mark, word] = found
    const next = afterToken(expected, mark ?? (word ? 'text' : 'value'), open)
    if (next === null) break
    expected = next
    at += whole.length
  }
  const found = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)
  return text[found] === '"' && !/[^\\]"/.test(text.slice(found + 1)) ? text.length : found
}

function afterToken(expected: Expected, token: string, open: string[]): Expected | null {
  const closed = () => (open.length > 0 ? 'commaOrEnd' : 'nothing')
  const isEnd = token === (open.at(-1) === '{' ? '}' : ']')
  if (isEnd && open.length > 0 && /End$/.test(expected)) {
    open.pop()
    return closed()
  }
  if (expected === 'value' || expected === 'valueOrEnd') {
    if (token === 'text' || token === 'value') return closed()
    if (token !== '{' && token !== '[') return null
    open.push(token)
    return token === '{' ? 'keyOrEnd' : 'valueOrEnd'
  }
  if (expected === 'colon') return token === ':' ? 'value' : null
  if (expected === 'commaOrEnd') {
    if (token !== ',') return null
    return open.at(-1) === '{' ? 'key' : 'value'
  }
  return expected !== 'nothing' && token === 'text' ? 'colon' : null
}
