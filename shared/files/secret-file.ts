import { HiroError } from '../errors.ts'
import { readPrivateFile } from './private-file.ts'

const SECRET_BYTES_MIN = 16

/**
 * The swarm's secret from a file of mode 0600. White space around it does not count: editors and `echo` add a newline. Throws as `readPrivateFile`, and `usage`
 * when it is too short to keep anyone out.
 */
export async function readSecretFile(path: string): Promise<Uint8Array> {
  const secret = Buffer.from(
    Buffer.from(await readPrivateFile(path))
      .toString('utf8')
      .trim(),
  )
  if (secret.byteLength < SECRET_BYTES_MIN) {
    throw new HiroError(
      'usage',
      `${path}: a secret has at least ${SECRET_BYTES_MIN} characters; make one: openssl rand -base64 24`,
    )
  }
  return secret
}
