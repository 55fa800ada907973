import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it } from 'vitest'
import { forgetHandovers, handoversOf, logHandovers } from '#storage/handover-log.ts'
import { aHandover } from '#support/build.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

it('keeps lines by operation, the latest first, and leaves those that are there as they were', async () => {
  const early = aHandover({ id: 'a', at: '2026-11-20T12:00:00Z' })
  const late = aHandover({ id: 'b', at: '2026-11-21T12:00:00Z' })
  await logHandovers('one', [early])
  await logHandovers('one', [late, { ...early, by: 'somebody else' }])
  await logHandovers('two', [aHandover()])
  expect(await handoversOf('one')).toEqual([late, early])
  await forgetHandovers('one')
  expect(await handoversOf('one')).toEqual([])
  expect(await handoversOf('two')).toEqual([aHandover()])
})
