import { afterAll, expect, it, vi } from 'vitest'
import { aZone } from '#support/build.ts'

const compile = vi.spyOn(globalThis, 'Function')

afterAll(() => compile.mockRestore())

it('checks rows without turning text into script, which the policy of the page forbids', async () => {
  vi.resetModules()
  const { Zone } = await import('#core/records/zone.ts')
  expect(Zone.safeParse(aZone()).success).toBe(true)
  expect(Zone.safeParse({ ...aZone(), tint: 'red' }).success).toBe(false)
  expect(compile).not.toHaveBeenCalled()
})
