const SVG = 'http://www.w3.org/2000/svg'

/** Draw the parties of an event as thin arcs over the text: from who acts to the deed, from the deed to whom. Gives what takes them away. */
export function drawArcs(card: HTMLElement, trigger: HTMLElement): () => void {
  const main = document.getElementById('main')
  if (!main) return () => {}
  const lit: Element[] = []
  const frame = main.getBoundingClientRect()
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'arcs')
  svg.setAttribute('aria-hidden', 'true')
  for (const party of (card.dataset.parties ?? '').split(' ').filter(Boolean)) {
    const mention = document.querySelector(`main [data-m~="${CSS.escape(party.slice(2))}"]`)
    if (!mention) continue
    mention.classList.add('party')
    lit.push(mention)
    const ends = [mention, trigger].map((end) => topOf(end, frame))
    const [from, to] = party.startsWith('a:') ? ends : ends.reverse()
    if (!from || !to) continue
    svg.append(...arc(from, to, `q${card.dataset.quad ?? ''} st-${card.dataset.status ?? ''}`))
  }
  main.append(svg)
  return () => {
    svg.remove()
    for (const element of lit) element.classList.remove('party')
  }
}

type Point = { readonly x: number; readonly y: number }

function topOf(element: Element, frame: DOMRect): Point | undefined {
  const [first] = element.getClientRects()
  return first && { x: first.left + first.width / 2 - frame.left, y: first.top - frame.top + 3 }
}

function arc(from: Point, to: Point, classes: string): SVGElement[] {
  const lift = Math.min(48, 10 + Math.abs(to.x - from.x) * 0.12)
  const bend = { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - lift }
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('class', classes)
  path.setAttribute('d', `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`)
  const head = document.createElementNS(SVG, 'path')
  head.setAttribute('class', `head ${classes}`)
  const turn = Math.atan2(to.y - bend.y, to.x - bend.x)
  const side = (by: number) => `${to.x - 7 * Math.cos(turn + by)} ${to.y - 7 * Math.sin(turn + by)}`
  head.setAttribute('d', `M${side(0.4)}L${to.x} ${to.y}L${side(-0.4)}`)
  return [path, head]
}
