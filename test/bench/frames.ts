import type { CDPSession, Page } from '@playwright/test'

/** What one move of the pointer costs the page's main thread, until the next. */
export type MoveCost = {
  /** Running script, calls into the graphics library left out. */
  readonly scriptMs: number
  /** Running script, calls into the graphics library counted, by the clock of the thread: others that share the machine do not count. */
  readonly processorMs: number
  /** In calls into the graphics library: without a graphics card most of a frame. */
  readonly graphicsMs: number
  /** Of the script: in frames that call it, that is in the map's own drawing. */
  readonly mapMs: number
  /** Styles, layout and paint outside script. */
  readonly renderingMs: number
}

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
}

const SCRIPT = new Set([
  'FunctionCall',
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'TimerFire',
  'RunMicrotasks',
  'MajorGC',
  'MinorGC',
])
const RENDERING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'])

/** Adds up the time spent in calls into WebGL. To be run in the page before anything else. */
export function watchGraphics(): void {
  const watch = { graphicsMs: 0, mapMs: 0 }
  Object.assign(globalThis, { graphicsWatch: watch })
  const own = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>
  for (const name of Object.getOwnPropertyNames(own)) {
    const { value } = Object.getOwnPropertyDescriptor(own, name) ?? {}
    if (typeof value !== 'function' || name === 'constructor') continue
    own[name] = function timed(this: unknown, ...args: unknown[]) {
      const start = performance.now()
      const answer: unknown = Reflect.apply(value, this, args)
      watch.graphicsMs += performance.now() - start
      return answer
    }
  }
  const ask = globalThis.requestAnimationFrame.bind(globalThis)
  globalThis.requestAnimationFrame = (callback) =>
    ask((time) => {
      const [start, before] = [performance.now(), watch.graphicsMs]
      callback(time)
      if (watch.graphicsMs > before) watch.mapMs += performance.now() - start
    })
}

/** Moves the pointer step by step under a trace, and says what each step costs. */
export async function tracedMoves(
  page: Page,
  count: number,
  move: (step: number) => Promise<void>,
): Promise<MoveCost[]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as TraceEvent[])),
  )
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'blink.user_timing', 'v8'] },
  })
  const graphics = [await marked(page, 0)]
  for (let step = 1; step <= count; step++) {
    await move(step)
    graphics.push(await marked(page, step))
  }
  await ended(session)
  return costs(events, graphics)
}

type GraphicsWatch = { readonly graphicsMs: number; readonly mapMs: number }

/** Marks the instant in the trace; gives the times in graphics so far. */
function marked(page: Page, step: number): Promise<GraphicsWatch> {
  return page.evaluate((n) => {
    performance.mark(`move ${n}`)
    return { ...(globalThis as unknown as { graphicsWatch: GraphicsWatch }).graphicsWatch }
  }, step)
}

function ended(session: CDPSession): Promise<void> {
  return new Promise((resolve, reject) => {
    session.once('Tracing.tracingComplete', () => resolve())
    session.send('Tracing.end').catch(reject)
  })
}

function costs(events: readonly TraceEvent[], graphics: readonly GraphicsWatch[]): MoveCost[] {
  const marks = events.filter(({ name }) => /^move \d+$/.test(name)).sort((a, b) => a.ts - b.ts)
  const [first] = marks
  if (!first) return []
  const isOnMain = ({ pid, tid }: TraceEvent) => pid === first.pid && tid === first.tid
  const spansOf = (names: ReadonlySet<string>) =>
    merged(events.filter((each) => isOnMain(each) && each.ph === 'X' && names.has(each.name)))
  const script = spansOf(SCRIPT)
  const outer = outermost(
    events.filter((each) => isOnMain(each) && each.ph === 'X' && SCRIPT.has(each.name)),
  )
  const all = spansOf(new Set([...SCRIPT, ...RENDERING]))
  return marks.slice(1).map(({ ts }, i): MoveCost => {
    const from = marks[i]!.ts
    const [before, after] = [graphics[i]!, graphics[i + 1]!]
    const graphicsMs = after.graphicsMs - before.graphicsMs
    const scriptMs = within(script, from, ts)
    return {
      scriptMs: Math.max(0, scriptMs - graphicsMs),
      graphicsMs,
      mapMs: Math.max(0, after.mapMs - before.mapMs - graphicsMs),
      processorMs: outer
        .filter((each) => each.ts >= from && each.ts < ts)
        .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0),
      renderingMs: within(all, from, ts) - scriptMs,
    }
  })
}

type Span = { from: number; to: number }

/** Spans that lie in each other or meet become one. */
function merged(events: readonly TraceEvent[]): Span[] {
  const spans: Span[] = []
  for (const { ts, dur = 0 } of [...events].sort((a, b) => a.ts - b.ts)) {
    const last = spans.at(-1)
    if (last && ts <= last.to) last.to = Math.max(last.to, ts + dur)
    else spans.push({ from: ts, to: ts + dur })
  }
  return spans
}

function within(spans: readonly Span[], from: number, to: number): number {
  const inside = spans.map((span) => Math.min(span.to, to) - Math.max(span.from, from))
  return inside.reduce((sum, length) => sum + Math.max(0, length), 0) / 1000
}

/** Events that lie in no other. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let until = Number.NEGATIVE_INFINITY
  return [...events]
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < until) return false
      until = ts + dur
      return true
    })
}
