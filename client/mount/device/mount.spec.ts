import assert from 'node:assert/strict'
import { MountedFixture, needsFuse } from './mounted-fixture.ts'

describe('a mount', function () {
  this.timeout(60_000)
  needsFuse()

  for (const writebackCache of [false, true]) {
    describe(writebackCache ? 'whose kernel gathers writes' : 'that passes each write on', () => {
      const held = new MountedFixture({ writebackCache })

      afterEach(() => {
        assert.deepEqual(held.log.entries, [])
      })

      it('does the work of a shell', async () => {
        await held.ok(`
          mkdir -p a/b/c; echo hello > a/b/file; echo more >> a/b/file
          [ "$(cat a/b/file)" = "$(printf 'hello\\nmore')" ]
          mv a/b/file a/file; cp a/file a/copy; cmp a/file a/copy
          echo other > over; mv over a/copy; [ "$(cat a/copy)" = other ]
          ln -s file a/link; [ "$(readlink a/link)" = file ]; cmp a/link a/file
          ln a/file a/hard; [ "$(stat -c %h a/file)" = 2 ]; rm a/hard; [ "$(stat -c %h a/file)" = 1 ]
          chmod 4711 a/file; [ "$(stat -c %a a/file)" = 4711 ]; chown 7:8 a/file; [ "$(stat -c %u:%g:%a a/file)" = 7:8:711 ]
          touch -d '2001-02-03 04:05:06.789012345 UTC' a/file; [ "$(stat -c %.9Y a/file)" = 981173106.789012345 ]
          touch -d '1960-01-01 00:00:00.5 UTC' a/file; [ "$(date -u -d "$(stat -c %y a/file)" +%FT%T.%N)" = 1960-01-01T00:00:00.500000000 ]
          truncate -s 3 a/file; [ "$(cat a/file)" = hel ]; truncate -s 1T a/file; [ "$(stat -c %s a/file)" = 1099511627776 ]
          : > a/file; [ ! -s a/file ]
          ! rmdir a 2>/dev/null; ! cat a/none 2>/dev/null; ! mkdir a 2>/dev/null; ! mv a a/b/x 2>/dev/null
          rm -r a; [ -z "$(ls -A)" ]
          df . | grep -q '^hiro'; sync -f .
        `)
      })

      it('lists 5,000 files, and removes them', async () => {
        await held.ok('seq -f "file-%05g-with-a-name" 5000 | xargs touch')
        assert.equal((await held.ok('ls | wc -l')).trim(), '5000')
        assert.equal((await held.ok('ls -l | sort -u | wc -l')).trim(), '5001')
        assert.equal((await held.ok('find . -type f -size 0 | wc -l')).trim(), '5000')
        await held.ok('find . -type f -delete; [ -z "$(ls -A)" ]')
      })

      it('writes and reads in steps of 1 MiB, and of a byte', async () => {
        await held.ok(`
          random=$(mktemp); dd if=/dev/urandom of=$random bs=1M count=32 status=none
          dd if=$random of=large bs=1M status=none; cmp $random large
          dd if=$random of=small bs=1 count=3000 status=none; cmp -n 3000 $random small
          dd if=$random of=odd bs=7777 status=none; cmp $random odd
          dd if=$random of=large bs=4096 count=10 seek=100 conv=notrunc status=none
          dd if=large of=direct bs=1M iflag=direct oflag=direct status=none; cmp large direct
          dd if=$random of=$random bs=4096 count=10 seek=100 conv=notrunc status=none; cmp $random direct; rm $random
        `)
      })

      it('keeps a file that is open when its name is gone, and one that was renamed over', async () => {
        await held.ok(`
          echo old > a; exec 3<a; rm a; [ ! -e a ]; [ "$(cat <&3)" = old ]
          echo one > b; exec 4<b; echo two > c; mv c b; [ "$(cat <&4)" = one ]; [ "$(cat b)" = two ]
        `)
        await held.letGo()
      })

      it('maps files, for reading and writing', async () => {
        await held.python(`
import mmap, os
with open('a', 'wb') as f: f.write(b'x' * 10000 + b'end')
with open('a', 'r+b') as f:
    m = mmap.mmap(f.fileno(), 0, prot=mmap.PROT_READ)
    assert m[9999:] == b'xend', m[9999:]
    m.close()
    m = mmap.mmap(f.fileno(), 0)
    m[5000:5005] = b'hello'
    m.flush(); m.close()
with open('a', 'rb') as f: assert f.read()[4999:5006] == b'xhellox'
`)
      })

      it('has extended attributes, holes and their like', async () => {
        await held.python(`
import os, errno
open('a', 'w').close()
os.setxattr('a', 'user.one', b'\\x00\\xff')
assert os.getxattr('a', 'user.one') == b'\\x00\\xff'
os.setxattr('a', 'user.large', b'x' * 65536)
assert len(os.getxattr('a', 'user.large')) == 65536
assert sorted(os.listxattr('a')) == ['user.large', 'user.one']
os.removexattr('a', 'user.one')
for call, wanted in ((lambda: os.getxattr('a', 'user.one'), errno.ENODATA),
                     (lambda: os.setxattr('a', 'user.large', b'', os.XATTR_CREATE), errno.EEXIST),
                     (lambda: os.mkfifo('pipe'), errno.EPERM),
                     (lambda: os.mkdir('n' * 256), errno.ENAMETOOLONG),
                     (lambda: os.mkdir(b'\\xff'), errno.EILSEQ),
                     (lambda: os.listdir('a'), errno.ENOTDIR)):
    try: call(); assert False, wanted
    except OSError as e: assert e.errno == wanted, e
fd = os.open('sparse', os.O_RDWR | os.O_CREAT)
os.pwrite(fd, b'data', 2**30)
os.fsync(fd)
assert os.lseek(fd, 0, os.SEEK_DATA) <= 2**30 and os.lseek(fd, 0, os.SEEK_HOLE) == 0
os.posix_fallocate(fd, 2**30, 100)
assert os.fstat(fd).st_size == 2**30 + 100
assert os.stat('sparse').st_blocks * 512 < 2**20
assert os.statvfs('.').f_namemax == 255
os.fsync(os.open('.', os.O_RDONLY))
`)
      })

      it('has locks by range and on the whole, which another process feels and waits for', async () => {
        await held.python(`
import fcntl, os, time, errno
f = open('a', 'w+'); f.write('x' * 100); f.flush()
fcntl.lockf(f, fcntl.LOCK_EX, 10, 0)
r, w = os.pipe()
if os.fork() == 0:
    g = open('a', 'r+')
    fcntl.lockf(g, fcntl.LOCK_EX | fcntl.LOCK_NB, 10, 50)
    try: fcntl.lockf(g, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 5); os._exit(2)
    except OSError as e: assert e.errno in (errno.EAGAIN, errno.EACCES)
    h = open('a', 'r+')
    fcntl.flock(h, fcntl.LOCK_EX)
    try: fcntl.flock(open('a'), fcntl.LOCK_SH | fcntl.LOCK_NB); os._exit(3)
    except OSError as e: assert e.errno == errno.EAGAIN
    os.write(w, b'ready')
    fcntl.lockf(g, fcntl.LOCK_EX, 1, 5)
    os._exit(0)
assert os.read(r, 5) == b'ready'
time.sleep(0.1)
assert os.waitpid(-1, os.WNOHANG) == (0, 0)
fcntl.lockf(f, fcntl.LOCK_UN)
assert os.wait()[1] == 0
fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
`)
        await held.letGo()
      })
    })
  }
})
