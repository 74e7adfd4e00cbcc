import { geoArea, geoContains } from 'd3-geo'
import { expect, test } from 'vitest'
import { provinceOf } from './provinces.ts'

const at = (place: string, country: string | null, lat: number | null = null, lon: number | null = null) =>
  provinceOf({ place, country, lat, lon })

test('a province is found by its name, however it is spelt', () => {
  expect(at('Anbar Province', 'IRQ')?.properties?.name).toBe('Al-Anbar')
  // The middle of its towns lies in the sea.
  expect(at('Florida', 'USA', 27.769, -83.688)?.properties?.name).toBe('Florida')
})

test('where the outlines have another name for it, the one that holds its point', () => {
  expect(at('Kirkuk', 'IRQ', 35.47, 44.39)?.properties?.name).toBe("At-Ta'mim")
})

test('a province that nobody drew, or of no country, has no outline', () => {
  expect(at('Ruritania', 'IRQ')).toBeNull()
  expect(at('Middle East', null, 30, 45)).toBeNull()
})

test('an outline is the land inside it, not all the world outside', () => {
  const utah = at('Utah', 'USA')
  expect(utah && geoContains(utah, [-111.6, 39.5])).toBe(true)
  expect(utah && geoContains(utah, [44.4, 33.3])).toBe(false)
  // Utah is 219,900 square kilometres of an earth of 510,000,000.
  expect(utah ? geoArea(utah) / (4 * Math.PI) : 0).toBeCloseTo(219_900 / 510_000_000, 5)
})
