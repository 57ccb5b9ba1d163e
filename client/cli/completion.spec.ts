import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { commandEntries } from './commands.ts'
import { TestCli } from './test-cli.ts'

async function script(shell: string): Promise<string> {
  const { exit, stdout } = await new TestCli(tmpdir()).hiro('completion', shell)
  assert.equal(exit, 0)
  return stdout
}

describe('hiro completion', () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    it(`${shell} knows every command and its options`, async () => {
      const text = await script(shell)
      for (const { name } of commandEntries) assert(text.includes(name), name)
      assert.match(text, /replace/)
      assert.doesNotMatch(text, /undefined/)
    })

    it(`${shell}, where it is there, takes the script`, async () => {
      const { status, stderr, error } = spawnSync(shell, ['-n'], { input: await script(shell), encoding: 'utf8' })
      if (error) return
      assert.deepEqual([status, stderr], [0, ''])
    })
  }

  it('bash completes commands, options and words', async () => {
    const text = await script('bash')
    const completes = (...words: string[]): string[] => {
      const line = `${text}\nCOMP_WORDS=(${words.join(' ')}) COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _hiro; echo "\${COMPREPLY[@]}"`
      const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8', cwd: '/' })
      assert.equal(stderr, '')
      return stdout.trim().split(' ')
    }
    assert.deepEqual(completes('hiro', 'st'), ['stat', 'status'])
    assert.deepEqual(completes('hiro', 'add', '--re'), ['--replace'])
    assert.deepEqual(completes('hiro', 'testnet', 'sta'), ['status', 'start'])
  })
})
