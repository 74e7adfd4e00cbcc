/** A paragraph of a page; `why` says what it is where it is none of the story. */
export type Block = { readonly text: string; readonly why?: string }

/** As much of a DOM node as is needed here. */
export type PageNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
}

const BREAKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER H1 H2 H3 H4 H5 H6 LI UL OL DL DT DD BLOCKQUOTE PRE TABLE TR TD TH FIGURE FIGCAPTION ADDRESS HR BODY FOOTER ASIDE NAV FORM'.split(
    ' ',
  ),
)
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT BUTTON SELECT TEXTAREA HEAD NAV ASIDE FORM FOOTER VIDEO AUDIO CANVAS'.split(
    ' ',
  ),
)

/**
 * The paragraphs below a node, white space as a browser shows it; captions say that they are. Walks without recursion:
 * a page may nest a hundred thousand deep.
 */
export function blocksOf(root: PageNode | null): Block[] {
  const blocks: Block[] = []
  let words = ''
  let breaks = 0
  let captions = 0
  const end = () => {
    const text = words
      .replace(/[^\S\u00a0]+/g, ' ')
      .replaceAll('\u00a0', ' ')
      .trim()
    if (text !== '') blocks.push(captions > 0 ? { text, why: 'caption' } : { text })
    words = ''
    breaks = 0
  }

  let node = root
  while (node) {
    const name = node.nodeName.toUpperCase()
    if (node.nodeType === 3) {
      const piece = node.nodeValue ?? ''
      if (piece.trim() !== '') breaks = 0
      words += piece
    } else if (name === 'BR') {
      breaks += 1
      if (breaks >= 2) end()
      else words += ' '
    } else if (BREAKS.has(name)) {
      end()
      if (name === 'FIGCAPTION') captions += 1
    }

    if (node.firstChild && !SILENT.has(name)) {
      node = node.firstChild
      continue
    }
    let leaving: PageNode | null = node
    node = null
    while (leaving) {
      const left = leaving.nodeName.toUpperCase()
      if (BREAKS.has(left)) {
        end()
        if (left === 'FIGCAPTION') captions -= 1
      }
      if (leaving === root) break
      if (leaving.nextSibling) {
        node = leaving.nextSibling
        break
      }
      leaving = leaving.parentNode
    }
  }
  end()
  return blocks
}
