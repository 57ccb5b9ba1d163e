import assert from 'node:assert/strict'
import { Reservations } from './reservations.ts'

describe('reservations', () => {
  it('shrink as pieces arrive and vanish with their upload', () => {
    const reservations = new Reservations()
    reservations.reserve(1, 'a', 100)
    reservations.reserve(2, 'a', 50)
    reservations.arrived(1, 'a', 40)
    assert.equal(reservations.at('a'), 110)
    reservations.release(1)
    assert.equal(reservations.at('a'), 50)
    reservations.release(2)
    assert.equal(reservations.at('a'), 0)
  })

  it('a piece that arrives twice, or without a reservation, frees no more than was reserved', () => {
    const reservations = new Reservations()
    reservations.reserve(1, 'a', 100)
    reservations.arrived(1, 'a', 80)
    reservations.arrived(1, 'a', 80)
    reservations.arrived(7, 'a', 80)
    assert.equal(reservations.at('a'), 0)
    reservations.reserve(2, 'a', 30)
    assert.equal(reservations.at('a'), 30)
  })
})
