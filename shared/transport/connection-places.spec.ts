import assert from 'node:assert/strict'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { ConnectionPlaces, type Guest } from './connection-places.ts'
import { PeerStandings } from './peer-standings.ts'
import { OFFENCES_MAX, PEERS_REMEMBERED_MAX, REFUSAL_MS, STRANGER_MS } from './stream-limits.ts'

describe('places for connections', () => {
  let clock: SimulatedClock
  let standings: PeerStandings
  let places: ConnectionPlaces
  let dropped: string[]

  beforeEach(() => {
    clock = new SimulatedClock()
    standings = new PeerStandings(clock)
    const max = { handshakesMax: 4, strangersMax: 3, membersMax: 2, connectionsPerPeerMax: 2 }
    places = new ConnectionPlaces(max, standings, clock)
    dropped = []
  })

  const arrive = (name: string, host = 'here'): Guest => {
    const guest = { host, drop: () => void dropped.push(name) }
    places.arrive(guest)
    return guest
  }
  const enter = (name: string, host?: string): Guest => {
    const guest = arrive(name, host)
    assert.ok(places.introduce(guest, name), name)
    return guest
  }

  it('sockets that never shake hands: the newest comes in, and the oldest of the most crowded host goes', () => {
    arrive('honest', 'there')
    for (let at = 0; at < 10; at++) arrive(`flood ${at}`)
    assert.deepEqual(dropped, ['flood 0', 'flood 1', 'flood 2', 'flood 3', 'flood 4', 'flood 5', 'flood 6'])
    assert.equal(places.counts.handshaking, 4)
  })

  it('strangers: the oldest goes; members keep their places, and come back to them', () => {
    const member = enter('member')
    places.admit('member')
    standings.admit('member')
    for (let at = 0; at < 5; at++) enter(`stranger ${at}`)
    assert.deepEqual(dropped, ['stranger 0', 'stranger 1'])
    places.leave(member)
    enter('member')
    assert.deepEqual(places.counts, { handshaking: 0, strangers: 3, members: 1 })
    assert.equal(dropped.length, 2)
  })

  it('a stranger that does not show that it belongs here is dropped in time, a member is not', async () => {
    enter('silent')
    enter('member')
    places.admit('member')
    await clock.advance(2 * STRANGER_MS)
    assert.deepEqual(dropped, ['silent'])
  })

  it('places of members are bounded, too', () => {
    for (const name of ['a', 'b', 'c']) standings.admit(name)
    enter('a')
    enter('b')
    assert.equal(places.introduce(arrive('c'), 'c'), false)
  })

  it('of one peer the oldest connection goes', () => {
    for (let at = 0; at < 3; at++) {
      const guest = { host: 'here', drop: () => void dropped.push(String(at)) }
      places.arrive(guest)
      places.introduce(guest, 'peer')
    }
    assert.deepEqual(dropped, ['0'])
  })

  it('who offended too often is not let in, for a while', async () => {
    for (let at = 1; at < OFFENCES_MAX; at++) assert.equal(standings.offend('bad'), false)
    assert.equal(standings.offend('bad'), true)
    assert.equal(places.introduce(arrive('bad'), 'bad'), false)
    assert.equal(places.introduce(arrive('good'), 'good'), true)
    await clock.advance(REFUSAL_MS)
    assert.equal(places.introduce(arrive('bad'), 'bad'), true)
  })

  it('a connection that was dropped before it said who it is may not stay', () => {
    const guest = arrive('slow')
    for (let at = 0; at < 4; at++) arrive('flood')
    assert.equal(places.introduce(guest, 'slow'), false)
    assert.equal(places.counts.strangers, 0)
  })

  it('made-up identities without number are forgotten, and the last ones known', () => {
    for (let at = 0; at < 2 * PEERS_REMEMBERED_MAX; at++) {
      standings.admit(`member ${at}`)
      for (let offence = 0; offence < (at < 10 ? OFFENCES_MAX : 1); offence++) standings.offend(`bad ${at}`)
    }
    assert.equal(standings.isMember('member 0'), false)
    assert.equal(standings.isRefused('bad 0'), false)
    assert.equal(standings.isMember(`member ${2 * PEERS_REMEMBERED_MAX - 1}`), true)
  })
})
