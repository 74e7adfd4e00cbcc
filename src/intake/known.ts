import { z } from 'zod'

/** What is known of articles from outside them: by an option, or by the dossier.json beside a file. */
export const Known = z
  .object({
    published: z.string().exactOptional(),
    outlet: z.string().exactOptional(),
    title: z.string().exactOptional(),
    author: z.string().exactOptional(),
    url: z.string().exactOptional(),
  })
  .readonly()
export type Known = z.infer<typeof Known>
