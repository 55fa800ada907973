import { describe, expect, it } from 'vitest'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { createPairs, type Pair } from '#state/desk/pairs.ts'
import type { OfPair } from '#state/results-store.ts'

type Asked = { readonly ids: string; readonly signal: AbortSignal; answer(name: string): void }

/** Pairs whose answers the test gives, and what was published. */
function standPairs() {
  const published: OfPair<Comparison>[] = []
  const asked: Asked[] = []
  const pairs = createPairs((work) => published.push(work))
  const pair = (fromId: string, toId: string, version = 1): Pair => ({
    ids: [fromId, toId],
    key: [fromId, toId, version],
    run: (signal) =>
      new Promise((done) => {
        asked.push({
          ids: `${fromId} ${toId}`,
          signal,
          answer: (name) => done(name as unknown as Comparison),
        })
      }),
  })
  const latest = () => published.at(-1)
  return { pairs, pair, asked, published, latest }
}

const settled = () => new Promise((done) => setTimeout(done, 0))

describe('pairs that are compared', () => {
  it('are there at once when they are asked for again', async () => {
    const { pairs, pair, asked, published, latest } = standPairs()
    pairs.refresh([pair('now', 'one'), pair('now', 'two')])
    asked[0]!.answer('one')
    await settled()
    expect(latest()).toMatchObject({ ids: ['now', 'one'], status: 'ready', value: 'one' })
    // The other one is worked out behind the first.
    asked[1]!.answer('two')
    await settled()
    const before = published.length
    pairs.refresh([pair('now', 'two'), pair('now', 'one')])
    expect(published.slice(before)).toMatchObject([
      { ids: ['now', 'two'], status: 'ready', value: 'two' },
    ])
    expect(asked).toHaveLength(2)
  })

  it('are held while a situation is not there, with the older answer', async () => {
    const { pairs, pair, asked, latest, published } = standPairs()
    pairs.hold(null)
    expect(published).toEqual([])
    pairs.refresh([pair('now', 'one'), pair('now', 'two')])
    asked[0]!.answer('one')
    await settled()
    pairs.hold(null)
    pairs.hold(null)
    expect(latest()).toMatchObject({ ids: ['now', 'one'], status: 'running', value: 'one' })
    pairs.hold('No way in.')
    expect(latest()).toMatchObject({ status: 'failed', value: 'one', error: 'No way in.' })
    const before = published.length
    pairs.refresh([pair('now', 'one')])
    expect(published.slice(before)).toMatchObject([{ status: 'ready', value: 'one' }])
    pairs.refresh([pair('now', 'one', 2)])
    expect(latest()).toMatchObject({ status: 'running', value: 'one' })
  })

  it('never show the answer of one as that of another', async () => {
    const { pairs, pair, asked, published } = standPairs()
    pairs.refresh([pair('now', 'one')])
    asked[0]!.answer('one')
    await settled()
    pairs.refresh([pair('now', 'two')])
    for (const { ids, value } of published) if (value) expect(ids).toEqual(['now', String(value)])
    expect(published.at(-1)).toMatchObject({ ids: ['now', 'two'], status: 'running', value: null })
  })

  it('keep the older answer while the same pair is compared again', async () => {
    const { pairs, pair, asked, latest } = standPairs()
    pairs.refresh([pair('now', 'one')])
    asked[0]!.answer('one')
    await settled()
    pairs.refresh([pair('now', 'one', 2)])
    expect(latest()).toMatchObject({ status: 'running', value: 'one' })
  })

  it('end what nobody wants any more, and what stands in the way of the one on screen', async () => {
    const { pairs, pair, asked, latest } = standPairs()
    pairs.refresh([pair('now', 'one'), pair('now', 'two')])
    pairs.refresh([pair('now', 'one', 2), pair('now', 'two', 2)])
    expect(asked[0]!.signal.aborted).toBe(true)
    asked[0]!.answer('late')
    asked[1]!.answer('one again')
    await settled()
    expect(latest()).toMatchObject({ status: 'ready', value: 'one again' })
    expect(asked[2]!.ids).toBe('now two')
    pairs.refresh([pair('now', 'three', 2), pair('now', 'two', 2)])
    expect(asked[2]!.signal.aborted).toBe(true)
    expect(asked[3]!.ids).toBe('now three')
  })

  it('say what failed, and go on with the others', async () => {
    const { pairs, pair, asked, published } = standPairs()
    const broken = { ...pair('now', 'one'), run: () => Promise.reject(new Error('no such ground')) }
    pairs.refresh([broken, pair('now', 'two')])
    await settled()
    expect(published.at(-1)).toMatchObject({ status: 'failed', value: null })
    expect(published.at(-1)?.error).toContain('no such ground')
    expect(asked.map(({ ids }) => ids)).toEqual(['now two'])
  })
})
