import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { HiroError } from '../../shared/errors.ts'
import { TestCli } from './test-cli.ts'

describe('hiro tidy', () => {
  let cli: TestCli
  beforeEach(async () => {
    cli = new TestCli(tmpdir())
    await cli.swarm.mkdir('/d')
    for (const path of ['/d/a', '/d/busy', '/d/tidy']) await cli.swarm.add(path, Buffer.from('x'))
    cli.swarm.failures.set('/d/busy', new HiroError('changed', 'newer content of the file was published'))
  })

  it('goes through a folder, says what was in many parts, and leaves what others write to', async () => {
    const { exit, stdout, stderr } = await cli.hiro('tidy')
    assert.deepEqual([exit, stdout], [0, '/d/a: 2.9 MiB that were in 700 parts\n'])
    assert.match(stderr, /\/d\/busy is being changed/)
    assert.equal((await cli.hiro('tidy', '--json', '/d')).stdout, '{"path":"/d/a","bytes":3000000,"parts":700}\n')
  })

  it('says of a file that was meant alone what kept it from being tidied', async () => {
    assert.equal((await cli.hiro('tidy', '/d/busy')).exit, 4)
    assert.equal((await cli.hiro('tidy', '/none')).exit, 3)
  })
})
