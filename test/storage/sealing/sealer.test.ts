import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSealer } from '#storage/sealing/sealer.ts'
import {
  createVault,
  ITERATIONS,
  openVault,
  readVaultText,
  rewrapVault,
} from '#storage/sealing/vault.ts'

const aSealer = (byte = 7) => createSealer(new Uint8Array(32).fill(byte), 'key')

it('opens what it sealed, at its own address alone', async () => {
  const sealer = await aSealer()
  const anAddress = fc.array(fc.oneof(fc.string(), fc.nat()), { maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), anAddress, anAddress, async (bytes, address, other) => {
      const sealed = await sealer.seal(new Uint8Array(bytes), address)
      expect(await sealer.open(sealed, address)).toEqual(new Uint8Array(bytes))
      const isSame = JSON.stringify(address) === JSON.stringify(other)
      expect((await sealer.open(sealed, other)) !== null).toBe(isSame)
    }),
  )
})

it('opens nothing in which one bit is another, nor with another key', async () => {
  const sealer = await aSealer()
  const sealed = await sealer.seal(new TextEncoder().encode('Market Town'), ['step', 1])
  for (let at = 0; at < sealed.length; at++) {
    const spoilt = sealed.slice()
    spoilt[at] = spoilt[at]! ^ 1
    expect(await sealer.open(spoilt, ['step', 1])).toBeNull()
  }
  expect(await (await aSealer(8)).open(sealed, ['step', 1])).toBeNull()
  expect(await sealer.open(new Uint8Array(), ['step', 1])).toBeNull()
  expect(await sealer.openText('no Base64!', ['step', 1])).toBeNull()
})

it('begins with its version, and never seals the same bytes to the same bytes', async () => {
  const sealer = await aSealer()
  const many = await Promise.all(
    Array.from({ length: 200 }, () => sealer.seal(Uint8Array.of(1, 2, 3), ['a'])),
  )
  expect(new Set(many.map((sealed) => sealed[0]))).toEqual(new Set([1]))
  expect(new Set(many.map((sealed) => sealed.slice(1, 13).join())).size).toBe(200)
  expect(many[0]!.length).toBe(3 + 29)
})

it('gives aliases that hold from day to day and differ by key', async () => {
  const [one, again, other] = [await aSealer(), await aSealer(), await aSealer(8)]
  const alias = await one.alias(['operation', 'liberia'])
  expect(alias).toMatch(/^[0-9a-f]{32}$/)
  expect(await again.alias(['operation', 'liberia'])).toBe(alias)
  expect(await other.alias(['operation', 'liberia'])).not.toBe(alias)
  expect(await one.alias(['operation', 'liberia', ''])).not.toBe(alias)
})

it('is wrapped by a passphrase, which can be changed and typed on any keyboard', async () => {
  const { vault, sealer } = await createVault('caf\u00e9 au lait at dawn')
  expect(vault.iterations).toBeGreaterThanOrEqual(600_000)
  expect(await openVault(vault, 'cafe au lait at dawn')).toBeNull()
  const opened = await openVault(vault, 'cafe\u0301 au lait at dawn')
  const sealed = await sealer.sealText('Market Town', ['a'])
  expect(await opened?.openText(sealed, ['a'])).toBe('Market Town')
  expect(await rewrapVault(vault, 'wrong', 'tea')).toBeNull()
  const changed = (await rewrapVault(vault, 'caf\u00e9 au lait at dawn', 'tea at noon'))!
  expect(changed).toMatchObject({ keyId: vault.keyId, revision: 2 })
  expect(changed.salt).not.toBe(vault.salt)
  expect(await openVault(changed, 'caf\u00e9 au lait at dawn')).toBeNull()
  expect(await (await openVault(changed, 'tea at noon'))?.openText(sealed, ['a'])).toBe(
    'Market Town',
  )
})

it('is no vault with fewer iterations, or damaged', async () => {
  const { vault } = await createVault('tea at noon')
  const text = JSON.stringify(vault)
  expect(readVaultText(text)).toEqual(vault)
  expect(readVaultText(text.replace(String(ITERATIONS), '1000'))).toBeNull()
  expect(readVaultText(text.slice(0, -5))).toBeNull()
  const other = { ...vault, keyId: 'other' }
  expect(await openVault(other, 'tea at noon')).toBeNull()
})
