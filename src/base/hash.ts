import { hash } from 'node:crypto'

/** `sha256:` and the hexadecimal hash of the text's UTF-8 bytes. */
export function sha256(text: string): string {
  return `sha256:${hash('sha256', text)}`
}
